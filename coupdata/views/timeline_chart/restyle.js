// @ts-check
/** @import { Restyling } from "#coupdata/views/html/scripts/types.d.ts" */

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
