// Takes a text from a file into its field. Without the script it is pasted.
const largest = 2_000_000;

document.addEventListener("change", async (event) => {
  const row = event.target.closest?.("[data-file]");
  const file = event.target.files?.[0];
  if (!row || !file || file.size > largest) return;
  const field = document.getElementById(row.dataset.file);
  field.value = await file.text();
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
});

function show() {
  for (const row of document.querySelectorAll("[data-file]")) row.hidden = false;
}

document.addEventListener("turbo:load", show);
show();
