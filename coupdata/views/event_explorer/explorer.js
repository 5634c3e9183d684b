// @ts-check
/** @import { ExplorerTraits, Shown } from "#coupdata/views/html/scripts/types.d.ts" */

// Filters, steps and list of an explorer, and the pointer on its chart. What is chosen shows here at once; chart and card
// follow from Python.

import { draw } from "#coupdata/views/html/scripts/draw.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { keepKeys } from "#coupdata/views/html/scripts/keep_keys.js";
import { asleep, begin } from "#coupdata/views/html/scripts/view.js";
import { watchChart } from "./chart_pointer.js";
import { drawList } from "./event_list.js";
import { drawFilters, fitting } from "./filters.js";
import { drawSteps } from "./steps.js";

/**
 * @param {Shown<ExplorerTraits>} shown
 * @param {Map<HTMLElement, number>} widths
 */
function render({ model, el }, widths) {
  const view = begin(model);
  el.classList.add("coup-navigator");
  const bar = draw(["div", { class: "coup coup-bar", role: "group", "aria-label": _("Steps and filters") }]);
  const list = draw(["div", { class: "coup coup-events" }]);
  keepKeys(bar);
  keepKeys(list);
  el.replaceChildren(asleep(model), bar, list);

  const fits = () => fitting(model.get("events"), (name) => model.get(name));
  bar.append(drawSteps({ model, view, fits }), drawFilters({ model, view, fits }));
  list.append(drawList({ model, view, fits }, bar));
  watchChart({ model, view, el, widths });
  return view.end;
}

export default () => {
  const widths = new Map(); // of every view of the same explorer: the narrowest decides how the chart is arranged
  return { render: (/** @type {Shown<ExplorerTraits>} */ shown) => render(shown, widths) };
};
