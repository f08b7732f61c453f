// Reads a chosen text file into the field that its input names, where it can be looked through before it is sent.

document.querySelectorAll("[data-file-shown]").forEach((each) => (each.hidden = false));

document.addEventListener("change", async (event) => {
  const field = document.getElementById(event.target.dataset?.into ?? "");
  const [file] = event.target.files ?? [];
  if (field && file) field.value = await file.text();
});
