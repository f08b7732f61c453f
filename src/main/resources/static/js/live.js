// Live: one event stream per visible page. The server sends panels as Turbo stream elements.
import * as Turbo from "/webjars/hotwired__turbo/8.0.21/dist/turbo.es2017-esm.js";
import { sync } from "./age.js";
import { tell, untell } from "./strip.js";

const firstWait = 1_000, longestWait = 15_000; // ms; the wait is drawn evenly below the limit, since all come back at once
const patience = 3_000; // how long a break may last before anybody is told
const silence = 45_000; // three heartbeats missed: the network is gone though nobody said so

let stream = null;
let after = null; // cursor of the last event heard
let failures = 0;
let beats = 0;
let retry, worry, watchdog, settled;

function open() {
  close();
  const from = document.body.dataset.live;
  if (!from || document.hidden) return untell("lost");
  const url = new URL(from, location.href);
  if (after) url.searchParams.set("after", after);
  worry ??= setTimeout(() => tell("lost"), patience);
  beats = 0;
  stream = new EventSource(url);
  stream.addEventListener("open", () => {
    calm();
    settled = setTimeout(() => (failures = 0), 5_000);
  });
  stream.addEventListener("hello", (event) => {
    beats++;
    sync(Number(event.data));
    heard(event);
  });
  stream.addEventListener("panel", (event) => {
    Turbo.renderStreamMessage(event.data);
    announce(event.data);
    heard(event);
  });
  stream.addEventListener("reset", () => {
    close();
    Turbo.cache.clear(); // holds what may no longer be seen
    retry = setTimeout(() => Turbo.visit(location.href, { action: "replace" }), Math.random() * firstWait);
  });
  stream.addEventListener("error", broken);
}

function close() {
  stream?.close();
  stream = null;
  for (const timer of [retry, watchdog, settled]) clearTimeout(timer);
}

function calm() {
  clearTimeout(worry);
  worry = undefined;
  untell("lost");
  untell("signin");
}

function heard(event) {
  if (event.lastEventId) after = event.lastEventId;
  for (const time of document.querySelectorAll("time[data-heard]")) time.dateTime = new Date().toISOString();
  clearTimeout(watchdog);
  if (beats > 1) watchdog = setTimeout(broken, silence); // only a server that beats can be missed
}

// The browser's own reconnecting knows no jitter and stops for good on an answer other than 200, so it is never used.
async function broken() {
  const refused = stream?.readyState === EventSource.CLOSED;
  const url = stream?.url;
  close();
  worry ??= setTimeout(() => tell("lost"), patience);
  const limit = Math.min(longestWait, firstWait * 2 ** failures++);
  retry = setTimeout(open, Math.random() * limit);
  if (refused && (await status(url)) === 401) {
    calm();
    tell("signin");
    clearTimeout(retry);
    retry = setTimeout(open, longestWait * (1 + Math.random())); // somebody may sign in in another tab
  }
}

async function status(url) {
  const abort = new AbortController();
  try {
    return (await fetch(url, { headers: { Accept: "text/event-stream" }, signal: abort.signal })).status;
  } catch {
    return 0;
  } finally {
    abort.abort();
  }
}

// New rows are read out from a place of their own: the ages in a list change all the time and must not be.
function announce(message) {
  const place = document.getElementById("announce");
  if (!place) return;
  const rows = [...new DOMParser().parseFromString(message, "text/html").querySelectorAll("template")]
    .flatMap((template) => [...template.content.querySelectorAll(".fresh")]);
  if (!rows.length) return;
  const said = rows.slice(-3).map((row) => (row.dataset.say ?? row.textContent).replace(/\s+/g, " ").trim().slice(0, 200));
  place.textContent = said.join(". ");
}

function leave() {
  close();
  clearTimeout(worry);
  worry = undefined;
}

addEventListener("turbo:load", () => {
  after = document.body.dataset.after ?? null;
  open();
});
addEventListener("turbo:before-cache", () => {
  if (after) document.body.dataset.after = after;
  for (const row of document.querySelectorAll(".fresh")) row.classList.remove("fresh");
});
addEventListener("turbo:before-render", leave);
document.addEventListener("visibilitychange", () => (document.hidden ? leave() : open()));
addEventListener("pagehide", leave);
addEventListener("pageshow", (event) => event.persisted && open());
addEventListener("online", () => stream || open());
