// The table of answers: each row leads to its question, wherever on the page that stands.

function render({ model, el }) {
  const table = draw(["div", {}]);
  const word = draw(["p", { class: "coup coup-word", role: "status" }]);
  const again = draw(["p", { class: "coup coup-again" }]);
  if (model.get("again")) {
    again.append(
      sure({
        label: "Start again",
        question: "Begin all these questions anew? The file with your answers is kept aside.",
        yes: "Start again",
        no: "Keep my answers",
        act: () => model.send("start again"),
      }),
    );
  }
  const showTable = () => table.replaceChildren(draw(model.get("page")));
  const showWord = () => (word.textContent = model.get("word"));
  model.on("change:page", showTable);
  model.on("change:word", showWord);
  table.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    const question = document.getElementById(link.hash.slice(1));
    word.textContent = question ? "" : "That question is not on this page yet: choose Run, then Run All Cells.";
    question?.scrollIntoView({ block: "start" });
    question?.querySelector("input, select, textarea, button")?.focus({ preventScroll: true });
  });
  for (const part of [table, again]) keepKeys(part);
  showTable();
  showWord();
  el.replaceChildren(asleep(model), table, again, word);
  const leave = watched(model);
  return () => {
    leave();
    model.off("change:page", showTable);
    model.off("change:word", showWord);
  };
}

export default { render };
