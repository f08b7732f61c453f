// A page that changes under the hand: what is open stays open, what has the focus keeps it, and a page that can't be
// fetched leaves the one that is shown.
import * as Turbo from "/webjars/hotwired__turbo/8.0.21/dist/turbo.es2017-esm.js";
import { handIsUp } from "./hand.js";
import { tell, untell } from "./strip.js";

/** Where an element stands: by its own id, or by its place below the nearest one that has an id. */
function place(element) {
  const root = element.closest("[id]");
  if (!root || root === document.body) return null;
  if (root === element) return { id: root.id };
  return { id: root.id, name: element.localName, at: [...root.querySelectorAll(element.localName)].indexOf(element) };
}

function found(there) {
  const root = there && document.getElementById(there.id);
  return there?.name ? root?.querySelectorAll(there.name)[there.at] : root;
}

const opened = () => [...document.querySelectorAll("details[open], [popover]:popover-open")].map(place).filter(Boolean);

function open(there) {
  const element = found(there);
  if (element?.localName === "details") element.open = true;
  else if (element?.popover && !element.matches(":popover-open")) element.showPopover();
}

/** Focus that was on what is gone goes to the panel it stood in, never to the top of the page. */
function focus(there, panels) {
  if (!there || document.activeElement !== document.body) return;
  const next = found(there) ?? panels.map((id) => document.getElementById(id)).find(Boolean);
  if (!next) return;
  if (next.id && !next.matches("a, button, input, select, textarea, summary, [tabindex]")) next.tabIndex = -1;
  next.focus({ preventScroll: true });
}

addEventListener("turbo:before-stream-render", (event) => {
  const { render } = event.detail;
  event.detail.render = async (element) => {
    await handIsUp();
    const active = document.activeElement;
    const there = active && active !== document.body ? place(active) : null;
    const panels = [];
    for (let each = active; each; each = each.parentElement) if (each.id) panels.push(each.id);
    const open_ = opened();
    await render(element);
    open_.forEach(open);
    focus(there, panels);
  };
});

// A visit that meets no network would leave for the browser's own page.
const { adapter } = Turbo.session;
const failed = adapter.visitRequestFailedWithStatusCode.bind(adapter);
const noAnswer = 0, tooSlow = -1; // Turbo's SystemStatusCode
adapter.visitRequestFailedWithStatusCode = (visit, status) => {
  if (status !== noAnswer && status !== tooSlow) return failed(visit, status);
  tell("held", () => Turbo.visit(visit.location));
};
addEventListener("turbo:load", () => untell("held"));
