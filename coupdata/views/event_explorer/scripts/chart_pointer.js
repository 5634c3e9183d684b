// @ts-check
/** @import { ExplorerTraits, Hit, Model, View } from "#coupdata/views/html/scripts/types.d.ts" */

// The chart: its name, its width, and the events that a pointer meets on it.

import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { chartIn, drawnWidth, pixelsAcross } from "#coupdata/views/timeline_chart/plotly.js";

const ROOMY = 920; // pixels across that give steps and card a place beside the chart

/**
 * Watch the chart beside this view: it comes later than the view, and again whenever it is arranged for another width.
 *
 * @param {{
 *   model: Model<ExplorerTraits>,
 *   view: View<ExplorerTraits>,
 *   el: HTMLElement,
 *   bar: HTMLElement,
 *   widths: Map<HTMLElement, number>,
 * }} watched
 */
export function watchChart({ model, view, el, bar, widths }) {
  const home = () => /** @type {HTMLElement | null} */ (el.closest(".coup-explorer")) ?? el.parentElement;

  const tell = () => {
    const narrowest = widths.size ? Math.min(...widths.values()) : 0;
    if (Math.abs(narrowest - model.get("width")) > 8) view.set("width", narrowest);
  };
  const measure = () => {
    const box = home();
    if (!box?.clientWidth) return;
    box.classList.toggle("coup-roomy", box.clientWidth >= ROOMY);
    box.style.setProperty("--coup-bar", `${bar.offsetHeight}px`); // the card stands below it
    const columns = getComputedStyle(box).gridTemplateColumns.split(" ");
    widths.set(el, Math.floor(parseFloat(columns[0]) || box.clientWidth));
    tell();
    const chart = chartIn(box);
    const drawn = chart && drawnWidth(chart);
    if (drawn && Math.abs(drawn - chart.clientWidth) > 1) window.dispatchEvent(new Event("resize"));
  };
  const sizes = new ResizeObserver(measure);
  const name = () => {
    const chart = chartIn(home());
    if (!chart || chart.hasAttribute("role")) return;
    chart.setAttribute("role", "img");
    const words = _("{name}. The list of events says the same in words.", { name: model.get("name") });
    chart.setAttribute("aria-label", words);
    sizes.observe(chart); // Plotly draws it later, and 700 pixels wide
  };
  const met = (/** @type {MouseEvent} */ { target, clientX, clientY }) => {
    const chart = chartIn(home());
    const across = chart && pixelsAcross(chart);
    if (!across || !(target instanceof Node && chart.contains(target))) return undefined;
    const box = chart.getBoundingClientRect();
    return hitAt(model.get("hits"), across, clientX - box.left, clientY - box.top);
  };
  const attach = () => {
    const box = home();
    if (!box) return;
    view.listen(box, "click", (/** @type {MouseEvent} */ event) => {
      const hit = met(event);
      if (hit) view.set("selected", hit.id);
    });
    view.listen(box, "pointermove", (/** @type {MouseEvent} */ event) => {
      const chart = chartIn(box);
      if (chart) chart.style.cursor = met(event) ? "pointer" : "";
    });
    const changes = new MutationObserver(name);
    sizes.observe(box);
    sizes.observe(bar);
    changes.observe(box, { childList: true, subtree: true });
    view.signal.addEventListener("abort", () => {
      sizes.disconnect();
      changes.disconnect();
      widths.delete(el);
      tell();
    });
    name();
    measure();
  };
  if (el.isConnected) attach();
  else requestAnimationFrame(attach);
}

/**
 * Return the event that lies at a point of the chart: its symbol with its bars, or its label.
 *
 * @param {Hit[]} hits
 * @param {(panel: Hit["panel"], day: number) => number} across
 * @param {number} x
 * @param {number} y
 */
export function hitAt(hits, across, x, y) {
  return hits.find((hit) => {
    const [first, last] = [across(hit.panel, hit.first) - 9, across(hit.panel, hit.last) + 9];
    if (Math.abs(y - hit.y) < 12 && x > first && x < last) return true;
    const start = across(hit.panel, hit.labelX) + (hit.label > 0 ? 8 : -8);
    const [left, right] = [Math.min(start, start + hit.label), Math.max(start, start + hit.label)];
    return Math.abs(y - hit.labelY) < 11 && x > left && x < right;
  });
}
