// @ts-check
/** @import { SeatView } from "./seat_types.d.ts" */

/**
 * Return the code that an address leads here with; empty where there is none.
 *
 * @param {string} hash
 */
export function codeIn(hash) {
  return /^#[A-Za-z0-9]+$/.test(hash) ? hash.slice(1) : "";
}

/**
 * Return which screen a seat shows: "page/…" is what stands on that page.
 *
 * @param {SeatView} view
 * @param {string} hash of the address: which part is chosen
 */
export function screenOf(view, hash) {
  if (view.way === "own-pace") {
    const chosen = view.parts.length === 1 ? view.parts[0] : view.parts.find(({ id }) => `#${id}` === hash);
    return chosen ? `page/${chosen.id}` : "parts";
  }
  return view.page ? `page/${view.page}` : view.way;
}

/**
 * Whether answers on a page wait for better times: the lesson pauses, or does something else between.
 *
 * @param {SeatView} view
 * @param {string} page
 */
export function waits(view, page) {
  return view.paused || screenOf(view, `#${page}`) !== `page/${page}`;
}

/**
 * Whether what is on a page can be answered, or could but for a pause.
 *
 * @param {SeatView} view
 */
export function isOpen(view) {
  return view.way === "own-pace" || view.open || view.paused;
}
