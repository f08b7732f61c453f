// On a phone the report is a sheet over the log: a link to it opens it, and so does a refusal.
const narrow = matchMedia("(width < 56rem)");

function open() {
  const sheet = document.getElementById("report");
  if (!sheet?.showPopover || sheet.matches(":popover-open")) return;
  const asked = location.hash === "#report";
  if (narrow.matches && (asked || sheet.querySelector(".mistakes, .wrong"))) sheet.showPopover();
  if (asked) sheet.querySelector("input:not([type=hidden])")?.focus();
}

addEventListener("turbo:load", open);
addEventListener("turbo:render", open);
addEventListener("hashchange", open);
