// Reporting: a link to it puts the hand on the four statuses, and closing it keeps what is typed.
function go() {
  if (location.hash === "#report") document.querySelector("#report .four input")?.focus();
}

addEventListener("turbo:load", go);
addEventListener("hashchange", go);
addEventListener("click", (event) => {
  const close = event.target.closest?.(".reporting .close");
  if (!close) return;
  event.preventDefault(); // a reset would empty the fields too
  for (const status of close.form.querySelectorAll(".four :checked")) status.checked = false;
  close.form.dispatchEvent(new Event("input", { bubbles: true }));
  document.querySelector("#report .four input")?.focus();
});
