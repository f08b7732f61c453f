// What is typed survives: a lost network, an expired session, a page that changes under the hand.
// Kept per account, page and form in this browser, until the form has been sent or the account signs out.
import { note, unfold } from "./draft.js";
import { tell, untell } from "./strip.js";

const longest = 7 * 24 * 3_600_000; // ms that a draft is kept
const pressed = 5 * 60_000; // and a form of mere buttons: its key must not swallow tomorrow's press
const sent = new WeakSet();
const drawn = new WeakMap(); // a form's hidden fields as the page drew them, before a draft's took their place
const account = () => document.querySelector('meta[name="account"]')?.content;
const idOf = (form) => form?.getAttribute("id"); // form.id may be a field of that name
const prefix = () => `keep:${account()}:`;

function keyOf(form) {
  if (!account() || !idOf(form) || form.method === "get" || form.dataset.keep === "off") return null;
  return prefix() + (form.dataset.keep || `${location.pathname}#${idOf(form)}`);
}

const fields = (form) => [...form.elements].filter((each) => each.name && each.dataset.keep !== "off"
  && !["password", "file", "submit", "button", "image", "reset", "fieldset"].includes(each.type)
  && each.autocomplete !== "one-time-code");
const ticked = (field) => field.type === "radio" || field.type === "checkbox";
const typedIn = (form) => fields(form).filter((field) => field.type !== "hidden");

function changed(field) {
  if (ticked(field)) return field.checked !== field.defaultChecked;
  if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected) && field.selectedIndex > 0;
  return field.value !== field.defaultValue;
}

/** Writes down the form as it stands; `whole` also where nothing was typed, since a button was pressed. */
function keep(form, whole = false) {
  const key = keyOf(form);
  if (!key) return;
  if (!whole && !typedIn(form).some(changed)) return localStorage.removeItem(key);
  const values = fields(form)
    .filter((field) => !(sent.has(form) && field.name === "once")) // that key has been used
    .map((field) => [field.name, field.value, ticked(field) ? field.checked : null]);
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), values }));
  } catch {
    // full or forbidden: the form itself still has it
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function restore(form) {
  const key = keyOf(form);
  const draft = key && !sent.has(form) && read(key);
  if (!draft) return;
  if (Date.now() - draft.at > (typedIn(form).length ? longest : pressed)) return localStorage.removeItem(key);
  const left = [...draft.values];
  if (!drawn.has(form)) drawn.set(form, fields(form).filter((field) => field.type === "hidden").map((field) => [field, field.value]));
  for (const field of fields(form)) {
    const fits = ([name, value, on]) => name === field.name && (on === null) !== ticked(field) && (on === null || value === field.value);
    const at = left.findIndex(fits);
    if (at < 0) continue;
    const [[, value, on]] = left.splice(at, 1);
    if (on === null) field.value = value;
    else field.checked = on;
  }
  form.dataset.restored = "";
  const version = form.elements.namedItem("drawn"); // shown with what has changed: the draft goes on from there
  if (version && !draft.values.some(([name]) => name === "drawn"))
    localStorage.setItem(key, JSON.stringify({ ...draft, values: [...draft.values, ["drawn", version.value, null]] }));
  if (draft.at < since && typedIn(form).some(changed)) note(form, draft.at, () => clear(form, key)); // for who comes back to it
}

function clear(form, key) {
  localStorage.removeItem(key);
  form.reset();
  for (const [field, value] of drawn.get(form) ?? []) field.value = value;
}

/** Sent on to sign in: nothing was recorded. */
function atTheDoor({ response }) {
  const login = document.getElementById("strip")?.dataset.login ?? "/sign-in";
  return response.redirected && new URL(response.url).pathname.startsWith(login);
}

const restoreAll = () => document.querySelectorAll("form[id]").forEach((form) => {
  restore(form);
  typedIn(form).filter(changed).forEach(unfold); // what a fold hides must not be sent unseen, also where the browser itself kept it
});

/** Where the hand is, so that it can go on there when the form has been drawn anew. */
function hand() {
  const field = document.activeElement;
  const id = idOf(field?.form);
  if (!id || !field.name) return () => {};
  const { name, value, selectionStart, selectionEnd, type } = field, path = here;
  return () => {
    if (field.isConnected || location.pathname !== path || document.activeElement !== document.body) return;
    const again = [...(document.getElementById(id)?.elements ?? [])].find((each) => each.name === name && (!ticked(each) || each.value === value));
    again?.focus({ preventScroll: true });
    if (type === "textarea" || type === "text") again?.setSelectionRange?.(selectionStart, selectionEnd);
  };
}

let here = location.pathname, since = Date.now(); // the page shown, and from when
let back = () => {};
addEventListener("input", (event) => keep(event.target.form));
addEventListener("turbo:load", () => {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith("keep:") && Date.now() - (read(key)?.at ?? 0) > longest) localStorage.removeItem(key);
  }
  [here, since] = [location.pathname, Date.now()];
  restoreAll();
});
addEventListener("pageshow", restoreAll);
addEventListener("turbo:before-render", () => (back = hand()));
addEventListener("turbo:render", () => (restoreAll(), back()));
addEventListener("turbo:frame-load", restoreAll);
addEventListener("turbo:before-stream-render", (event) => {
  const { render } = event.detail;
  event.detail.render = async (element) => {
    const back = hand();
    await render(element);
    restoreAll();
    back();
  };
});

addEventListener("turbo:submit-start", (event) => {
  if ("forget" in event.target.dataset) Object.keys(localStorage).filter((key) => key.startsWith(prefix())).forEach((key) => localStorage.removeItem(key));
  else keep(event.target, true);
});
addEventListener("turbo:submit-end", ({ detail: { success, fetchResponse, formSubmission } }) => {
  const form = formSubmission.formElement; // the event's target is the page where the form was drawn anew on the way
  const key = keyOf(form);
  if (fetchResponse) untell("kept");
  if (!key) return;
  if (success && !atTheDoor(fetchResponse)) {
    localStorage.removeItem(key);
    for (const each of [form, document.getElementById(idOf(form))]) each && (sent.add(each), each.reset());
  } else if (!fetchResponse) {
    tell("kept", () => document.getElementById(idOf(form))?.requestSubmit(formSubmission.submitter?.isConnected ? formSubmission.submitter : null));
  } else if (!success && fetchResponse.response.status < 500 && fetchResponse.response.status !== 401) {
    const draft = read(key); // refused, and nothing recorded: the page now drawn brings the key to use, and the version where that had changed
    const hidden = new Set(fields(form).filter((field) => field.type === "hidden").map((field) => field.name));
    if (draft) localStorage.setItem(key, JSON.stringify({ ...draft, values: draft.values.filter(([name]) => !hidden.has(name) || (name === "drawn" && fetchResponse.response.status !== 409)) }));
  }
});
