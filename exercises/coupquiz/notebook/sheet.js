// A sheet of questions. Each has a control of its kind, buttons, and a place for what Python says to the answer.
// What is answered goes to Python at once; all that stands below the control, "saved" above all, is Python's word.

const controls = {}; // by kind; the kinds' own files fill it

const PAUSE = 400; // milliseconds without a key after which typed text goes to Python

function render({ model, el }) {
  const ended = new AbortController();
  const sheet = draw(model.get("page"));
  keepKeys(sheet);
  const questions = [...sheet.querySelectorAll(".question")].map((root) => attach(root, model, ended.signal));
  const problem = draw(["p", { class: "trouble", role: "alert" }]);
  sheet.prepend(problem);
  const update = () => {
    problem.textContent = model.get("problem");
    for (const question of questions) question.show(model.get("states")[question.id]);
  };
  for (const name of ["states", "problem"]) model.on(`change:${name}`, update);
  model.on("comm_live_update", () => questions.forEach((question) => question.lose()));
  ended.signal.addEventListener("abort", () => {
    for (const name of ["states", "problem"]) model.off(`change:${name}`, update);
  });
  el.replaceChildren(asleep(model), sheet);
  update();
  ended.signal.addEventListener("abort", watched(model));
  return () => ended.abort();
}

function attach(root, model, signal) {
  const id = root.dataset.question;
  const listen = (target, type, act) => target.addEventListener(type, act, { signal });
  const buttons = draw(["div", { class: "buttons" }]);
  const kept = draw(["p", { class: "kept" }]);
  const trouble = draw(["p", { class: "trouble", role: "alert" }]);
  const said = drawnInto(draw(["div", { role: "status" }]));
  const help = drawnInto(draw(["div", { "aria-live": "polite" }]));
  const actions = draw(["div", { class: "actions" }]);
  actions.append(buttons, kept);
  root.append(actions, trouble, said.box, help.box);

  let answer = null;
  let turn = ""; // names the newest change until Python has answered to it
  let timer = null; // of typed text that has not gone to Python yet
  let lost = false;

  const send = (act, more = {}) => {
    clearTimeout(timer);
    timer = null;
    turn = unique();
    if (lost) lose();
    else model.send({ act, question: id, answer, turn, ...more });
  };
  const flush = () => timer && send("answer");
  const give = (given) => {
    answer = given;
    turn = unique();
    kept.textContent = "Saving …";
    said.draw([]);
    mark({});
    if (lost) lose();
  };
  const lose = () => {
    lost = true;
    if (turn) kept.textContent = "Not saved";
  };
  const control = controls[root.dataset.kind]({
    root,
    listen,
    give: (given) => (give(given), send("answer")),
    type: (given) => {
      give(given);
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE);
    },
  });
  listen(root, "focusout", flush);
  listen(window, "pagehide", flush);
  signal.addEventListener("abort", flush);
  listen(root, "keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input[type=text]")) return;
    if (buttons.firstChild) buttons.firstChild.click();
    else flush();
  });
  listen(said.box, "change", () => {
    const ticked = [...said.box.querySelectorAll("[data-tick]")].filter((tick) => tick.checked);
    send("tick", { ticked: ticked.map((tick) => tick.dataset.tick) });
  });

  const showButtons = (wanted) => {
    wanted.forEach(({ act, label, note, off }, i) => {
      const button = buttons.children[i] ?? draw(["button", { type: "button" }]);
      if (!button.isConnected) {
        buttons.append(button);
        listen(button, "click", () => button.ariaDisabled !== "true" && send(button.dataset.act));
      }
      button.dataset.act = act;
      button.ariaDisabled = String(off);
      button.replaceChildren(label, ...(note ? [draw(["small", {}, ` ${note}`])] : []));
    });
  };
  const mark = (marks) => {
    for (const part of root.querySelectorAll("[data-part]")) {
      part.classList.toggle("right", marks[part.dataset.part] === true);
      part.classList.toggle("wrong", marks[part.dataset.part] === false);
    }
  };
  const show = (state) => {
    if (turn && state.turn !== turn) return; // what is said to an older answer
    turn = "";
    if (timer === null) {
      answer = state.answer;
      control(answer, state);
    }
    showButtons(state.buttons);
    said.draw(state.said);
    for (const tick of said.box.querySelectorAll("[data-tick]")) tick.checked = state.ticked.includes(tick.dataset.tick);
    help.draw(state.help);
    mark(state.marks);
    root.classList.toggle("answered", answer !== null);
    kept.textContent = state.at ? `${state.kept} ${clock(state.at)}` : state.kept;
    trouble.textContent = state.trouble;
  };
  return { id, show, lose };
}

/** A box that is drawn anew only where there is something new, so that nothing is read out twice. */
function drawnInto(box) {
  let drawn = "[]";
  return {
    box,
    draw: (node) => {
      if (drawn === JSON.stringify(node)) return;
      drawn = JSON.stringify(node);
      box.replaceChildren(...(node.length ? [draw(node)] : []));
    },
  };
}

/** The time of day, and before it the day if that is another. */
function clock(text) {
  const at = new Date(text);
  const time = at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  if (at.toDateString() === new Date().toDateString()) return time;
  return `${at.toLocaleDateString("en-GB", { day: "numeric", month: "long" })}, ${time}`;
}

/** Tie a note to the field that it explains. */
function describe(field, note) {
  note.id = unique();
  field.setAttribute("aria-describedby", note.id);
}

/** Write a text into a field, but leave the cursor alone where it stands there already. */
function write(field, text) {
  if (field.value !== text) field.value = text;
}

export default { render };
