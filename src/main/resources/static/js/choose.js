// Choosing among many: who types a part of a name sees only those that have it. Without the script all are shown.
const few = 12;

function shown(fieldset, part) {
  const wanted = part.trim().toLocaleLowerCase();
  for (const row of fieldset.querySelectorAll("li"))
    row.hidden = !row.textContent.toLocaleLowerCase().includes(wanted) && !row.querySelector(":checked");
}

function prepare(root) {
  for (const fieldset of root.querySelectorAll?.("fieldset[data-choose]") ?? []) {
    if (fieldset.querySelector("input[type=search]") || fieldset.querySelectorAll("li").length <= few) continue;
    const find = document.createElement("input");
    find.type = "search";
    find.placeholder = fieldset.dataset.choose;
    find.setAttribute("aria-label", fieldset.dataset.choose);
    find.addEventListener("input", () => shown(fieldset, find.value));
    find.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== "ArrowDown") return;
      event.preventDefault(); // Enter must not send the form while somebody looks for a name
      fieldset.querySelector("li:not([hidden]) :is(input, a)")?.focus();
    });
    fieldset.querySelector("legend").after(find);
  }
}

document.addEventListener("toggle", (event) => prepare(event.target), true);
document.addEventListener("focusin", (event) => {
  const fieldset = event.target.closest?.("fieldset[data-choose]");
  if (fieldset) prepare(fieldset.parentElement);
});
