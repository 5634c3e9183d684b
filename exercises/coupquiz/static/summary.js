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
function met(event, selector) {
  return event.target instanceof Element ? event.target.closest(selector) : null;
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

// exercises/coupquiz/notebook/scripts/summary.js
function render({ model, el }) {
  const { listen, follow, signal, end } = begin(model);
  const table = draw(["div", {}]);
  const word = draw(["p", { class: "coup coup-word", role: "status" }]);
  const again = draw(["p", { class: "coup coup-again" }]);
  if (model.get("again")) {
    again.append(
      confirm({
        label: _("Start again"),
        question: _("Start all these questions again? A copy of your answers is kept."),
        yes: _("Start again"),
        no: _("Keep my answers"),
        act: () => model.send("start again")
      })
    );
  }
  listen(table, "click", (event) => {
    const link = met(event, "a");
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    const question = document.getElementById(link.hash.slice(1));
    redraw(word, question ? "" : _("That question is not on this page yet: choose Run, then Run All Cells."));
    question?.scrollIntoView({ block: "start" });
    const control = (
      /** @type {HTMLElement | null | undefined} */
      question?.querySelector("input, select, textarea, button")
    );
    control?.focus({ preventScroll: true });
  });
  for (const part of [table, again]) keepKeys(part);
  follow(["page"], () => redraw(table, model.get("page")));
  follow(["word"], () => redraw(word, model.get("word")));
  el.replaceChildren(asleep(model), table, again, word);
  signal.addEventListener("abort", watched(model));
  return end;
}
var summary_default = { render };
export {
  summary_default as default
};
