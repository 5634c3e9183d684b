// coupdata/views/html/scripts/draw.js
var HTML = "http://www.w3.org/1999/xhtml";
var SVG = "http://www.w3.org/2000/svg";
function draw([tag, attributes, ...children], around = HTML) {
  const space = tag === "svg" ? SVG : around;
  const drawn = (
    /** @type {HTMLElement} */
    document.createElementNS(space, tag)
  );
  for (const [name, value] of Object.entries(attributes)) drawn.setAttribute(name, value);
  const inside = tag === "foreignObject" ? HTML : space;
  drawn.append(...children.map((child) => typeof child === "string" ? child : draw(child, inside)));
  return drawn;
}
function redraw(box, ...content) {
  content.forEach((wanted, place) => {
    const there = box.childNodes[place];
    if (typeof wanted === "string") {
      if (!(there instanceof Text)) there ? there.replaceWith(wanted) : box.append(wanted);
      else if (there.data !== wanted) there.data = wanted;
    } else if (there instanceof Element && there.localName === wanted[0]) change(there, wanted);
    else {
      const drawn = draw(wanted, box.localName === "foreignObject" ? HTML : box.namespaceURI);
      there ? there.replaceWith(drawn) : box.append(drawn);
    }
  });
  while (box.childNodes.length > content.length) box.lastChild?.remove();
}
function change(element, [, attributes, ...content]) {
  for (const name of element.getAttributeNames()) {
    if (!(name in attributes || name === "data-lm-suppress-shortcuts")) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  redraw(element, ...content);
}

// coupdata/views/html/scripts/find.js
function find(root, selector, type = (
  /** @type {any} */
  HTMLElement
)) {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new TypeError(`nothing on this page is a ${selector}`);
  return found;
}

// coupdata/views/html/scripts/i18n.js
var catalogue = {};
function speak(words) {
  catalogue = words;
}
function _(message, values = {}) {
  const found = catalogue[message];
  return filled(typeof found === "string" ? found : message, values);
}
function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (name, inside) => String(values[inside] ?? name));
}

// coupdata/views/html/scripts/keep_keys.js
function keepKeys(root) {
  for (const type of ["keydown", "keypress", "keyup"]) {
    root.addEventListener(type, (event) => event.stopPropagation());
  }
  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element) target.setAttribute("data-lm-suppress-shortcuts", "true");
  });
  root.addEventListener("keydown", (event) => {
    const isS = event.keyCode === 83;
    if (!isS || !(event.ctrlKey || event.metaKey)) return;
    const copy = new KeyboardEvent("keydown", event);
    if (!root.parentNode?.dispatchEvent(copy)) event.preventDefault();
  });
}

// coupdata/views/html/scripts/hear.js
async function hear(model) {
  if (model.get("hears")) return;
  let widget;
  model.on("change:hears", (own) => widget = own);
  model.set("hears", true);
  if (!widget?._handle_comm_msg) return;
  try {
    await widget._handle_comm_msg({ content: { data: {} } });
  } catch {
    const plain = Object.getPrototypeOf(Object.getPrototypeOf(widget));
    widget.comm?.on_msg((message) => plain._handle_comm_msg.call(widget, message));
    widget.comm?.send({ method: "request_state" });
  }
}

// coupdata/views/html/scripts/view.js
function begin(model) {
  const ended = new AbortController();
  const { signal } = ended;
  if (STYLE) dress(STYLE);
  speak(model.get("catalogue") ?? {});
  hear(model);
  const listen = (target, type, act, options) => target.addEventListener(
    type,
    /** @type {EventListener} */
    act,
    { ...options, signal }
  );
  const on = (event, act) => {
    model.on(event, act);
    signal.addEventListener("abort", () => model.off(event, act));
  };
  const follow = (names, act) => {
    for (const name of names) on(`change:${name}`, act);
    act();
  };
  const set = (name, value) => {
    if (value === model.get(name)) return;
    model.set(name, value);
    model.save_changes();
  };
  return { listen, on, follow, set, signal, end: () => ended.abort() };
}
function dress(css) {
  const worn = [...document.head.querySelectorAll(".coup-style")];
  if (worn.some((style) => style.textContent === css)) return;
  document.head.append(draw(["style", { class: "coup-style" }, css]));
}
function asleep(model) {
  const note = draw(["p", { class: "coup coup-asleep", role: "status" }]);
  model.on("comm_live_update", () => {
    redraw(
      note,
      _(
        "This view has stopped responding. Run this cell again, and the ones before it: Run → Run All Cells."
      )
    );
  });
  return note;
}

// coupdata/views/html/scripts/watched.js
function watched(model) {
  let lost = false;
  model.on("comm_live_update", () => lost = true);
  const say = (word) => lost || model.send(word);
  let timer = null;
  const seen = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    say("seen");
  };
  timer = setTimeout(seen, 100);
  return () => {
    if (timer) seen();
    say("gone");
  };
}

// exercises/coupquiz/notebook/scripts/confirm.js
function confirm({ label, question, yes, no, act }) {
  const button = (text, kind = "") => draw(["button", { type: "button", class: kind }, text]);
  const box = draw(["span", { class: "sure" }]);
  const [ask, go, stay] = [button(label), button(yes, "strong"), button(no)];
  const asked = draw([
    "span",
    { class: "asked", role: "group", "aria-label": question },
    ["span", {}, question]
  ]);
  asked.append(go, stay);
  const show = (shown, focus) => {
    box.replaceChildren(shown);
    focus.focus();
  };
  const rest = () => show(ask, ask);
  ask.addEventListener("click", () => show(asked, stay));
  stay.addEventListener("click", rest);
  go.addEventListener("click", () => {
    rest();
    act();
  });
  asked.addEventListener("keydown", ({ key }) => key === "Escape" && rest());
  box.append(ask);
  return box;
}

// exercises/coupquiz/notebook/scripts/download.js
function download({ file, content }) {
  const url = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  draw(["a", { href: url, download: file }]).click();
  setTimeout(() => URL.revokeObjectURL(url), 6e4);
}

// exercises/coupquiz/notebook/scripts/progress.js
function render({ model, el }) {
  const { follow, on, signal, end } = begin(model);
  const picture = draw(["div", {}]);
  const word = draw(["p", { class: "coup coup-word", role: "status" }]);
  const send = (message) => {
    redraw(word);
    model.send(message);
  };
  const name = drawName(send);
  const tools = draw(["div", { class: "coup coup-again tools" }]);
  const buttons = draw(["div", { class: "buttons" }]);
  buttons.append(...drawTransfer(send), drawDelete(send));
  tools.append(name, buttons);
  keepKeys(tools);
  el.replaceChildren(asleep(model), picture, tools, word);
  follow(["page"], () => redraw(picture, model.get("page")));
  follow(["word"], () => redraw(word, model.get("word")));
  follow(["name"], () => {
    const field = find(name, "input", HTMLInputElement);
    if (document.activeElement !== field) field.value = model.get("name");
  });
  on("msg:custom", download);
  let seen = true;
  const watch = new IntersectionObserver(([{ isIntersecting }]) => {
    const isBack = isIntersecting && !seen;
    seen = isIntersecting;
    if (!isBack) return;
    try {
      model.send({ act: "look" });
    } catch {
    }
  });
  watch.observe(picture);
  signal.addEventListener("abort", () => watch.disconnect());
  signal.addEventListener("abort", watched(model));
  return end;
}
function drawName(send) {
  const attributes = { type: "text", maxlength: "100", autocomplete: "name" };
  const name = draw(["label", {}, _("Your name (optional)"), " ", ["input", attributes]]);
  const field = find(name, "input", HTMLInputElement);
  field.addEventListener("change", () => send({ act: "name", name: field.value }));
  return name;
}
function drawTransfer(send) {
  const save = draw(["button", { type: "button" }, _("Export to a file")]);
  save.addEventListener("click", () => send({ act: "export" }));
  const load = draw(["button", { type: "button" }, _("Import a file")]);
  const attributes = { type: "file", accept: ".json", hidden: "", "aria-label": _("File to import") };
  const chooser = (
    /** @type {HTMLInputElement} */
    draw(["input", attributes])
  );
  load.addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", async () => {
    const file = chooser.files?.[0];
    if (file) send({ act: "import", file: file.name, content: await file.text() });
    chooser.value = "";
  });
  return [save, load, chooser];
}
function drawDelete(send) {
  return confirm({
    label: _("Delete all"),
    question: _(
      "Delete all answers in all the notebooks in this folder, and the older copies too? This cannot be undone."
    ),
    yes: _("Delete all"),
    no: _("Keep them"),
    act: () => send({ act: "delete" })
  });
}
var progress_default = { render };
export {
  progress_default as default
};
