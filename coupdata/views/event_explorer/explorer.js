// Filters, steps and list of an explorer, and the pointer on its chart. What is chosen shows here at once;
// chart and card follow from Python.

const PAUSE = 3200; // milliseconds for which "play" stays with an event
const ROOMY = 920; // pixels across that give list and card a place beside the chart

function render({ model, el }, widths) {
  const ended = new AbortController();
  const listen = (target, type, act, options) => target.addEventListener(type, act, { ...options, signal: ended.signal });
  const follow = (names, update) => {
    for (const name of names) model.on(`change:${name}`, update);
    ended.signal.addEventListener("abort", () => names.forEach((name) => model.off(`change:${name}`, update)));
    update();
  };
  const choose = (id) => {
    if (id === model.get("selected")) return;
    model.set("selected", id);
    model.save_changes();
  };

  el.classList.add("coup-navigator");
  const bar = draw(["div", { class: "coup coup-bar", role: "group", "aria-label": "Steps and filters" }]);
  const list = draw(["div", { class: "coup coup-events" }]);
  keepKeys(bar);
  keepKeys(list);
  el.replaceChildren(asleep(model), bar, list);

  const fits = () => model.get("events").filter((row) => FILTERS.every((name) => passes(row, name, model.get(name))));
  const steps = drawSteps({ model, listen, follow, choose, fits, ended: ended.signal });
  const filters = drawFilters({ model, listen, follow, fits });
  bar.append(steps, filters);
  list.append(drawList({ model, listen, follow, choose, fits }));
  watchChart({ model, el, widths, listen, choose, ended: ended.signal });
  return () => ended.abort();
}

const FILTERS = ["actor", "theme", "place"];

function passes(row, name, wanted) {
  return !wanted || row[name].includes(wanted);
}

/** Previous, next, and play with a pause: through the events that the filters leave. */
function drawSteps({ model, listen, follow, choose, fits, ended }) {
  const button = (text) => draw(["button", { type: "button" }, text]);
  const [previous, next, play] = [button("◀ Previous"), button("Next ▶"), button("Play")];
  const box = draw(["div", { class: "steps" }]);
  box.append(previous, next, play);
  let timer = null;

  const neighbour = (by) => {
    const rows = fits();
    const all = model.get("events");
    const here = all.findIndex((row) => row.id === model.get("selected"));
    if (here < 0) return by > 0 ? rows[0] : rows.at(-1);
    return by > 0
      ? rows.find((row) => all.indexOf(row) > here)
      : rows.findLast((row) => all.indexOf(row) < here);
  };
  const show = () => {
    previous.setAttribute("aria-disabled", String(!neighbour(-1)));
    next.setAttribute("aria-disabled", String(!neighbour(1)));
    play.textContent = timer ? "❚❚ Pause" : "▶ Play";
  };
  const stop = () => {
    clearInterval(timer);
    timer = null;
    show();
  };
  const step = (by) => {
    const row = neighbour(by);
    if (row) choose(row.id);
    return row;
  };
  const start = () => {
    if (!neighbour(1)) choose("");
    step(1);
    timer = setInterval(() => {
      step(1);
      if (!neighbour(1)) stop();
    }, PAUSE);
    show();
  };
  listen(previous, "click", () => (stop(), step(-1)));
  listen(next, "click", () => (stop(), step(1)));
  listen(play, "click", () => (timer ? stop() : start()));
  follow(["selected", ...FILTERS], show);
  ended.addEventListener("abort", stop);
  return box;
}

function drawFilters({ model, listen, follow, fits }) {
  const box = draw(["div", { class: "filters" }]);
  for (const { name, label, choices } of model.get("filters")) {
    const options = [["", "all"], ...choices].map(([id, title]) => ["option", { value: id }, title]);
    const field = draw(["label", {}, ["span", {}, label], ["select", {}, ...options]]);
    const select = field.lastChild;
    listen(select, "change", () => {
      model.set(name, select.value);
      model.save_changes();
    });
    follow([name], () => (select.value = model.get(name)));
    box.append(field);
  }
  const count = draw(["span", { class: "count", role: "status" }]);
  follow(FILTERS, () => (count.textContent = `${fits().length} of ${model.get("events").length} events`));
  box.append(count);
  return box;
}

/** The list is the chart's twin: a listbox in which the choice follows the keys. */
function drawList({ model, listen, follow, choose, fits }) {
  const name = unique();
  const listbox = draw(["div", { role: "listbox", tabindex: "0", "aria-label": model.get("name") }]);
  const rows = model.get("events");
  const options = new Map();
  for (const row of rows) {
    const option = draw([
      "div",
      {
        role: "option",
        id: `${name}-${row.id}`,
        class: row.key ? "key" : "",
        "aria-selected": "false",
        "data-id": row.id,
      },
      ["span", { class: "when" }, row.when],
      ["span", { class: "glyph", "aria-hidden": "true" }, row.glyph],
      ["span", { class: "title" }, row.title],
    ]);
    option.children[1].style.color = row.colour;
    options.set(row.id, option);
    listbox.append(option);
  }
  const live = draw(["div", { class: "unseen", "aria-live": "polite" }]);

  const mark = () => {
    const option = options.get(model.get("selected"));
    markOption(listbox, option);
    if (option && document.activeElement !== listbox) live.textContent = option.textContent;
  };
  const dim = () => {
    const left = new Set(fits().map((row) => row.id));
    for (const [id, option] of options) {
      if (left.has(id)) option.removeAttribute("aria-disabled");
      else option.setAttribute("aria-disabled", "true");
    }
  };

  listen(listbox, "click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option.dataset.id);
  });
  chooseByKeys(listbox, {
    listen,
    ids: () => fits().map((row) => row.id),
    chosen: () => model.get("selected"),
    choose,
  });
  follow(["selected"], mark);
  follow(FILTERS, dim);

  const box = draw(["div", { class: "list" }]);
  box.append(live, listbox); // live last would reach a pixel below the view and call a scroll bar
  return box;
}

/** The chart: its name, its width, and the events that a pointer meets on it. */
function watchChart({ model, el, widths, listen, choose, ended }) {
  const home = () => el.closest(".coup-explorer") ?? el.parentElement;
  const chart = () => home()?.querySelector(".js-plotly-plot") ?? null;

  const tell = () => {
    const narrowest = Math.min(...widths.values());
    if (!widths.size || Math.abs(narrowest - model.get("width")) <= 8) return;
    model.set("width", narrowest);
    model.save_changes();
  };
  const measure = () => {
    const box = home();
    if (!box || !box.clientWidth) return;
    box.classList.toggle("coup-roomy", box.clientWidth >= ROOMY);
    const columns = getComputedStyle(box).gridTemplateColumns.split(" ");
    const width = Math.floor(parseFloat(columns[0]) || box.clientWidth);
    widths.set(el, width);
    tell();
    const plot = chart();
    const drawn = plot?._fullLayout?.width;
    if (drawn && Math.abs(drawn - plot.clientWidth) > 1) window.dispatchEvent(new Event("resize"));
  };
  const sizes = new ResizeObserver(measure);
  const name = () => {
    const plot = chart();
    if (!plot || plot.hasAttribute("role")) return;
    plot.setAttribute("role", "img");
    plot.setAttribute("aria-label", `${model.get("name")}. The list of events tells the same in words.`);
    sizes.observe(plot); // Plotly draws it later, and 700 pixels wide
  };

  const met = (event) => {
    const plot = chart();
    const size = plot?._fullLayout?._size;
    if (!size || !plot.contains(event.target)) return null;
    const box = plot.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const pixels = (panel, day) => {
      const [first, last] = plot._fullLayout[panel === "years" ? "xaxis" : "xaxis2"].range;
      return size.l + ((day - first) / (last - first)) * size.w;
    };
    return model.get("hits").find((hit) => {
      const [first, last] = [pixels(hit.panel, hit.first) - 9, pixels(hit.panel, hit.last) + 9];
      if (Math.abs(y - hit.y) < 12 && x > first && x < last) return true;
      const start = pixels(hit.panel, hit.labelX) + (hit.label > 0 ? 8 : -8);
      const [left, right] = [Math.min(start, start + hit.label), Math.max(start, start + hit.label)];
      return Math.abs(y - hit.labelY) < 11 && x > left && x < right;
    });
  };
  const attach = () => {
    const box = home();
    if (!box) return;
    listen(box, "click", (event) => {
      const hit = met(event);
      if (hit) choose(hit.id);
    });
    listen(box, "pointermove", (event) => {
      const plot = chart();
      if (plot) plot.style.cursor = met(event) ? "pointer" : "";
    });
    const changes = new MutationObserver(name);
    sizes.observe(box);
    changes.observe(box, { childList: true, subtree: true });
    ended.addEventListener("abort", () => (sizes.disconnect(), changes.disconnect(), widths.delete(el), tell()));
    name();
    measure();
  };
  if (el.isConnected) attach();
  else requestAnimationFrame(attach);
}

export default () => {
  const widths = new Map(); // of every view of the same explorer: the narrowest decides how the chart is arranged
  return { render: (view) => render(view, widths) };
};
