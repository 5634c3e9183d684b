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
  content.forEach((wanted, place2) => {
    const there = box.childNodes[place2];
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
  if ("") dress("");
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

// coupdata/views/html/scripts/local_model.js
function localModel(traits, catalogue2 = {}) {
  const values = { ...traits, catalogue: catalogue2, hears: true };
  const heard = /* @__PURE__ */ new Map();
  const model = {
    get: (name) => values[name],
    set: (name, value) => {
      if (value === values[name]) return;
      values[name] = value;
      for (const act of [...heard.get(`change:${name}`) ?? []]) act();
    },
    on: (event, act) => heard.set(event, (heard.get(event) ?? /* @__PURE__ */ new Set()).add(act)),
    off: (event, act) => heard.get(event)?.delete(act),
    save_changes: () => {
    },
    send: () => {
    }
  };
  return (
    /** @type {any} */
    model
  );
}
function link(one, other, names, ended) {
  for (const [from, to] of [
    [one, other],
    [other, one]
  ]) {
    for (const name of names) {
      const copy = () => to.set(name, from.get(name));
      copy();
      from.on(`change:${name}`, copy);
      ended?.addEventListener("abort", () => from.off(`change:${name}`, copy));
    }
  }
}

// coupdata/views/on_page/scripts/drawing_on_page.js
async function showDrawing(place2, fetchJson, name, explorer) {
  const { catalogue: catalogue2, page, chooses } = await fetchJson(name);
  const chosen = { actor: "", place: "", selected: "" };
  const traits = { page, chooses, ...chosen, drawing: ["div", {}], width: 0 };
  const model = localModel(traits, catalogue2);
  const { on, signal, end } = begin(model);
  if (explorer) link(explorer, model, [chooses, "selected"], signal);
  let asked = 0;
  const ask = async () => {
    const mine = ++asked;
    const query = { width: model.get("width"), chosen: model.get(chooses), selected: model.get("selected") };
    const drawing = await fetchJson(`${name}/drawing`, query);
    if (mine === asked && !signal.aborted) model.set("drawing", drawing);
  };
  for (const trait of [chooses, "selected", "width"]) on(`change:${trait}`, ask);
  const leave = drawing_default.render({ model, el: place2 });
  signal.addEventListener("abort", leave);
  return { model, end };
}

// coupdata/views/event_explorer/scripts/card.js
function render2({ model, el }) {
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
var card_default = { render: render2 };

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
  const place2 = draw(["span", { class: "coup-place" }]);
  place2.style.top = `${down}px`;
  chart.append(place2);
  place2.scrollIntoView({ block: "nearest" });
  place2.remove();
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
  const place2 = (row) => all.indexOf(row);
  const here = all.findIndex((row) => row.id === chosen);
  if (here < 0) return left.at(by > 0 ? 0 : -1);
  return by > 0 ? left.find((row) => place2(row) > here) : left.findLast((row) => place2(row) < here);
}
function drawSteps({ model, view, fits }, choose) {
  const [previous, next, play] = [_("◀ Previous"), _("Next ▶"), ""].map(
    (text) => draw(["button", { type: "button" }, text])
  );
  const box = draw(["div", { class: "steps" }]);
  box.append(previous, next, play);
  let timer;
  const beside = (by) => neighbour(model.get("events"), fits(), model.get("selected"), by);
  const show2 = () => {
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
    show2();
  };
  const start = () => {
    if (!beside(1)) view.set("selected", "");
    step(1);
    timer = setInterval(() => {
      step(1);
      if (!beside(1)) stop();
    }, PAUSE);
    show2();
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
  view.follow(["selected", "events", ...FILTERS], show2);
  view.signal.addEventListener("abort", stop);
  return box;
}

// coupdata/views/event_explorer/scripts/explorer.js
function render3({ model, el }, widths) {
  const view = begin(model);
  el.classList.add("coup-navigator");
  const bar = draw(["div", { class: "coup coup-bar", role: "group", "aria-label": _("Steps and filters") }]);
  const list = draw(["div", { class: "coup coup-events" }]);
  const part = { model, view, fits: () => fitting(model.get("events"), (name) => model.get(name)) };
  const note = drawNote(part);
  for (const each of [bar, note, list]) keepKeys(each);
  el.replaceChildren(asleep(model), bar, note, list);
  const show2 = (id) => {
    view.set("selected", id);
    const chart = chartIn(el.closest(".coup-explorer"));
    const hit = model.get("hits").findLast((hit2) => hit2.id === id);
    if (chart && hit) bring(chart, hit.y);
  };
  bar.append(drawSteps(part, show2), drawFilters(part));
  list.append(drawList(part, bar));
  watchChart({ model, view, el, bar, widths });
  return view.end;
}
var explorer_default = () => {
  const widths = /* @__PURE__ */ new Map();
  return { render: (shown) => render3(shown, widths) };
};

// coupdata/views/timeline_chart/widest.js
function widest(widths, room) {
  return widths.findLast((width) => width <= room) ?? widths[0];
}

// coupdata/views/on_page/scripts/load_plotly.js
var loading;
function loadPlotly() {
  loading ??= import(new URL("plotly_basic.js", import.meta.url).href).then(
    () => (
      /** @type {any} */
      globalThis.Plotly
    ),
    (error) => {
      loading = void 0;
      throw error;
    }
  );
  return loading;
}

// coupdata/views/on_page/scripts/chart_on_page.js
function keepChart({ model, el, widths, fetchJson, asked }) {
  const { follow, on, signal, end } = begin(model);
  let wanted = { width: 0, asked };
  let plotly;
  let drawn;
  const restyle = (changes, traces) => plotly.restyle(el, changes, traces);
  const choose = () => {
    if (!drawn) return;
    const { traces, changes } = drawn.choices;
    restyle(changes[model.get("selected")] ?? changes[""], traces);
  };
  const fade = () => {
    if (!drawn) return;
    const left = new Set(fitting(model.get("events"), (name) => model.get(name)).map((row) => row.id));
    restyle(faded(drawn, left), drawn.fading.traces);
  };
  const show2 = async () => {
    const mine = wanted;
    const isLate = () => signal.aborted || mine !== wanted;
    try {
      const query = { ...mine.asked, width: mine.width };
      const [program, values] = await Promise.all([loadPlotly(), fetchJson("explorer/chart", query)]);
      if (isLate()) return;
      plotly = program;
      drawn = void 0;
      el.querySelector(".coup-asleep")?.remove();
      await plotly.react(el, values.traces, values.layout, values.config);
      if (isLate()) return;
      drawn = values;
      choose();
      fade();
      model.set("hits", values.hits);
    } catch (error) {
      if (isLate()) return;
      console.error(error);
      drawn = void 0;
      plotly?.purge(el);
      el.replaceChildren(missing(show2));
    }
  };
  const want = (more) => {
    wanted = { ...wanted, ...more };
    if (wanted.width) show2();
  };
  follow(["width"], () => {
    const width = widest(widths, model.get("width"));
    if (model.get("width") && width !== wanted.width) want({ width });
  });
  on("change:selected", choose);
  for (const name of FILTERS) on(`change:${name}`, fade);
  signal.addEventListener("abort", () => plotly?.purge(el));
  return { hide: (asked2) => want({ asked: asked2 }), end };
}
function faded({ traces, fading }, left) {
  const share = ([strong, weak]) => fading.traces.map((number) => traces[number].customdata.map((id) => left.has(id) ? strong : weak));
  return Object.fromEntries(Object.entries(fading.values).map(([name, pair]) => [name, share(pair)]));
}
function missing(retry) {
  const note = draw(["p", { class: "coup coup-asleep", role: "status" }, _("The chart did not load."), " "]);
  const again = draw(["button", { type: "button" }, _("Try again")]);
  again.addEventListener("click", retry);
  note.append(again);
  return note;
}

// coupdata/views/on_page/scripts/explorer_on_page.js
var NOTHING = {};
async function showExplorer(place2, fetchJson, asked = NOTHING) {
  const { catalogue: catalogue2, name, filters, widths, ...start } = await fetchJson("explorer", asked);
  let cards = start.cards;
  const traits = {
    ...{ name, filters, events: start.events, note: start.note, show_hidden: false },
    ...{ hits: [], width: 0 },
    ...{ selected: "", actor: "", theme: "", place: "" }
  };
  const model = localModel(traits, catalogue2);
  const card = localModel(
    /** @type {CardTraits} */
    { page: cards[""], selected: "" },
    catalogue2
  );
  link(model, card, ["selected"]);
  const turnCard = () => {
    const page = cards[model.get("selected")];
    if (!isSame(page, card.get("page"))) card.set("page", page);
  };
  model.on("change:selected", turnCard);
  const [navigator, beside, chart] = ["", "", "coup-chart"].map((name2) => draw(["div", { class: name2 }]));
  place2.classList.add("coup-explorer");
  place2.replaceChildren(navigator, beside, chart);
  const leaves = [
    explorer_default().render({ model, el: navigator }),
    card_default.render({ model: card, el: beside })
  ];
  const kept = keepChart({ model, el: chart, widths, fetchJson, asked });
  let wanted = asked;
  let shown = { asked, all: false };
  let turn = 0;
  const arrange = async () => {
    const mine = ++turn;
    const next = { asked: wanted, all: model.get("show_hidden") };
    const [told, whole] = await Promise.all([
      fetchJson("explorer", next.asked),
      next.all ? fetchJson("explorer") : void 0
    ]);
    if (mine !== turn) return;
    shown = next;
    ({ cards } = whole ?? told);
    model.set("note", whole ? told.note_shown : told.note);
    model.set("events", (whole ?? told).events);
    turnCard();
    kept.hide(whole ? NOTHING : next.asked);
  };
  model.on(
    "change:show_hidden",
    () => arrange().catch((error) => {
      console.error(error);
      model.set("show_hidden", shown.all);
    })
  );
  const hide = async (now) => {
    if (isSame(now, wanted) && isSame(now, shown.asked)) return;
    wanted = now;
    await arrange();
  };
  const end = () => {
    turn += 1;
    for (const leave of leaves) leave();
    kept.end();
  };
  return { model, hide, end };
}
function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
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

// coupdata/views/reading_text/explained_terms.js
function explainTerms(article, ended) {
  const view = unique();
  let shown = null;
  let timer;
  const tipOf = (term) => find(article, `.tip[data-term="${term.dataset.term}"]`);
  const soon = (act, wait) => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
  const show2 = (term, pointer = void 0) => {
    clearTimeout(timer);
    if (shown === term) return;
    hide();
    shown = term;
    term.setAttribute("aria-expanded", "true");
    tipOf(term).showPopover();
    place(tipOf(term), term, pointer);
  };
  const hide = () => {
    clearTimeout(timer);
    if (!shown) return;
    shown.setAttribute("aria-expanded", "false");
    tipOf(shown).hidePopover();
    shown = null;
  };
  const leave = () => soon(() => shown !== document.activeElement && hide(), 300);
  for (const tip of findAll(article, ".tip")) {
    tip.id = `${view}-${tip.dataset.term}`;
    tip.popover = "manual";
    tip.setAttribute("role", "tooltip");
    tip.addEventListener("pointerenter", () => clearTimeout(timer));
    tip.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
  }
  for (const term of findAll(article, ".term")) {
    let wasShown = false;
    term.removeAttribute("href");
    term.tabIndex = 0;
    term.setAttribute("role", "button");
    term.setAttribute("aria-expanded", "false");
    term.setAttribute("aria-describedby", tipOf(term).id);
    term.addEventListener("focus", () => show2(term));
    term.addEventListener("blur", () => shown === term && !tipOf(term).matches(":hover") && hide());
    term.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") soon(() => show2(term, event), 120);
    });
    term.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
    term.addEventListener("pointerdown", (event) => {
      wasShown = event.pointerType !== "mouse" && shown === term;
    });
    term.addEventListener("click", () => wasShown ? hide() : show2(term));
    term.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      if (shown === term) hide();
      else show2(term);
    });
  }
  const outside = (event) => {
    const target = (
      /** @type {Node} */
      event.target
    );
    return shown && !shown.contains(target) && !tipOf(shown).contains(target);
  };
  const on = { capture: true, signal: ended };
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide(), on);
  document.addEventListener("pointerdown", (event) => outside(event) && hide(), on);
  for (const type of ["scroll", "resize"]) {
    window.addEventListener(
      type,
      () => shown && (isInSight(shown) ? place(tipOf(shown), shown) : hide()),
      on
    );
  }
  ended.addEventListener("abort", hide);
}
function isInSight(term) {
  const { top, bottom } = term.getBoundingClientRect();
  return bottom > 0 && top < document.documentElement.clientHeight;
}
function place(tip, term, pointer) {
  const margin = 8;
  const gap = 6;
  const lines = [...term.getClientRects()];
  const isMet = ({ top: top2, bottom }) => pointer && pointer.clientY >= top2 && pointer.clientY <= bottom;
  const line = lines.find(isMet) ?? lines[0];
  const { clientWidth, clientHeight } = document.documentElement;
  const { width, height } = tip.getBoundingClientRect();
  const below = lines[lines.length - 1].bottom + gap;
  const above = lines[0].top - gap - height;
  const top = below + height + margin <= clientHeight || above < margin ? below : above;
  const within = (value, most) => Math.max(margin, Math.min(value, most));
  tip.style.left = `${within(line.left - margin, clientWidth - width - margin)}px`;
  tip.style.top = `${within(top, clientHeight - height - margin)}px`;
}

// coupdata/views/reading_text/reading.js
function render4({ model, el }) {
  const view = begin(model);
  const article = draw(model.get("page"));
  const numbers = draw([
    "label",
    { class: "numbers" },
    ["input", { type: "checkbox" }],
    _("Sentence numbers")
  ]);
  const box = find(numbers, "input", HTMLInputElement);
  article.firstElementChild?.prepend(numbers);
  keepKeys(article);
  explainTerms(article, view.signal);
  el.classList.add("coup-reading-view");
  el.replaceChildren(asleep(model), article);
  view.listen(box, "change", () => view.set("numbered", box.checked));
  view.follow(["numbered"], () => {
    box.checked = model.get("numbered");
    article.classList.toggle("numbered", box.checked);
  });
  view.follow(["lit"], () => lightUp(article, el, model.get("lit")));
  view.signal.addEventListener("abort", watched(model));
  return view.end;
}
function lightUp(article, el, ids) {
  for (const sentence of findAll(article, ".sentence")) {
    if (ids.includes(sentence.dataset.id ?? "")) sentence.setAttribute("aria-current", "true");
    else sentence.removeAttribute("aria-current");
  }
  const first = article.querySelector("[aria-current]");
  if (!first || el.scrollHeight <= el.clientHeight) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const above = first.getBoundingClientRect().top - el.getBoundingClientRect().top;
  el.scrollBy({ top: above - el.clientHeight / 4, behavior: calm ? "auto" : "smooth" });
}
var reading_default = { render: render4 };

// coupdata/views/on_page/scripts/reading_on_page.js
async function showReading(place2, fetchJson, explorer, sections = []) {
  const query = sections.length ? { sections: sections.join() } : void 0;
  const { catalogue: catalogue2, page, cites } = await fetchJson("reading", query);
  const model = localModel(
    /** @type {ReadingTraits} */
    { page, lit: [], numbered: false },
    catalogue2
  );
  const leave = reading_default.render({ model, el: place2 });
  if (!explorer) return { model, end: leave };
  const { follow, signal, end } = begin(explorer);
  follow(["selected"], () => model.set("lit", cites[explorer.get("selected")] ?? []));
  signal.addEventListener("abort", leave);
  return { model, end };
}

// coupdata/views/event_explorer/scripts/tour.js
function render5({ model, el }) {
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
  const show2 = () => {
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
    show2();
  });
  follow(["down"], show2);
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
var tour_default = { render: render5 };

// coupdata/views/on_page/scripts/tour_on_page.js
async function showTour(place2, fetchJson, asked) {
  const [above, below] = [draw(["div", {}]), draw(["div", {}])];
  const [{ catalogue: catalogue2, page, events }, explorer] = await Promise.all([
    fetchJson("tour"),
    showExplorer(below, fetchJson, asked)
  ]);
  const model = localModel(
    /** @type {TourTraits} */
    { page, stop: 0, down: 0, passed: [] },
    catalogue2
  );
  const mark = () => {
    const hit = explorer.model.get("hits").findLast(({ id }) => id === events[model.get("stop") - 1]);
    if (hit) model.set("down", hit.y);
  };
  const pass = () => {
    const hidden = new Set(explorer.model.get("events").flatMap((row) => row.hidden ? [row.id] : []));
    const passed = events.flatMap((id, place3) => hidden.has(id) ? [place3 + 1] : []);
    if (String(passed) !== String(model.get("passed"))) model.set("passed", passed);
  };
  pass();
  explorer.model.on("change:events", pass);
  explorer.model.on("change:hits", mark);
  model.on("change:stop", () => {
    if (model.get("stop")) explorer.model.set("selected", events[model.get("stop") - 1]);
    mark();
  });
  place2.classList.add("coup-walk");
  place2.replaceChildren(above, below);
  const leave = tour_default.render({ model, el: above });
  const end = () => {
    leave();
    explorer.end();
  };
  return { model, explorer: explorer.model, hide: explorer.hide, end };
}
export {
  showDrawing,
  showExplorer,
  showReading,
  showTour
};
