// @ts-check
/** @import { ChartTraits, Shown } from "#coupdata/views/html/scripts/types.d.ts" */

// A chart in a notebook. Plotly stands before this in the same script.

import { draw } from "#coupdata/views/html/scripts/draw.js";
import { begin } from "#coupdata/views/html/scripts/view.js";
import { restyle } from "./restyle.js";

/** @type {("choice" | "fading")[]} */
const CHANGING = ["choice", "fading"];

/** @param {Shown<ChartTraits>} shown */
async function render({ model, el }) {
  const { Plotly } = /** @type {any} */ (globalThis);
  const { on, signal, end } = begin(model);
  const chart = draw(["div", {}]);
  el.replaceChildren(chart);
  if (!el.isConnected) await new Promise(requestAnimationFrame); // else Plotly does not know how wide the page is
  if (signal.aborted) return end;
  const { data, layout, config } = structuredClone(model.get("figure")); // Plotly writes into what it is given
  for (const name of CHANGING) {
    restyle(data, model.get(name));
    on(`change:${name}`, () => {
      const { changes, traces } = model.get(name);
      Plotly.restyle(chart, structuredClone(changes), traces);
    });
  }
  Plotly.newPlot(chart, data, layout, config);
  signal.addEventListener("abort", () => Plotly.purge(chart));
  return end;
}

export default { render };
