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
  const clear = draw(["button", { type: "button" }, _("Clear the filters")]);
  view.listen(clear, "click", () => {
    find(box, "select").focus(); // the button goes
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
