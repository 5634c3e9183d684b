// @ts-check
/** @import { EventRow, ExplorerPart } from "#coupdata/views/html/scripts/types.d.ts" */

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { find, met } from "#coupdata/views/html/scripts/find.js";
import { chooseByKeys, markOption } from "#coupdata/views/html/scripts/listbox.js";
import { unique } from "#coupdata/views/html/scripts/unique.js";
import { FILTERS } from "./filters.js";

/**
 * Draw the list that says in words what the chart shows: a listbox in which the choice follows the keys.
 *
 * @param {ExplorerPart} part
 * @param {HTMLElement} bar whose steps are announced; who chooses elsewhere is told there
 */
export function drawList({ model, view, fits }, bar) {
  const name = unique();
  const listbox = draw(["div", { role: "listbox", tabindex: "0", "aria-label": model.get("name") }]);
  /** @type {Map<string, HTMLElement>} */
  let options = new Map();
  const live = draw(["div", { class: "unseen", "aria-live": "polite" }]);
  const choose = (/** @type {string} */ id) => view.set("selected", id);
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
  box.append(live, listbox); // live last would reach a pixel below the view and call a scroll bar
  return box;
}

/**
 * @param {EventRow} row
 * @param {string} id
 */
function drawRow(row, id) {
  const kind = row.hidden ? "withheld" : row.key ? "key" : "";
  const option = draw([
    "div",
    { role: "option", id, class: kind, "aria-selected": "false", "data-id": row.id },
    ["span", { class: "when" }, row.when],
    ["span", { class: "glyph", "aria-hidden": "true" }, row.glyph],
    ["span", { class: "title" }, row.title],
  ]);
  find(option, ".glyph").style.color = row.colour;
  return option;
}
