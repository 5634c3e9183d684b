// @ts-check
/** @import { ExplorerTraits, Shown } from "#coupdata/views/html/scripts/types.d.ts" */

// Filters, steps and list of an explorer, and the pointer on its chart. What is chosen shows here at once; chart and card
// follow from Python.

import { draw } from "#coupdata/views/html/scripts/draw.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { keepKeys } from "#coupdata/views/html/scripts/keep_keys.js";
import { asleep, begin } from "#coupdata/views/html/scripts/view.js";
import { chartIn } from "#coupdata/views/timeline_chart/plotly.js";
import { bring } from "./bring.js";
import { watchChart } from "./chart_pointer.js";
import { drawList } from "./event_list.js";
import { drawFilters, fitting } from "./filters.js";
import { drawNote } from "./hidden_note.js";
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
  const part = { model, view, fits: () => fitting(model.get("events"), (name) => model.get(name)) };
  const note = drawNote(part);
  for (const each of [bar, note, list]) keepKeys(each);
  el.replaceChildren(asleep(model), bar, note, list);

  const show = (/** @type {string} */ id) => {
    view.set("selected", id);
    const chart = chartIn(el.closest(".coup-explorer"));
    const hit = model.get("hits").findLast((hit) => hit.id === id);
    if (chart && hit) bring(chart, hit.y);
  };
  bar.append(drawSteps(part, show), drawFilters(part));
  list.append(drawList(part, bar));
  watchChart({ model, view, el, bar, widths });
  return view.end;
}

export default () => {
  const widths = new Map(); // of every view of the same explorer: the narrowest decides how the chart is arranged
  return { render: (/** @type {Shown<ExplorerTraits>} */ shown) => render(shown, widths) };
};
