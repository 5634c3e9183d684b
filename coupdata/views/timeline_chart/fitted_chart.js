// @ts-check

/**
 * @typedef {"light" | "dark"} Theme
 * @typedef {{ width: number, traces: object[], layouts: Record<Theme, object> }} Fitting a chart for a page so wide
 * @typedef {{ data: object[], layout: object, zoom?: number }} Printed the chart for paper
 */

const still = { staticPlot: true };

/** @returns {any} Plotly's own program, which the page carries */
const plotly = () => /** @type {any} */ (globalThis).Plotly;

/** Return what Python has put into the page for its charts. */
export function charts() {
  return JSON.parse(document.getElementById("charts")?.textContent ?? "null");
}

/**
 * Keep a chart drawn for the width that the page has for it, in the colours of the page's theme.
 *
 * @param {HTMLElement} place
 * @param {Fitting[]} fittings from narrow to wide: the widest that fits is drawn
 * @param {Element} around what has the width
 */
export function keepDrawn(place, fittings, around = place) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let drawn = "";
  const draw = () => {
    const width = around.clientWidth;
    const theme = dark.matches ? "dark" : "light";
    if (!width || !place.offsetParent || drawn === `${width} ${theme}`) return; // not shown: it is being printed
    drawn = `${width} ${theme}`;
    const { traces, layouts } = fittings.findLast((fitting) => fitting.width <= width) ?? fittings[0];
    plotly().react(place, traces, { ...layouts[theme], width: Math.max(width, fittings[0].width) }, still);
  };
  new ResizeObserver(draw).observe(around);
  dark.addEventListener("change", draw);
}

/**
 * Draw the chart that paper gets.
 *
 * @param {HTMLElement} place
 * @param {Printed} printed
 */
export function drawPrinted(place, { data, layout, zoom }) {
  if (zoom) place.style.zoom = String(zoom);
  plotly().newPlot(place, data, layout, still);
}
