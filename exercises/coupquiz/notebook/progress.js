// The picture of progress, and what can be done with all answers: name, export, import, delete.

function render({ model, el }) {
  const picture = draw(["div", {}]);
  const word = draw(["p", { class: "coup coup-word", role: "status" }]);
  const tools = draw(["div", { class: "coup coup-again tools" }]);
  const send = (act, more = {}) => (word.textContent = "", model.send({ act, ...more }));

  const name = draw(["label", {}, "Your name, if you like ", ["input", { type: "text", maxlength: "100", autocomplete: "name" }]]);
  const field = name.querySelector("input");
  field.addEventListener("change", () => send("name", { name: field.value }));

  const save = draw(["button", { type: "button" }, "Export to a file"]);
  save.addEventListener("click", () => send("export"));

  const load = draw(["button", { type: "button" }, "Import a file"]);
  const chooser = draw(["input", { type: "file", accept: ".json", hidden: "", "aria-label": "File to import" }]);
  load.addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", async () => {
    const [file] = chooser.files;
    if (file) send("import", { file: file.name, content: await file.text() });
    chooser.value = "";
  });

  const remove = sure({
    label: "Delete all",
    question: "Delete all answers to all notebooks of this folder, and older copies of them? This cannot be undone.",
    yes: "Delete all",
    no: "Keep them",
    act: () => send("delete"),
  });
  const buttons = draw(["div", { class: "buttons" }]);
  buttons.append(save, load, chooser, remove);
  tools.append(name, buttons);
  keepKeys(tools);

  const showPicture = () => picture.replaceChildren(draw(model.get("page")));
  const showWord = () => (word.textContent = model.get("word"));
  const showName = () => document.activeElement !== field && (field.value = model.get("name"));
  const download = ({ file, content }) => {
    const url = URL.createObjectURL(new Blob([content], { type: "application/json" }));
    const link = draw(["a", { href: url, download: file }]);
    link.click();
    URL.revokeObjectURL(url);
  };
  const heard = [["change:page", showPicture], ["change:word", showWord], ["change:name", showName], ["msg:custom", download]];
  for (const [event, act] of heard) model.on(event, act);

  // Answers are given in other notebooks: each time this one is seen again, the picture is drawn anew.
  let seen = true;
  const watch = new IntersectionObserver(([entry]) => {
    if (entry.isIntersecting && !seen) model.send({ act: "look" });
    seen = entry.isIntersecting;
  });
  watch.observe(picture);

  for (const show of [showPicture, showWord, showName]) show();
  el.replaceChildren(asleep(model), picture, tools, word);
  const leave = watched(model);
  return () => {
    leave();
    watch.disconnect();
    for (const [event, act] of heard) model.off(event, act);
  };
}

export default { render };
