// The strip under the bar: what must be known now about the connection and about what is typed.
// Texts stand, translated, in its data attributes. The page may change under it: paint() writes it anew.

import { hourMinute } from "./age.js";
import { handIsUp } from "./hand.js";

const order = ["signin", "kept", "held", "failed", "lost"]; // the most urgent first; one at a time
const told = new Map();

/** Says one of `order`; `press` makes a button of its data-…-do text. */
export function tell(what, press) {
  if (told.has(what) && told.get(what) === press) return;
  told.set(what, press);
  paint();
}

export function untell(what) {
  if (told.delete(what)) paint();
}

async function paint() {
  await handIsUp(); // it pushes down what stands below
  const strip = document.getElementById("strip");
  if (!strip) return;
  const what = order.find((each) => told.has(each));
  if (!what) return strip.replaceChildren();
  const text = document.createElement("span");
  text.textContent = strip.dataset[what] ?? "";
  strip.replaceChildren(text);
  const press = what === "signin" ? signIn(strip) : told.get(what) && button(strip, what);
  if (press) strip.append(press);
}

function signIn(strip) {
  const link = document.createElement("a");
  const to = new URL(strip.dataset.login ?? "/sign-in", location.origin);
  to.searchParams.set("to", location.pathname + location.search);
  if (Object.keys(localStorage).some((key) => key.startsWith("keep:"))) to.searchParams.set("kept", "yes");
  link.href = to.pathname + to.search;
  link.dataset.turbo = "false";
  link.textContent = strip.dataset.signinDo ?? "";
  return link;
}

function button(strip, what) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = strip.dataset[what + "Do"] ?? "";
  button.addEventListener("click", told.get(what));
  return button;
}

/** The server's database has not answered since then (epoch ms; undefined: it does). */
export function away(since) {
  const strip = document.getElementById("away");
  if (strip) strip.textContent = since ? (strip.dataset.away ?? "").replace("{}", hourMinute(Number(since))) : "";
}

addEventListener("turbo:load", paint);
