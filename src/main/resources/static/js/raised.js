// Who writes something new sees what was raised before that may be about the same. Without the script that stands on the page
// of the new thing.
const pause = 400;
const timers = new WeakMap();
const asked = new WeakMap();

async function show(words, place) {
  asked.get(place)?.abort();
  const asking = new AbortController();
  asked.set(place, asking);
  const from = place.dataset.from ?? "/search/raised";
  try {
    const answer = await fetch(`${from}?words=${encodeURIComponent(words.slice(0, 300))}`, { signal: asking.signal });
    if (!answer.ok) return;
    const part = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...part.body.childNodes);
  } catch {
    // gone on typing, or no network: what was found before stands
  }
}

document.addEventListener("input", ({ target }) => {
  for (const place of target.form?.querySelectorAll("[data-raised]") ?? []) {
    if (place.dataset.raised !== target.name) continue;
    clearTimeout(timers.get(place));
    timers.set(place, setTimeout(show, pause, target.value, place));
  }
});
