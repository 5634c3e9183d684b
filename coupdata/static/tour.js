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

// coupdata/views/html/scripts/i18n.js
var catalogue = {};
function speak(words) {
  catalogue = words;
}
function _(message, values = {}) {
  const found = catalogue[message];
  return filled(typeof found === "string" ? found : message, values);
}
function ngettext(singular, plural, n, values = {}) {
  const found = catalogue[singular];
  const english = n === 1 ? singular : plural;
  const form = typeof found === "object" ? found.forms[found.index[n < 100 ? n : 100 + n % 100]] : english;
  return filled(form, { n, ...values });
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
  dress(STYLE);
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

// coupdata/views/timeline_chart/plotly.js
function chartIn(root) {
  return root?.querySelector(".js-plotly-plot") ?? null;
}

// coupdata/views/event_explorer/tour.js
function render({ model, el }) {
  const { listen, follow, set, signal, end } = begin(model);
  const page = draw(model.get("page"));
  const stops = findAll(page, "li");
  const back = draw(["button", { type: "button" }, _("◀ Back")]);
  const on = draw(["button", { type: "button" }]);
  const where = draw(["span", { class: "where" }]);
  const steps = draw(["div", { class: "steps" }]);
  steps.append(back, on, where);
  page.prepend(steps);
  keepKeys(page);
  find(page, "ol").setAttribute("aria-live", "polite");
  el.replaceChildren(asleep(model), page);
  let moved = false;
  const go = (by) => {
    const stop = model.get("stop") + by;
    if (stop < 1 || stop > stops.length) return;
    set("stop", stop);
    moved = true;
  };
  const place = draw(["span", { class: "mark", "aria-hidden": "true" }]);
  const bring = () => {
    const walk = (
      /** @type {HTMLElement | null} */
      el.closest(".coup-walk")
    );
    const chart = chartIn(walk);
    if (!moved || !walk || !chart) return;
    if (place.parentElement !== walk) walk.append(place);
    const top = chart.getBoundingClientRect().top - walk.getBoundingClientRect().top;
    place.style.top = `${top + model.get("down")}px`;
    place.style.scrollMarginTop = `${page.offsetHeight + 32}px`;
    place.scrollIntoView({ block: "nearest" });
  };
  listen(back, "click", () => go(-1));
  listen(on, "click", () => go(1));
  follow(["stop"], () => {
    const here = model.get("stop");
    const all = stops.length;
    stops.forEach((stop, number) => {
      stop.hidden = number + 1 !== here;
    });
    back.setAttribute("aria-disabled", String(here <= 1));
    on.setAttribute("aria-disabled", String(here === all));
    redraw(on, here ? _("Next stop ▶") : _("Begin the tour"));
    redraw(where, here ? _("Stop {here} of {all}", { here, all }) : ngettext("{n} stop", "{n} stops", all));
    bring();
  });
  follow(["down"], bring);
  signal.addEventListener("abort", () => place.remove());
  return end;
}
var tour_default = { render };
export {
  tour_default as default
};
