// @ts-check
/** @import { DrawingTraits, Model, Shown, View } from "#coupdata/views/html/scripts/types.d.ts" */

// A drawing and its text alternative: a click on either chooses, and what is chosen shows in both. Python draws, for the
// width that the page has.

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { find, findAll, met } from "#coupdata/views/html/scripts/find.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { keepKeys } from "#coupdata/views/html/scripts/keep_keys.js";
import { chooseByKeys, markOption } from "#coupdata/views/html/scripts/listbox.js";
import { unique } from "#coupdata/views/html/scripts/unique.js";
import { asleep, begin } from "#coupdata/views/html/scripts/view.js";

const STEP = 20; // pixels: so much wider a page is worth another drawing

/** @param {Shown<DrawingTraits>} shown */
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
  const toggle = (/** @type {"actor" | "place" | "selected"} */ name, /** @type {string} */ id) =>
    set(name, id === model.get(name) ? "" : id);
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
    if (room && (more < 0 || more >= 2 * STEP)) set("width", room - (room % STEP));
  });
  sizes.observe(page);
  view.signal.addEventListener("abort", () => sizes.disconnect());
  return view.end;
}

/**
 * Return the id after this one, and the first after the last or after one that is not among them.
 *
 * @param {string[]} ids
 * @param {string} id
 */
export function following(ids, id) {
  return ids[(ids.indexOf(id) + 1) % ids.length];
}

/**
 * @param {HTMLElement[]} parts
 * @param {string} name
 * @param {string} id
 */
function show(parts, name, id) {
  for (const part of parts) part.hidden = part.dataset[name] !== id;
}

/**
 * A listbox in which the choice follows the keys.
 *
 * @param {HTMLElement} page
 * @param {Model<DrawingTraits>} model
 * @param {View<DrawingTraits>} view
 */
function workList(page, model, view) {
  const list = find(page, "[role=listbox]");
  const choice = model.get("chooses");
  const name = unique();
  const options = findAll(list, "[role=option]");
  const ids = options.map((option) => option.dataset.choice ?? "");
  for (const option of options) option.id = `${name}-${option.dataset.choice}`;
  const choose = (/** @type {string} */ id) => view.set(choice, id);
  const chosen = () => model.get(choice);
  chooseByKeys(list, { listen: view.listen, ids: () => ids, chosen, choose });
  view.follow([choice], () => markOption(list, options[ids.indexOf(chosen())]));
}

export default { render };
