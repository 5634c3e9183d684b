// The twin of a picture: a list to choose from, and what is to be said of the choice. It also names the picture
// and tells Python how wide the page is.

function render({ model, el }) {
  const ended = new AbortController();
  const listen = (target, type, act) => target.addEventListener(type, act, { signal: ended.signal });
  const follow = (name, update) => {
    model.on(`change:${name}`, update);
    ended.signal.addEventListener("abort", () => model.off(`change:${name}`, update));
    update();
  };
  const set = (name, value) => {
    if (value === model.get(name)) return;
    model.set(name, value);
    model.save_changes();
  };

  const page = draw(model.get("page"));
  page.classList.add("live");
  keepKeys(page);
  el.classList.add("coup-twin-view");
  el.replaceChildren(asleep(model), page);
  drawList({ page, model, listen, follow, set });
  follow("choice", () => show(page.querySelectorAll("[data-about]"), "about", model.get("choice")));
  follow("selected", () => {
    show(page.querySelectorAll("[data-told]"), "told", model.get("selected"));
    for (const button of page.querySelectorAll("[data-event]")) {
      button.setAttribute("aria-pressed", String(button.dataset.event === model.get("selected")));
    }
  });
  listen(page, "click", (event) => {
    const button = event.target.closest("[data-event]");
    if (button) set("selected", button.dataset.event === model.get("selected") ? "" : button.dataset.event);
  });
  watchPicture({ el, model, set, ended: ended.signal });
  return () => ended.abort();
}

function show(parts, name, id) {
  for (const part of parts) part.hidden = part.dataset[name] !== id;
}

/** A listbox in which the choice follows the keys. */
function drawList({ page, model, listen, follow, set }) {
  const list = page.querySelector("[role=listbox]");
  const options = [...list.querySelectorAll("[role=option]")];
  const view = unique();
  for (const option of options) option.id = `${view}-${option.dataset.id}`;
  const choose = (id) => set("choice", id);
  const chosen = () => model.get("choice");
  const ids = options.map((option) => option.dataset.id);

  listen(list, "click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option.dataset.id === chosen() ? "" : option.dataset.id);
  });
  chooseByKeys(list, { listen, ids: () => ids, chosen, choose });
  follow("choice", () => markOption(list, options[ids.indexOf(chosen())]));
}

/** The picture beside this twin: its name for a screen reader, its width, and a hand where a click does something. */
function watchPicture({ el, model, set, ended }) {
  const attach = () => {
    const home = el.closest(".coup-picture-view") ?? el;
    const measure = () => home.clientWidth && set("width", Math.floor(home.clientWidth));
    const name = () => {
      const plot = home.querySelector(".js-plotly-plot");
      if (!plot?.on || plot.getAttribute("role")) return;
      plot.setAttribute("role", "img");
      plot.setAttribute("aria-label", `${model.get("name")}. The list says the same in words.`);
      plot.on("plotly_hover", () => plot.classList.add("met"));
      plot.on("plotly_unhover", () => plot.classList.remove("met"));
    };
    const sizes = new ResizeObserver(measure);
    const changes = new MutationObserver(name);
    sizes.observe(home);
    changes.observe(home, { childList: true, subtree: true });
    ended.addEventListener("abort", () => (sizes.disconnect(), changes.disconnect()));
    name();
    measure();
  };
  if (el.isConnected) attach();
  else requestAnimationFrame(attach);
}

export default { render };
