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

// coupdata/views/timeline_chart/plotly.js
function chartIn(root) {
  return root?.querySelector(".js-plotly-plot") ?? null;
}

// coupdata/views/event_explorer/scripts/bring.js
function bring(chart, down) {
  const place = draw(["span", { class: "coup-place" }]);
  place.style.top = `${down}px`;
  chart.append(place);
  place.scrollIntoView({ block: "nearest" });
  place.remove();
}

// coupdata/views/event_explorer/scripts/tour.js
function render({ model, el }) {
  const { listen, follow, set, signal, end } = begin(model);
  const page = draw(model.get("page"));
  const stops = findAll(page, "li");
  const back = draw(["button", { type: "button" }, _("◀ Back")]);
  const on = draw(["button", { type: "button" }]);
  const where = draw(["span", { class: "where" }]);
  const steps = draw(["div", { class: "steps" }]);
  const passed = draw(["p", { class: "passed" }]);
  steps.append(back, on, where);
  page.prepend(steps, passed);
  keepKeys(page);
  find(page, "ol").setAttribute("aria-live", "polite");
  el.replaceChildren(asleep(model), page);
  let moved = false;
  const beside = (by) => nextStop(model.get("stop"), by, stops.length, model.get("passed"));
  const go = (by) => {
    const stop = beside(by);
    if (!stop) return;
    moved = true;
    set("stop", stop);
  };
  const walk = () => (
    /** @type {HTMLElement | null} */
    el.closest(".coup-walk")
  );
  const measure = () => walk()?.style.setProperty("--coup-above", `${page.offsetHeight}px`);
  const show = () => {
    const chart = chartIn(walk());
    if (moved && chart) bring(chart, model.get("down"));
  };
  listen(back, "click", () => go(-1));
  listen(on, "click", () => go(1));
  follow(["stop", "passed"], () => {
    const here = model.get("stop");
    const all = stops.length;
    const left = model.get("passed");
    stops.forEach((stop, number) => {
      stop.hidden = number + 1 !== here || left.includes(here);
    });
    back.setAttribute("aria-disabled", String(!beside(-1)));
    on.setAttribute("aria-disabled", String(!beside(1)));
    passed.hidden = !left.length;
    redraw(passed, left.length ? toldPassed(left) : "");
    redraw(on, here ? _("Next stop ▶") : _("Begin the tour"));
    redraw(where, here ? _("Stop {here} of {all}", { here, all }) : ngettext("{n} stop", "{n} stops", all));
    measure();
    show();
  });
  follow(["down"], show);
  const sizes = new ResizeObserver(measure);
  sizes.observe(page);
  signal.addEventListener("abort", () => sizes.disconnect());
  return end;
}
function nextStop(here, by, all, passed) {
  let stop = here + by;
  while (passed.includes(stop)) stop += by;
  return stop >= 1 && stop <= all ? stop : 0;
}
function toldPassed(passed) {
  return ngettext(
    "Stop {stops} stays hidden until you have answered the question about its date.",
    "Stops {stops} stay hidden until you have answered the questions about their dates.",
    passed.length,
    { stops: passed.join(", ") }
  );
}
var tour_default = { render };
export {
  tour_default as default,
  nextStop
};
