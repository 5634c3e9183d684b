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
function findAll(root, selector, _type = (
  /** @type {any} */
  HTMLElement
)) {
  return (
    /** @type {any[]} */
    [...root.querySelectorAll(selector)]
  );
}
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

// coupdata/views/html/scripts/listbox.js
function chosenBy(key, ids, chosen) {
  if (key === "Escape") return "";
  const last = ids.length - 1;
  const here = ids.indexOf(chosen);
  const places = {
    ArrowDown: here + 1,
    ArrowUp: here < 0 ? last : here - 1,
    PageDown: here + 8,
    PageUp: here - 8,
    Home: 0,
    End: last
  };
  return ids[Math.max(0, Math.min(places[key], last))];
}
function chooseByKeys(listbox, { listen, ids, chosen, choose }) {
  listen(listbox, "keydown", (event) => {
    const id = chosenBy(event.key, ids(), chosen());
    if (id === void 0) return;
    choose(id);
    event.preventDefault();
  });
}
function markOption(listbox, option) {
  for (const other of listbox.querySelectorAll("[aria-selected=true]")) {
    other.setAttribute("aria-selected", "false");
  }
  if (!option) return listbox.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  listbox.setAttribute("aria-activedescendant", option.id);
  const top = option.offsetTop - listbox.offsetTop;
  const lowest = top + option.offsetHeight - listbox.clientHeight;
  listbox.scrollTop = Math.max(Math.min(listbox.scrollTop, top), lowest);
}

// coupdata/views/html/scripts/unique.js
function unique() {
  return `coup-${Math.random().toString(36).slice(2, 10)}`;
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

// coupdata/views/drawing/drawing.js
var STEP = 20;
function render({ model, el }) {
  const view = begin(model);
  const { follow, set } = view;
  const choice = model.get("chooses");
  const page = draw(model.get("page"));
  const drawing = find(page, ".coup-drawing");
  page.classList.add("live");
  keepKeys(page);
  el.replaceChildren(asleep(model), page);
  follow(["drawing"], () => redraw(drawing, model.get("drawing")));
  workList(page, model, view);
  follow([choice], () => show(findAll(page, "[data-about]"), "about", model.get(choice)));
  follow(["selected"], () => {
    const selected = model.get("selected");
    show(findAll(page, "[data-told]"), "told", selected);
    for (const button of findAll(page, "[data-event]")) {
      button.setAttribute("aria-pressed", String(button.dataset.event === selected));
    }
  });
  const toggle = (name, id) => set(name, id === model.get(name) ? "" : id);
  const live = draw(["p", { class: "unseen", role: "status" }]);
  page.append(live);
  view.listen(page, "click", (event) => {
    const chosen = met(event, "[data-choice], [data-events], [data-event]")?.dataset ?? {};
    if (chosen.choice) {
      toggle(choice, chosen.choice);
      const about = page.querySelector("[data-about]:not([hidden])");
      const name = about?.querySelector(".name")?.textContent ?? "";
      redraw(live, model.get(choice) ? _("Chosen: {name}", { name }) : _("Nothing is chosen."));
    }
    if (chosen.event) toggle("selected", chosen.event);
    if (chosen.events) set("selected", following(chosen.events.split(" "), model.get("selected")));
  });
  const sizes = new ResizeObserver(() => {
    const room = page.clientWidth;
    const more = room - model.get("width");
    if (room && (more < 0 || more >= 2 * STEP)) set("width", room - room % STEP);
  });
  sizes.observe(page);
  view.signal.addEventListener("abort", () => sizes.disconnect());
  return view.end;
}
function following(ids, id) {
  return ids[(ids.indexOf(id) + 1) % ids.length];
}
function show(parts, name, id) {
  for (const part of parts) part.hidden = part.dataset[name] !== id;
}
function workList(page, model, view) {
  const list = find(page, "[role=listbox]");
  const choice = model.get("chooses");
  const name = unique();
  const options = findAll(list, "[role=option]");
  const ids = options.map((option) => option.dataset.choice ?? "");
  for (const option of options) option.id = `${name}-${option.dataset.choice}`;
  const choose = (id) => view.set(choice, id);
  const chosen = () => model.get(choice);
  chooseByKeys(list, { listen: view.listen, ids: () => ids, chosen, choose });
  view.follow([choice], () => markOption(list, options[ids.indexOf(chosen())]));
}
var drawing_default = { render };
export {
  drawing_default as default,
  following
};
