// A value from the data: a field. A list that Python gives is shown with commas, and comes back as one text.

controls.value = ({ root, listen, type }) => {
  const field = root.querySelector("input");
  listen(field, "input", () => type(field.value));
  return (answer) => write(field, Array.isArray(answer) ? answer.join(", ") : (answer ?? ""));
};
