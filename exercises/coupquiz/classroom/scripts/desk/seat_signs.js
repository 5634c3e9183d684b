// @ts-check
/** @import { DeskSeat, Lines } from "../types.d.ts" */

import { _ } from "#coupdata/views/html/scripts/i18n.js";

/** What each of desk_view.py's signs looks like: never by colour alone. */
export const SIGNS = /** @type {Record<string, string>} */ ({
  r: "✓",
  p: "◐",
  w: "✗",
  a: "●",
  c: "≈",
  ".": "",
});

/**
 * Return what a sign of desk_view.py means.
 *
 * @param {string} sign
 */
export function signWord(sign) {
  /** @type {Record<string, string>} */
  const words = {
    r: _("right"),
    p: _("partly right"),
    w: _("not right yet"),
    a: _("answered"),
    c: _("compared with the model answer"),
    ".": _("open"),
  };
  return words[sign];
}

/**
 * Return how many seats have tried a question, and how many of them are right by now.
 *
 * @param {DeskSeat[]} seats
 * @param {number} place of the question in the plan
 */
export function tried(seats, place) {
  const signs = seats.map((seat) => seat.signs[place] ?? ".").filter((sign) => sign !== ".");
  return { right: signs.filter((sign) => sign === "r").length, of: signs.length };
}

/**
 * Return whether a class is stuck at a question: most of those who have tried, and they are some, are not right.
 *
 * @param {{ right: number, of: number }} counted
 * @param {Lines} lines
 */
export function isStuck({ right, of }, { few }) {
  return of >= 3 && right / of < few;
}
