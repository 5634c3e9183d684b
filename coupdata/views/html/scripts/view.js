// @ts-check
/** @import { Listen, Model } from "./types.d.ts" */

import { draw, redraw } from "./draw.js";
import { hear } from "./hear.js";
import { _, speak } from "./i18n.js";

/**
 * Begin a view: Python is heard, words are in the reader's language, and the page wears the style sheet. What is returned
 * follows the model and listens to the page until `end` is called.
 *
 * @template {Record<string, any>} Traits
 * @param {Model<Traits>} model
 */
export function begin(model) {
  const ended = new AbortController();
  const { signal } = ended;
  if (STYLE) dress(STYLE);
  speak(model.get("catalogue") ?? {});
  hear(model);

  /** @type {Listen} */
  const listen = (target, type, act, options) =>
    target.addEventListener(type, /** @type {EventListener} */ (act), { ...options, signal });

  /** Act on messages and changes of the model. */
  const on = (/** @type {string} */ event, /** @type {(...about: any[]) => void} */ act) => {
    model.on(event, act);
    signal.addEventListener("abort", () => model.off(event, act));
  };

  /** Act now, and whenever one of these traits changes. */
  const follow = (/** @type {(keyof Traits & string)[]} */ names, /** @type {() => void} */ act) => {
    for (const name of names) on(`change:${name}`, act);
    act();
  };

  /**
   * Set a trait here and in Python.
   *
   * @template {keyof Traits} K
   * @param {K} name
   * @param {Traits[K]} value
   */
  const set = (name, value) => {
    if (value === model.get(name)) return;
    /** @type {Model<any>} */ (model).set(name, value);
    model.save_changes();
  };

  return { listen, on, follow, set, signal, end: () => ended.abort() };
}

/**
 * Put a style sheet on the page, unless it is there: to come again, it would have all of the page styled once more.
 *
 * @param {string} css
 */
function dress(css) {
  const worn = [...document.head.querySelectorAll(".coup-style")];
  if (worn.some((style) => style.textContent === css)) return;
  document.head.append(draw(["style", { class: "coup-style" }, css]));
}

/**
 * Return a note that shows when the view has lost its kernel: its clicks would go nowhere.
 *
 * @param {Model<any>} model
 */
export function asleep(model) {
  const note = draw(["p", { class: "coup coup-asleep", role: "status" }]);
  model.on("comm_live_update", () => {
    redraw(
      note,
      _(
        "This view has stopped responding. Run this cell again, and the ones before it: Run → Run All Cells.",
      ),
    );
  });
  return note;
}
