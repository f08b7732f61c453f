// New rows are read out from a place of their own: the ages in a list change all the time and must not be.
const said = 3; // the rows that are read out of those that come at once

export function aloud(rows) {
  const place = document.getElementById("announce");
  if (!place) return;
  for (const row of rows.slice(-said)) {
    const voice = row.matches("[data-say]") ? row : row.querySelector("[data-say]"); // the others only move
    if (voice) place.append(Object.assign(document.createElement("p"), { textContent: sentence(voice) }));
  }
  while (place.children.length > said) place.firstElementChild.remove();
}

/** The sentence that the row brings, else the row without what is folded, a space between its parts. */
function sentence(row) {
  const heard = row.cloneNode(true);
  heard.querySelectorAll("details > :not(summary), form, template").forEach((each) => each.remove());
  const texts = document.createTreeWalker(heard, NodeFilter.SHOW_TEXT);
  const words = [];
  while (texts.nextNode()) words.push(texts.currentNode.data);
  return (row.dataset.say || words.join(" ")).replace(/\s+/g, " ").trim().slice(0, 200);
}
