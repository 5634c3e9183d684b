// A drawing and its text alternative: a click on either chooses, and what is chosen shows in both. Python draws, for
// the width that the page has.

const STEP = 20; // pixels: so much wider a page is worth another drawing

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
  const toggle = (name, id) => set(name, id === model.get(name) ? "" : id);
  const choice = model.get("chooses");

  const page = draw(model.get("page"));
  page.classList.add("live");
  keepKeys(page);
  el.replaceChildren(asleep(model), page);
  const drawing = page.querySelector(".coup-drawing");
  follow("drawing", () => drawing.replaceChildren(draw(model.get("drawing"))));
  drawList({ page, model, listen, follow, set, choice });
  follow(choice, () => show(page.querySelectorAll("[data-about]"), "about", model.get(choice)));
  follow("selected", () => {
    show(page.querySelectorAll("[data-told]"), "told", model.get("selected"));
    for (const button of page.querySelectorAll("[data-event]")) {
      button.setAttribute("aria-pressed", String(button.dataset.event === model.get("selected")));
    }
  });
  listen(page, "click", (event) => {
    const chosen = event.target.closest("[data-choice], [data-events], [data-event]")?.dataset ?? {};
    if (chosen.choice) toggle(choice, chosen.choice);
    if (chosen.event) toggle("selected", chosen.event);
    if (chosen.events) { // one after the other
      const ids = chosen.events.split(" ");
      set("selected", ids[(ids.indexOf(model.get("selected")) + 1) % ids.length]);
    }
  });
  const sizes = new ResizeObserver(() => {
    const room = page.clientWidth;
    const more = room - model.get("width");
    if (room && (more < 0 || more >= 2 * STEP)) set("width", room - (room % STEP));
  });
  sizes.observe(page);
  ended.signal.addEventListener("abort", () => sizes.disconnect());
  return () => ended.abort();
}

function show(parts, name, id) {
  for (const part of parts) part.hidden = part.dataset[name] !== id;
}

/** A listbox in which the choice follows the keys. */
function drawList({ page, model, listen, follow, set, choice }) {
  const list = page.querySelector("[role=listbox]");
  const options = [...list.querySelectorAll("[role=option]")];
  const view = unique();
  for (const option of options) option.id = `${view}-${option.dataset.choice}`;
  const choose = (id) => set(choice, id);
  const chosen = () => model.get(choice);
  const ids = options.map((option) => option.dataset.choice);

  chooseByKeys(list, { listen, ids: () => ids, chosen, choose });
  follow(choice, () => markOption(list, options[ids.indexOf(chosen())]));
}

export default { render };
