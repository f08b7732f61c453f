// Who writes something new sees what was raised before that may be about the same. Without the script that stands on the page
// of the new thing.
const pause = 400;
let timer;
let asked;

async function show(words, place) {
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(`/search/raised?words=${encodeURIComponent(words.slice(0, 300))}`, { signal: asked.signal });
    if (!answer.ok) return;
    const part = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...part.body.childNodes);
  } catch {
    // gone on typing, or no network: what was found before stands
  }
}

document.addEventListener("input", ({ target }) => {
  const place = target.form?.querySelector("[data-raised]");
  if (place?.dataset.raised !== target.name) return;
  clearTimeout(timer);
  timer = setTimeout(show, pause, target.value, place);
});
