// @ts-check

// The one place that knows names of Plotly's that it does not promise; test_plotly_names.py says when they change.

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
