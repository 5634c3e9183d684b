// @ts-check
/** @import { QuestionsBlock } from "./seat_types.d.ts" */

import { draw } from "#coupdata/views/html/scripts/draw.js";

/**
 * Return the way from a question that comes back to the next one: it opens with the first word that leads on, and stays.
 *
 * @param {QuestionsBlock} block
 * @param {() => void} go
 */
export function onwardButton({ states }, go) {
  const root = draw(["p", { class: "onward" }]);
  const isFrom = (/** @type {string} */ id) => id in states;
  const open = (/** @type {string} */ word) => {
    if (!word || root.firstChild) return;
    const button = draw(["button", { type: "button", class: "strong" }, word]);
    button.addEventListener("click", go, { once: true });
    root.append(button);
  };
  return { root, isFrom, open };
}
