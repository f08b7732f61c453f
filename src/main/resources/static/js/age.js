// Ages: every <time data-age> says how old it is, or how long is left, by the server's clock.
// Elapsed time never asks the server for anything.

const minute = 60_000, hour = 60 * minute, day = 24 * hour;
const words = {
  sv: { h: "tim", min: "min", d: "dygn", ago: "för {} sedan", ahead: "om {}", just: "nyss", soon: "inom en minut", now: "nu", over: "{} för sent" },
  en: { h: "h", min: "min", d: "days", ago: "{} ago", ahead: "in {}", just: "just now", soon: "within a minute", now: "now", over: "{} late" },
};
const slack = 10_000; // ms that our clock may be behind the server's: what was just written is not to come
const zone = "Europe/Stockholm";
const lang = () => (document.documentElement.lang.startsWith("en") ? "en" : "sv");
const locale = () => (lang() === "en" ? "en-GB" : "sv-SE");
const format = (at, options) => new Intl.DateTimeFormat(locale(), { timeZone: zone, ...options }).format(at);
const clock = (at) => format(at, { hour: "2-digit", minute: "2-digit" });
const offsetOf = (at) =>
  " " + new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(at).at(-1).value.slice(3);
// In the hour that comes twice the offset is shown: an hour before or after it the clock says the same.
const twice = (at) => [-hour, hour].some((away) => clock(Number(at) + away) === clock(at));
export const hourMinute = (at) => clock(at) + (twice(at) ? offsetOf(at) : "");
export const dayHourMinute = (at) => {
  const year = format(at, { year: "numeric" });
  const date = year === format(now(), { year: "numeric" }) ? {} : { day: "numeric", month: "long", year: "numeric" };
  return `${format(at, { weekday: "long", ...date })} ${hourMinute(at)}`;
};
const exactly = (at) => format(at, { dateStyle: "full", timeStyle: "medium" }) + offsetOf(at);

let offset = null; // server's clock minus ours, in ms

/** The server's clock was `ms` (epoch) just now. */
export function sync(ms) {
  if (!Number.isFinite(ms)) return;
  offset = ms - Date.now();
  paint();
}

/** The server's clock in epoch ms: the only one that times are compared with. */
export const serverNow = () => Date.now() + (offset ?? 0);

/** The page's own now in epoch ms: the exercise's clock where it has one. */
export function now() {
  const { clockNow, clockSpeed } = document.body.dataset;
  const rendered = Date.parse(document.querySelector('meta[name="now"]')?.content ?? "");
  if (!clockNow || Number.isNaN(rendered)) return serverNow();
  return Date.parse(clockNow) + (serverNow() - rendered) * Number(clockSpeed ?? 1);
}

function length(ms, short) {
  const w = words[lang()];
  const minutes = Math.floor(ms / minute);
  if (ms >= 2 * day) return `${Math.floor(ms / day)} ${short ? "d" : w.d}`;
  if (minutes < 60) return `${minutes} ${w.min}`;
  const rest = minutes % 60;
  return `${Math.floor(ms / hour)} ${w.h}` + (short || !rest ? "" : ` ${rest} ${w.min}`);
}

/** `how`: "" a sentence's part, "short" for a narrow column, "real" likewise by the real clock on any page, "left" for a deadline. */
export function age(at, from, how) {
  const w = words[lang()];
  const ms = from - at;
  const size = Math.abs(ms);
  const put = (pattern, short) => pattern.replace("{}", length(size, short));
  if (how === "left") return ms < minute ? length(Math.max(0, -ms)) : put(w.over);
  if (how === "short" || how === "real") return size < minute ? w.now : ms < 0 ? put(w.ahead, true) : length(size, true);
  if (size < minute) return ms < -slack ? w.soon : w.just;
  return put(ms < 0 ? w.ahead : w.ago);
}

function paint(root = document) {
  const from = now();
  for (const time of root.querySelectorAll("time[data-age]")) {
    const at = Date.parse(time.dateTime);
    if (Number.isNaN(at)) continue;
    write(time, age(at, "heard" in time.dataset || time.dataset.age === "real" ? serverNow() : from, time.dataset.age)); // a server is heard on the real clock
    if (!time.title) time.title = exactly(at);
    if (time.dataset.age === "left") time.classList.toggle("late", from - at >= minute);
  }
  for (const clock of root.querySelectorAll("[data-clock]")) write(clock, hourMinute(from));
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// A page from the cache, or one that was long on its way, is behind: the latest clock seen is the best.
addEventListener("turbo:load", () => {
  const rendered = Date.parse(document.querySelector('meta[name="now"]')?.content ?? "");
  if (!Number.isNaN(rendered)) offset = Math.max(offset ?? -Infinity, rendered - Date.now());
  paint();
});
addEventListener("turbo:frame-load", () => paint());
new MutationObserver((changes) => {
  const added = changes.flatMap((change) => [...change.addedNodes]);
  if (added.some((node) => node.nodeType === Node.ELEMENT_NODE)) paint();
}).observe(document.documentElement, { childList: true, subtree: true });

// Each 15 s, and on the minute, so that a clock on the wall is not late.
(function tick() {
  setTimeout(() => (paint(), tick()), Math.min(15_000, minute - (serverNow() % minute) + 20));
})();
