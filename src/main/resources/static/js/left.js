// On a page that is no longer there for its reader: what was being written on it, to copy. It lies in this browser, see keep.js.
const account = document.querySelector('meta[name="account"]')?.content;
const place = document.getElementById("left");
const beside = new Set(["form", "page", "once", "as", "drawn"]);
const code = /^([A-Z_]+|true|[0-9a-f-]{36}|incident|[a-z]+\/[a-z]+)$/; // what is chosen, not written

function texts(key) {
  try {
    return JSON.parse(localStorage.getItem(key)).values
      .filter(([name, value, on]) => on === null && !beside.has(name) && value.trim() && !code.test(value.trim()))
      .map(([, value]) => value);
  } catch {
    return [];
  }
}

function shown(text) {
  const said = document.createElement("blockquote");
  said.className = "said";
  said.textContent = text;
  const copy = document.createElement("button");
  copy.type = "button";
  copy.textContent = place.dataset.copy;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    copy.textContent = place.dataset.copied;
  });
  return [said, copy];
}

const own = Object.keys(localStorage).filter((key) => key.startsWith(`keep:${account}:${location.pathname}#`));
const said = new Set([...document.querySelectorAll("blockquote")].map((each) => each.textContent));
const all = place ? own.flatMap(texts).filter((text) => !said.has(text)) : [];
if (all.length) {
  place.append(...all.flatMap(shown));
  place.hidden = false;
}
