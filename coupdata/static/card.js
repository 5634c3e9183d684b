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

// coupdata/views/html/scripts/find.js
function find(root, selector, type = (
  /** @type {any} */
  HTMLElement
)) {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new TypeError(`nothing on this page is a ${selector}`);
  return found;
}
function met(event, selector) {
  return event.target instanceof Element ? event.target.closest(selector) : null;
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

// coupdata/views/html/scripts/i18n.js
var catalogue = {};
function speak(words) {
  catalogue = words;
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

// coupdata/views/event_explorer/scripts/card.js
function render({ model, el }) {
  const { listen, follow, set, signal, end } = begin(model);
  el.classList.add("coup-card-view");
  keepKeys(el);
  listen(el, "click", (event) => {
    const chosen = met(event, "[data-event]")?.dataset.event;
    if (chosen) set("selected", chosen);
  });
  const measure = () => {
    const isCut = el.scrollHeight > el.clientHeight;
    if (isCut && !el.querySelector("button"))
      el.tabIndex = 0;
    else el.removeAttribute("tabindex");
  };
  const sizes = new ResizeObserver(measure);
  sizes.observe(el);
  signal.addEventListener("abort", () => sizes.disconnect());
  follow(["page"], () => {
    const inside = el.contains(document.activeElement);
    el.replaceChildren(draw(model.get("page")));
    el.scrollTop = 0;
    measure();
    if (!inside) return;
    const heading = find(el, "h3");
    heading.tabIndex = -1;
    heading.focus();
  });
  return end;
}
var card_default = { render };
export {
  card_default as default
};
