// Live: one event stream per visible page. The server sends panels as Turbo stream elements.
import * as Turbo from "/webjars/hotwired__turbo/8.0.21/dist/turbo.es2017-esm.js";
import { serverNow, sync } from "./age.js";
import { aloud } from "./aloud.js";
import { away, tell, untell } from "./strip.js";

const firstWait = 1_000, longestWait = 15_000; // ms; the wait is drawn evenly below the limit, since all come back at once
const patience = 3_000; // how long a break may last before anybody is told
const silence = 45_000; // three heartbeats missed: the network is gone though nobody said so

let stream = null;
let failures = 0;
let beats = 0;
let sending = false, missed = false;
let retry, worry, watchdog, settled;

function open() {
  close();
  const from = document.body.dataset.live; // empty on a page that shows nothing live
  if (!from || document.hidden) return untell("lost");
  worry ??= setTimeout(() => tell("lost"), patience);
  beats = 0;
  stream = new EventSource(from);
  stream.addEventListener("hello", () => (document.body.dataset.listening = "yes"), { once: true }); // for those who wait to see it live
  stream.addEventListener("open", () => {
    calm();
    settled = setTimeout(() => (failures = 0), 5_000);
  });
  stream.addEventListener("hello", (event) => {
    beats++;
    const [now, since] = event.data.split(" ");
    sync(Number(now));
    away(since);
    heard();
  });
  stream.addEventListener("panel", (event) => {
    const [mark, ...actions] = event.data.split("\n");
    remember(mark);
    show(actions.join("\n"));
    heard();
  });
  stream.addEventListener("reset", () => {
    close();
    Turbo.cache.clear(); // holds what may no longer be seen
    retry = setTimeout(again, Math.random() * firstWait);
  });
  stream.addEventListener("error", broken);
}

// The page from the start. A form that is on its way brings a page that is read anew: its answer must not be cut off.
function again() {
  if (sending) missed = true;
  else Turbo.visit(location.href, { action: "replace" });
}

function close() {
  stream?.close();
  stream = null;
  delete document.body.dataset.listening;
  for (const timer of [retry, watchdog, settled]) clearTimeout(timer);
}

function calm() {
  clearTimeout(worry);
  worry = undefined;
  untell("lost");
  untell("signin");
}

function heard() {
  for (const time of document.querySelectorAll("time[data-heard]")) time.dateTime = new Date(serverNow()).toISOString();
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

// What the page shows of a panel is part of its address, so that after an absence only what differs is sent.
function remember(mark) {
  const [panel, subject] = mark.split(":");
  const [path, query] = document.body.dataset.live.split("?");
  const shown = query.split("&").map((p) => (p.startsWith(`p=${panel}:${subject}:`) ? `p=${mark}` : p));
  document.body.dataset.live = `${path}?${shown.join("&")}`;
}

// New rows are tinted, and read out.
function show(actions) {
  const holder = document.createElement("template");
  holder.innerHTML = actions;
  const rows = [...holder.content.querySelectorAll("turbo-stream:is([action=before], [action=after], [action=prepend], [action=append])")]
    .map((action) => action.querySelector("template")?.content.firstElementChild)
    .filter(Boolean);
  for (const row of rows) row.classList.add("fresh");
  Turbo.renderStreamMessage(holder.innerHTML);
  aloud(rows);
}

function leave() {
  close();
  clearTimeout(worry);
  worry = undefined;
}

addEventListener("turbo:load", open);
addEventListener("turbo:before-cache", () => {
  for (const row of document.querySelectorAll(".fresh")) row.classList.remove("fresh");
});
addEventListener("turbo:submit-start", () => (sending = true));
addEventListener("turbo:submit-end", ({ detail }) => {
  sending = false;
  if (missed && !detail.fetchResponse) again();
  missed = false;
});
addEventListener("turbo:before-render", leave);
document.addEventListener("visibilitychange", () => (document.hidden ? leave() : open()));
addEventListener("pagehide", leave);
addEventListener("pageshow", (event) => event.persisted && open());
addEventListener("online", () => stream || open());
