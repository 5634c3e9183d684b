// @ts-check

import { draw } from "#coupdata/views/html/scripts/draw.js";

/**
 * Scroll until a place on the chart is in view, below what stays at the top of the window.
 *
 * @param {HTMLElement} chart
 * @param {number} down pixels from its top
 */
export function bring(chart, down) {
  const place = draw(["span", { class: "coup-place" }]);
  place.style.top = `${down}px`;
  chart.append(place);
  place.scrollIntoView({ block: "nearest" });
  place.remove();
}
