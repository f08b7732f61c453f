// A kept draft says since when it is kept and can be emptied, and no fold hides what it holds.
import { hourMinute } from "./age.js";

/** Opens every fold round the field. */
export function unfold(field) {
  for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
}

/** Says on top of the form that it holds a draft from then (epoch ms); `clear` empties it. */
export function note(form, at, clear) {
  const strip = document.getElementById("strip");
  if (!strip?.dataset.draft || form.querySelector(":scope > .draft")) return;
  const said = document.createElement("p");
  said.className = "draft";
  said.dataset.turboTemporary = "";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = strip.dataset.draftClear;
  button.addEventListener("click", () => {
    clear();
    said.remove();
    form.querySelector("input:not([type=hidden]), textarea, select")?.focus();
  });
  said.append(strip.dataset.draft.replace("{}", hourMinute(at)), " \u00b7 ", button);
  form.prepend(said);
}
