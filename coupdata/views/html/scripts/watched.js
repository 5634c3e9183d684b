// @ts-check
/** @import { Model } from "./types.d.ts" */

/**
 * Tell Python that a page shows this view, once it is painted; what comes back tells it that the page does so no longer.
 *
 * @param {Model<any>} model
 */
export function watched(model) {
  let lost = false;
  model.on("comm_live_update", () => (lost = true));
  const say = (/** @type {"seen" | "gone"} */ word) => lost || model.send(word);
  /** @type {ReturnType<typeof setTimeout> | null} */
  let timer = null;
  const seen = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    say("seen");
  };
  timer = setTimeout(seen, 100); // what Python does at the word would hold up the paint
  return () => {
    if (timer) seen(); // or else "gone" would count for another page
    say("gone");
  };
}
