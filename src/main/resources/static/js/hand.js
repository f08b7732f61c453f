// A press is one moment for the hand: what is pressed stays where it is until the finger is up, or the press would be lost.

const longest = 1_000; // ms that anything waits for the hand: some hold on, to scroll or to mark a text
const click = 50; // ms from the finger's leaving to the press itself

let held = Promise.resolve();
let release = () => {};

function down() {
  release();
  held = new Promise((free) => (release = free));
  setTimeout(release, longest);
}

const up = () => setTimeout(release, click);

/** Comes true at once where nothing is pressed. */
export async function handIsUp() {
  for (let seen; seen !== held; await seen) seen = held;
}

addEventListener("pointerdown", down, true);
addEventListener("pointerup", up, true);
addEventListener("pointercancel", up, true);
addEventListener("keydown", (event) => event.key === " " && !event.repeat && down(), true);
addEventListener("keyup", (event) => event.key === " " && up(), true);
