// @ts-check

// The one place that knows names of Plotly's that it does not promise; test_plotly_names.py says when they change.

/** The traits through which Python's figure tells its page what to do. */
export const MESSAGES = [
  "_py2js_addTraces",
  "_py2js_animate",
  "_py2js_deleteTraces",
  "_py2js_moveTraces",
  "_py2js_relayout",
  "_py2js_removeLayoutProps",
  "_py2js_removeTraceProps",
  "_py2js_restyle",
  "_py2js_update",
];

/**
 * Return whether Python is to hear of a trait that the page sets. It need not hear after every change how the page has
 * drawn it, at length, nor that a view has fitted itself to the page, which it would have all others do too.
 *
 * @param {string} name
 */
export function isTold(name) {
  return !name.startsWith("_js2py_");
}

/**
 * Return the chart in a part of the page, if Plotly has begun to draw one.
 *
 * @param {ParentNode | null} root
 * @returns {HTMLElement | null}
 */
export function chartIn(root) {
  return root?.querySelector(".js-plotly-plot") ?? null;
}

/**
 * Return how many pixels wide a chart was drawn, if it was.
 *
 * @param {HTMLElement} chart
 * @returns {number | undefined}
 */
export function drawnWidth(chart) {
  return /** @type {any} */ (chart)._fullLayout?.width;
}

/**
 * Return what gives pixels across for a day on a panel of the timeline, if the chart was drawn.
 *
 * @param {HTMLElement} chart
 * @returns {((panel: "years" | "days", day: number) => number) | undefined}
 */
export function pixelsAcross(chart) {
  const layout = /** @type {any} */ (chart)._fullLayout;
  const size = layout?._size;
  if (!size) return undefined;
  return (panel, day) => {
    const [first, last] = layout[panel === "years" ? "xaxis" : "xaxis2"].range;
    return size.l + ((day - first) / (last - first)) * size.w;
  };
}
