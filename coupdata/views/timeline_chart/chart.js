// @ts-check
/** @import { ChartTraits, Restyling, Shown } from "#coupdata/views/html/scripts/types.d.ts" */

// A chart in a notebook. Plotly stands before this in the same script.

import { begin } from "#coupdata/views/html/scripts/view.js";

/** @type {("choice" | "fading")[]} */
const CHANGING = ["choice", "fading"];

/** @param {Shown<ChartTraits>} shown */
async function render({ model, el }) {
  const { Plotly } = /** @type {any} */ (globalThis);
  const { on, signal, end } = begin(model);
  if (!el.isConnected) await new Promise(requestAnimationFrame); // else Plotly does not know how wide the page is
  if (signal.aborted) return end;
  const { data, layout, config } = structuredClone(model.get("figure")); // Plotly writes into what it is given
  for (const name of CHANGING) {
    restyle(data, model.get(name));
    on(`change:${name}`, () => {
      const { changes, traces } = model.get(name);
      Plotly.restyle(el, structuredClone(changes), traces);
    });
  }
  Plotly.newPlot(el, data, layout, config);
  signal.addEventListener("abort", () => Plotly.purge(el));
  return end;
}

/**
 * Change traces that are not drawn yet, as `Plotly.restyle` changes those that are.
 *
 * @param {Record<string, any>[]} drawn
 * @param {Restyling} restyling
 */
export function restyle(drawn, { traces, changes }) {
  for (const [name, values] of Object.entries(changes)) {
    const path = name.split(".");
    const last = /** @type {string} */ (path.pop());
    for (const [place, number] of traces.entries()) {
      const owner = path.reduce((part, key) => (part[key] ??= {}), drawn[number]);
      owner[last] = values[place];
    }
  }
}

export default { render };
