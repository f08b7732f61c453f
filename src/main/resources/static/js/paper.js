// Says at once that a file is too large, before it is sent. The server says it too.
document.addEventListener("change", (event) => {
  const field = event.target;
  if (field.type !== "file" || !field.dataset.most) return;
  const large = [...field.files].some((file) => file.size > Number(field.dataset.most));
  field.setCustomValidity(large ? field.dataset.tooLarge : "");
  if (large) field.reportValidity();
});
