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
function drawnWidth(chart) {
  return (
    /** @type {any} */
    chart._fullLayout?.width
  );
}
function pixelsAcross(chart) {
  const layout = (
    /** @type {any} */
    chart._fullLayout
  );
  const size = layout?._size;
  if (!size) return void 0;
  return (panel, day) => {
    const [first, last] = layout[panel === "years" ? "xaxis" : "xaxis2"].range;
    return size.l + (day - first) / (last - first) * size.w;
  };
}

// coupdata/views/event_explorer/scripts/bring.js
function bring(chart, down) {
  const place = draw(["span", { class: "coup-place" }]);
  place.style.top = `${down}px`;
  chart.append(place);
  place.scrollIntoView({ block: "nearest" });
  place.remove();
}

// coupdata/views/event_explorer/scripts/chart_pointer.js
var ROOMY = 920;
function watchChart({ model, view, el, bar, widths }) {
  const home = () => (
    /** @type {HTMLElement | null} */
    el.closest(".coup-explorer") ?? el.parentElement
  );
  const tell = () => {
    const narrowest = widths.size ? Math.min(...widths.values()) : 0;
    if (Math.abs(narrowest - model.get("width")) > 8) view.set("width", narrowest);
  };
  const measure = () => {
    const box = home();
    if (!box?.clientWidth) return;
    box.classList.toggle("coup-roomy", box.clientWidth >= ROOMY);
    box.style.setProperty("--coup-bar", `${bar.offsetHeight}px`);
    const columns = getComputedStyle(box).gridTemplateColumns.split(" ");
    widths.set(el, Math.floor(parseFloat(columns[0]) || box.clientWidth));
    tell();
    const chart = chartIn(box);
    const drawn = chart && drawnWidth(chart);
    if (drawn && Math.abs(drawn - chart.clientWidth) > 1) window.dispatchEvent(new Event("resize"));
  };
  const sizes = new ResizeObserver(measure);
  const name = () => {
    const chart = chartIn(home());
    if (!chart || chart.hasAttribute("role")) return;
    chart.setAttribute("role", "img");
    const words = _("{name}. The list of events says the same in words.", { name: model.get("name") });
    chart.setAttribute("aria-label", words);
    sizes.observe(chart);
  };
  const met2 = ({ target, clientX, clientY }) => {
    const chart = chartIn(home());
    const across = chart && pixelsAcross(chart);
    if (!across || !(target instanceof Node && chart.contains(target))) return void 0;
    const box = chart.getBoundingClientRect();
    return hitAt(model.get("hits"), across, clientX - box.left, clientY - box.top);
  };
  const attach = () => {
    const box = home();
    if (!box) return;
    view.listen(box, "click", (event) => {
      const hit = met2(event);
      if (hit) view.set("selected", hit.id);
    });
    view.listen(box, "pointermove", (event) => {
      const chart = chartIn(box);
      if (chart) chart.style.cursor = met2(event) ? "pointer" : "";
    });
    const changes = new MutationObserver(name);
    sizes.observe(box);
    sizes.observe(bar);
    changes.observe(box, { childList: true, subtree: true });
    view.signal.addEventListener("abort", () => {
      sizes.disconnect();
      changes.disconnect();
      widths.delete(el);
      tell();
    });
    name();
    measure();
  };
  if (el.isConnected) attach();
  else requestAnimationFrame(attach);
}
function hitAt(hits, across, x, y) {
  return hits.find((hit) => {
    const [first, last] = [across(hit.panel, hit.first) - 9, across(hit.panel, hit.last) + 9];
    if (Math.abs(y - hit.y) < 12 && x > first && x < last) return true;
    const start = across(hit.panel, hit.labelX) + (hit.label > 0 ? 8 : -8);
    const [left, right] = [Math.min(start, start + hit.label), Math.max(start, start + hit.label)];
    return Math.abs(y - hit.labelY) < 11 && x > left && x < right;
  });
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

// coupdata/views/event_explorer/scripts/filters.js
var FILTERS = ["actor", "theme", "place"];
function fitting(rows, wanted) {
  return rows.filter((row) => FILTERS.every((name) => !wanted(name) || row[name].includes(wanted(name))));
}
function drawFilters({ model, view, fits }) {
  const box = draw(["div", { class: "filters" }]);
  for (const { name, label, choices } of model.get("filters")) {
    const field = draw(["label", {}, ["span", {}, label], ["select", {}]]);
    const select = find(field, "select", HTMLSelectElement);
    for (const [id, title] of [["", _("all")], ...choices])
      select.append(draw(["option", { value: id }, title]));
    view.listen(select, "change", () => view.set(name, select.value));
    view.follow([name], () => {
      if (select.value !== model.get(name)) select.value = model.get(name);
    });
    box.append(field);
  }
  const count = draw(["span", { class: "count", role: "status" }]);
  const clear = draw(["button", { type: "button" }, _("Clear the filters")]);
  view.listen(clear, "click", () => {
    find(box, "select").focus();
    for (const name of FILTERS) view.set(name, "");
  });
  view.follow(FILTERS, () => {
    const [n, all] = [fits().length, model.get("events").length];
    const left = ngettext("{left} of {n} event", "{left} of {n} events", all, { left: n });
    redraw(count, n ? left : _("No event fits these filters."));
    clear.hidden = n > 0;
  });
  box.append(count, clear);
  return box;
}

// coupdata/views/event_explorer/scripts/event_list.js
function drawList({ model, view, fits }, bar) {
  const name = unique();
  const listbox = draw(["div", { role: "listbox", tabindex: "0", "aria-label": model.get("name") }]);
  let options = /* @__PURE__ */ new Map();
  const live = draw(["div", { class: "unseen", "aria-live": "polite" }]);
  const choose = (id) => view.set("selected", id);
  const chosen = () => model.get("selected");
  view.listen(listbox, "click", (event) => {
    const id = met(event, "[role=option]")?.dataset.id;
    if (id) choose(id);
  });
  chooseByKeys(listbox, { listen: view.listen, ids: () => fits().map((row) => row.id), chosen, choose });
  const mark = () => markOption(listbox, options.get(chosen()));
  const fade = () => {
    const left = new Set(fits().map((row) => row.id));
    for (const [id, option] of options) {
      if (left.has(id)) option.removeAttribute("aria-disabled");
      else option.setAttribute("aria-disabled", "true");
    }
  };
  view.follow(["events"], () => {
    options = new Map(model.get("events").map((row) => [row.id, drawRow(row, `${name}-${row.id}`)]));
    const { scrollTop } = listbox;
    listbox.replaceChildren(...options.values());
    listbox.scrollTop = scrollTop;
    mark();
    fade();
  });
  view.on("change:selected", () => {
    mark();
    const row = model.get("events").find(({ id }) => id === chosen());
    redraw(live, row && bar.contains(document.activeElement) ? `${row.when}, ${row.title}` : "");
  });
  for (const filter of FILTERS) view.on(`change:${filter}`, fade);
  const box = draw(["div", { class: "list" }]);
  box.append(live, listbox);
  return box;
}
function drawRow(row, id) {
  const kind = row.hidden ? "withheld" : row.key ? "key" : "";
  const option = draw([
    "div",
    { role: "option", id, class: kind, "aria-selected": "false", "data-id": row.id },
    ["span", { class: "when" }, row.when],
    ["span", { class: "glyph", "aria-hidden": "true" }, row.glyph],
    ["span", { class: "title" }, row.title]
  ]);
  find(option, ".glyph").style.color = row.colour;
  return option;
}

// coupdata/views/event_explorer/scripts/hidden_note.js
function drawNote({ model, view }) {
  const said = draw(["span", {}]);
  const button = draw(["button", { type: "button" }]);
  const note = draw(["p", { class: "coup coup-hidden-note" }]);
  note.append(said, " ", button);
  view.listen(button, "click", () => view.set("show_hidden", !model.get("show_hidden")));
  view.follow(["note", "show_hidden"], () => {
    said.setAttribute("aria-live", note.contains(document.activeElement) ? "polite" : "off");
    note.hidden = !model.get("note");
    redraw(said, model.get("note"));
    redraw(button, model.get("show_hidden") ? _("Hide them again") : _("Show them"));
  });
  return note;
}

// coupdata/views/event_explorer/scripts/steps.js
var PAUSE = 3200;
function neighbour(all, left, chosen, by) {
  const place = (row) => all.indexOf(row);
  const here = all.findIndex((row) => row.id === chosen);
  if (here < 0) return left.at(by > 0 ? 0 : -1);
  return by > 0 ? left.find((row) => place(row) > here) : left.findLast((row) => place(row) < here);
}
function drawSteps({ model, view, fits }, choose) {
  const [previous, next, play] = [_("◀ Previous"), _("Next ▶"), ""].map(
    (text) => draw(["button", { type: "button" }, text])
  );
  const box = draw(["div", { class: "steps" }]);
  box.append(previous, next, play);
  let timer;
  const beside = (by) => neighbour(model.get("events"), fits(), model.get("selected"), by);
  const show = () => {
    previous.setAttribute("aria-disabled", String(!beside(-1)));
    next.setAttribute("aria-disabled", String(!beside(1)));
    redraw(play, timer ? _("❚❚ Pause") : _("▶ Play"));
  };
  const step = (by) => {
    const row = beside(by);
    if (row) choose(row.id);
  };
  const stop = () => {
    clearInterval(timer);
    timer = void 0;
    show();
  };
  const start = () => {
    if (!beside(1)) view.set("selected", "");
    step(1);
    timer = setInterval(() => {
      step(1);
      if (!beside(1)) stop();
    }, PAUSE);
    show();
  };
  for (
    const [button, by] of
    /** @type {[HTMLElement, 1 | -1][]} */
    [
      [previous, -1],
      [next, 1]
    ]
  ) {
    view.listen(button, "click", () => {
      stop();
      step(by);
    });
  }
  view.listen(play, "click", () => timer ? stop() : start());
  view.follow(["selected", "events", ...FILTERS], show);
  view.signal.addEventListener("abort", stop);
  return box;
}

// coupdata/views/event_explorer/scripts/explorer.js
function render({ model, el }, widths) {
  const view = begin(model);
  el.classList.add("coup-navigator");
  const bar = draw(["div", { class: "coup coup-bar", role: "group", "aria-label": _("Steps and filters") }]);
  const list = draw(["div", { class: "coup coup-events" }]);
  const part = { model, view, fits: () => fitting(model.get("events"), (name) => model.get(name)) };
  const note = drawNote(part);
  for (const each of [bar, note, list]) keepKeys(each);
  el.replaceChildren(asleep(model), bar, note, list);
  const show = (id) => {
    view.set("selected", id);
    const chart = chartIn(el.closest(".coup-explorer"));
    const hit = model.get("hits").findLast((hit2) => hit2.id === id);
    if (chart && hit) bring(chart, hit.y);
  };
  bar.append(drawSteps(part, show), drawFilters(part));
  list.append(drawList(part, bar));
  watchChart({ model, view, el, bar, widths });
  return view.end;
}
var explorer_default = () => {
  const widths = /* @__PURE__ */ new Map();
  return { render: (shown) => render(shown, widths) };
};
export {
  explorer_default as default
};
