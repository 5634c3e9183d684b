// A field for a date, and how Python read it.

controls.date = ({ root, listen, type }) => {
  const field = root.querySelector("input");
  const heard = draw(["p", { class: "heard", role: "status" }]);
  root.querySelector("label").after(heard);
  describe(field, root.querySelector(".note"));
  listen(field, "input", () => type(field.value));
  return (answer, state) => {
    write(field, answer ?? "");
    heard.textContent = state.heard;
  };
};
