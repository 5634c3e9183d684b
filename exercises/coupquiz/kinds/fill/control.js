// Text fields inside a sentence.

controls.fill = ({ root, listen, type }) => {
  const fields = [...root.querySelectorAll("input")];
  const words = () => fields.filter((field) => field.value).map((field) => [field.dataset.blank, field.value]);
  for (const field of fields) listen(field, "input", () => type(Object.fromEntries(words())));
  return (answer) => fields.forEach((field) => write(field, answer?.[field.dataset.blank] ?? ""));
};
