// @ts-check
/** @import { ExplorerTraits, Model } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { Asked, Changes, ChartValues, FetchJson } from "./types.d.ts" */

import { FILTERS, fitting } from "#coupdata/views/event_explorer/scripts/filters.js";
import { draw } from "#coupdata/views/html/scripts/draw.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { begin } from "#coupdata/views/html/scripts/view.js";
import { widest } from "#coupdata/views/timeline_chart/widest.js";
import { loadPlotly } from "./load_plotly.js";

/**
 * Keep the chart of an explorer drawn: for the width that the page has, with what is chosen, as the filters leave it.
 *
 * @param {{ model: Model<ExplorerTraits>, el: HTMLElement, widths: number[], fetchJson: FetchJson, asked: Asked }} chart
 * @returns {{ hide: (asked: Asked) => void, end: () => void }} what has it leave out what is asked for now, and what ends it
 */
export function keepChart({ model, el, widths, fetchJson, asked }) {
  const { follow, on, signal, end } = begin(model);
  /** @type {{ width: number, asked: Asked }} pixels, and what it leaves out */
  let wanted = { width: 0, asked };
  /** @type {any} */
  let plotly;
  /** @type {ChartValues | undefined} what is drawn */
  let drawn;

  const restyle = (/** @type {Changes} */ changes, /** @type {number[]} */ traces) =>
    plotly.restyle(el, changes, traces);
  const choose = () => {
    if (!drawn) return;
    const { traces, changes } = drawn.choices;
    restyle(changes[model.get("selected")] ?? changes[""], traces); // what is hidden has no mark to choose
  };
  const fade = () => {
    if (!drawn) return;
    const left = new Set(fitting(model.get("events"), (name) => model.get(name)).map((row) => row.id));
    restyle(faded(drawn, left), drawn.fading.traces);
  };
  const show = async () => {
    const mine = wanted;
    const isLate = () => signal.aborted || mine !== wanted; // another is asked for
    try {
      const query = { ...mine.asked, width: mine.width };
      const [program, values] = await Promise.all([loadPlotly(), fetchJson("explorer/chart", query)]);
      if (isLate()) return;
      plotly = program;
      drawn = undefined;
      el.querySelector(".coup-asleep")?.remove();
      await plotly.react(el, values.traces, values.layout, values.config); // in place, so that the page does not jump
      if (isLate()) return;
      drawn = values;
      choose();
      fade();
      model.set("hits", values.hits);
    } catch (error) {
      if (isLate()) return;
      console.error(error);
      drawn = undefined;
      plotly?.purge(el);
      el.replaceChildren(missing(show));
    }
  };
  const want = (/** @type {Partial<typeof wanted>} */ more) => {
    wanted = { ...wanted, ...more };
    if (wanted.width) show();
  };
  follow(["width"], () => {
    const width = widest(widths, model.get("width"));
    if (model.get("width") && width !== wanted.width) want({ width });
  });
  on("change:selected", choose);
  for (const name of FILTERS) on(`change:${name}`, fade);
  signal.addEventListener("abort", () => plotly?.purge(el));
  return { hide: (asked) => want({ asked }), end };
}

/**
 * Return how strong marks and labels are when the filters leave these events.
 *
 * @param {ChartValues} chart
 * @param {Set<string>} left
 * @returns {Changes}
 */
export function faded({ traces, fading }, left) {
  const share = (/** @type {[strong: any, weak: any]} */ [strong, weak]) =>
    fading.traces.map((number) => traces[number].customdata.map((id) => (left.has(id) ? strong : weak)));
  return Object.fromEntries(Object.entries(fading.values).map(([name, pair]) => [name, share(pair)]));
}

/**
 * Return what stands in place of a chart that did not come.
 *
 * @param {() => unknown} retry
 */
function missing(retry) {
  const note = draw(["p", { class: "coup coup-asleep", role: "status" }, _("The chart did not load."), " "]);
  const again = draw(["button", { type: "button" }, _("Try again")]);
  again.addEventListener("click", retry);
  note.append(again);
  return note;
}
