// One of several options: radio buttons, a button to check, and what is said to the answer.

function render({ model, el }) {
  const question = draw(model.get("page"));
  const actions = draw(["div", { class: "actions" }, ["button", { type: "button" }, "Check"]]);
  const said = draw(["div", { role: "status" }]);
  question.append(actions, said);
  keepKeys(question);

  const name = unique();
  const options = [...question.querySelectorAll("input")];
  for (const option of options) {
    option.name = name; // buttons of one name are one group, so each view needs a name of its own
    option.addEventListener("change", () => {
      model.set("answer", option.value);
      model.save_changes();
    });
  }
  actions.firstChild.addEventListener("click", () => model.send("check"));

  const showAnswer = () => options.forEach((option) => (option.checked = option.value === model.get("answer")));
  const showSaid = () => said.replaceChildren(...(model.get("said").length ? [draw(model.get("said"))] : []));
  model.on("change:answer", showAnswer);
  model.on("change:said", showSaid);
  showAnswer();
  showSaid();
  el.replaceChildren(asleep(model), question);
  return () => {
    model.off("change:answer", showAnswer);
    model.off("change:said", showSaid);
  };
}

export default { render };
