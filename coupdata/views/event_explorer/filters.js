// @ts-check
/** @import { EventRow, ExplorerPart, FilterName } from "#coupdata/views/html/scripts/types.d.ts" */

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { find } from "#coupdata/views/html/scripts/find.js";
import { _, ngettext } from "#coupdata/views/html/scripts/i18n.js";

/** @type {FilterName[]} */
export const FILTERS = ["actor", "theme", "place"];

/**
 * Return the events that all filters leave; one that is empty leaves all.
 *
 * @param {EventRow[]} rows
 * @param {(name: FilterName) => string} wanted
 */
export function fitting(rows, wanted) {
  return rows.filter((row) => FILTERS.every((name) => !wanted(name) || row[name].includes(wanted(name))));
}

/**
 * Draw a list to choose from for each filter, and how many events they leave.
 *
 * @param {ExplorerPart} part
 */
export function drawFilters({ model, view, fits }) {
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
  view.follow(FILTERS, () => {
    const [n, all] = [fits().length, model.get("events").length];
    redraw(count, ngettext("{left} of {n} event", "{left} of {n} events", all, { left: n }));
  });
  box.append(count);
  return box;
}
