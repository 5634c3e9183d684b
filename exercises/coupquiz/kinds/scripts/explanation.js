// @ts-check
/** @import { Listen } from "#coupdata/views/html/scripts/types.d.ts" */

import { find } from "#coupdata/views/html/scripts/find.js";
import { write } from "./fields.js";

/**
 * Bring to life the room where learners say why their answer is so, if the question has one.
 *
 * @param {HTMLElement} root the question
 * @param {Listen} listen
 * @param {(explanation: string) => void} type takes what is typed
 */
export function askExplanation(root, listen, type) {
  if (!root.querySelector(".explanation")) return { show: () => {}, take: () => ({}) };
  const room = find(root, ".explanation textarea", HTMLTextAreaElement);
  listen(room, "input", () => type(room.value));
  return {
    show: (/** @type {string} */ explanation) => write(room, explanation),
    /** Return what goes with a check: what there is, even if that is nothing. */
    take: () => ({ explanation: room.value }),
  };
}
