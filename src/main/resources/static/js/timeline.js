// The two rails under the map: as we knew it at one time, as it was at another.
// Values are epoch seconds. At its right end a rail means now, and is left out of the address.
import { dayHourMinute, hourMinute } from "./age.js";
import { tell, untell } from "./strip.js";

const pause = 120; // ms without a move before the picture is asked for
let asked;

const atEnd = (rail) => Number(rail.value) >= Number(rail.max);

function say(rail) {
  const at = new Date(Number(rail.value) * 1000);
  const end = atEnd(rail) && rail.form.dataset.now;
  rail.setAttribute("aria-valuetext", dayHourMinute(at) + (end ? `, ${end}` : ""));
  const shown = rail.form.querySelector(`output[for="${CSS.escape(rail.id)}"]`);
  if (shown) shown.textContent = atEnd(rail) && rail.form.dataset.now ? rail.form.dataset.now : hourMinute(at);
}

function ask(form) {
  const frame = document.getElementById("picture");
  if (!frame) return;
  const url = new URL(form.action);
  for (const rail of rails(form)) {
    if (atEnd(rail)) url.searchParams.delete(rail.name);
    else url.searchParams.set(rail.name, new Date(Number(rail.value) * 1000).toISOString().replace(".000Z", "Z"));
  }
  if (frame.src !== url.href) frame.src = url.href; // Turbo cancels the question before, so that the last answer wins
}

const rails = (form) => [...form.querySelectorAll('input[type="range"]')];
const railOf = (target) => target.matches?.('form.rails input[type="range"]') && target;

addEventListener("input", (event) => {
  const rail = railOf(event.target);
  if (!rail) return;
  say(rail);
  clearTimeout(asked);
  asked = setTimeout(() => rail.isConnected && ask(rail.form), pause);
});

// Arrows step from entry to entry; without a list of them the browser steps by itself.
addEventListener("keydown", (event) => {
  const rail = railOf(event.target);
  const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
  const stops = (rail && way && rail.form.dataset.stops?.match(/\d+/g)?.map(Number).sort((a, b) => a - b)) || [];
  if (!stops.length) return;
  event.preventDefault();
  const from = Number(rail.value);
  const next = way > 0 ? stops.find((stop) => stop > from) : stops.findLast((stop) => stop < from);
  rail.value = next ?? (way > 0 ? rail.max : rail.min);
  rail.dispatchEvent(new Event("input", { bubbles: true }));
});

// What could not be fetched is said in the strip, what was shown stays, and one press tries again.
function failed(frame) {
  tell("failed", () => {
    const { src } = frame;
    frame.removeAttribute("src");
    frame.src = src;
  });
}
addEventListener("turbo:frame-missing", (event) => (event.preventDefault(), failed(event.target)));
addEventListener("turbo:fetch-request-error", (event) => event.target.localName === "turbo-frame" && failed(event.target));
addEventListener("turbo:frame-load", () => untell("failed"));

function start() {
  for (const form of document.querySelectorAll("form.rails")) {
    form.dataset.live = ""; // the button is for those without script
    rails(form).forEach(say);
  }
}
addEventListener("turbo:load", start);
addEventListener("turbo:render", start);
