// @ts-check

// The charts of a page that is a file: a saved timeline, a report. The page carries Plotly and the charts, for several
// widths and for paper; each has a place for the screen, and after it one for paper.

import { findAll } from "#coupdata/views/html/scripts/find.js";
import { widest } from "./widest.js";

/**
 * @typedef {"light" | "dark"} Theme
 * @typedef {{ width: number, traces: object[], layouts: Record<Theme, object> }} Fitting a chart for a page so wide
 * @typedef {{ data: object[], layout: object, zoom?: number }} Printed the chart for paper
 */

/** @type {Record<string, { shown: Fitting[], printed: Printed }>} */
const charts = JSON.parse(document.getElementById("charts")?.textContent ?? "{}");
const { Plotly } = /** @type {any} */ (globalThis);
const dark = matchMedia("(prefers-color-scheme: dark)");
const still = { staticPlot: true };

for (const place of findAll(document, "[data-chart]")) {
  const { shown, printed } = charts[place.dataset.chart ?? ""];
  const [screen, paper] = /** @type {HTMLElement[]} */ ([...place.children]);
  keepDrawn(screen, place, shown);
  if (printed.zoom) paper.style.zoom = String(printed.zoom);
  Plotly.newPlot(paper, printed.data, printed.layout, still);
}

/**
 * Keep a chart drawn for the width that the page has for it, in the colours of the page's theme.
 *
 * @param {HTMLElement} screen
 * @param {HTMLElement} place what has the width
 * @param {Fitting[]} fittings from narrow to wide: the widest that fits is drawn
 */
function keepDrawn(screen, place, fittings) {
  let drawn = "";
  const draw = () => {
    const width = place.clientWidth;
    const theme = dark.matches ? "dark" : "light";
    if (!width || !screen.offsetParent || drawn === `${width} ${theme}`) return; // not shown: it is being printed
    drawn = `${width} ${theme}`;
    const widths = fittings.map((fitting) => fitting.width);
    const { traces, layouts } = fittings[widths.indexOf(widest(widths, width))];
    Plotly.react(screen, traces, { ...layouts[theme], width: Math.max(width, widths[0]) }, still);
  };
  new ResizeObserver(draw).observe(place);
  dark.addEventListener("change", draw);
}
