// The keyboard: / search, n write, g and a letter to go, ? the list of keys, Ctrl+Enter to send.
// Single letters can be switched off in the list of keys (WCAG 2.1.4).

let going = 0; // when g was pressed, epoch ms

const typing = (target) => target.closest?.("input, textarea, select, [contenteditable]") && !["checkbox", "radio", "range"].includes(target.type);
const off = () => localStorage.getItem("keys") === "off";
const list = () => document.getElementById("keys");

function focus(selector) {
  const found = [...document.querySelectorAll(selector)].find((each) => each.offsetParent !== null);
  found?.focus();
  found?.scrollIntoView({ block: "nearest" });
  return Boolean(found);
}

function single(key) {
  if (Date.now() - going < 1_000) {
    going = 0;
    const door = document.querySelector(`a[data-key="g ${CSS.escape(key)}"]`)
      ?? ("li".includes(key) ? document.querySelector('.top a[href="/incidents"]') : null); // none is nearest: one chooses
    door?.click();
    return Boolean(door);
  }
  if (key === "g") {
    going = Date.now();
    return true;
  }
  if (key === "/") return focus('input[type="search"]');
  if (key === "n") return focus(".composer > textarea, .keeper > textarea, .signal textarea");
  if (key === "?" && list()) {
    open();
    return true;
  }
  return false;
}

function open() {
  const dialog = list();
  const box = dialog.querySelector("[data-keys-on]");
  if (box) box.checked = !off();
  if (!dialog.open) dialog.showModal();
}

addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const form = event.target.closest?.("textarea, input")?.form;
    if (!form || form.method === "dialog") return;
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  if (/^F\d$/.test(event.key) && !off()) { // chooses what is being written, also while the hand is in the text
    const choice = document.querySelector(`input[data-key="${event.key}"]`);
    if (choice) event.preventDefault();
    return choice?.click();
  }
  if (event.ctrlKey || event.metaKey || event.altKey || off() || typing(event.target) || document.querySelector("dialog[open]")) return;
  if (single(event.key)) event.preventDefault();
});

addEventListener("click", (event) => event.target.closest?.("[data-open-keys]") && list() && open());
addEventListener("change", (event) => {
  if (!event.target.matches("[data-keys-on]")) return;
  if (event.target.checked) localStorage.removeItem("keys");
  else localStorage.setItem("keys", "off");
});
