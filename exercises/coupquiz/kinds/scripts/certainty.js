// @ts-check
/** @import { MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { findAll } from "#coupdata/views/html/scripts/find.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { unique } from "#coupdata/views/html/scripts/unique.js";

/** Return a place where learners can say how sure they are, and what shows and reads it; a choice counts once. */
export function askCertainty() {
  const root = draw(["div", { class: "certainty" }]);
  /** @type {HTMLInputElement | undefined} */
  let taken;
  const name = unique(); // shown twice on a page, a question is asked twice
  return {
    root,
    /** @param {Record<string, string>} words by what is chosen; empty where nobody asks */
    show(words) {
      redraw(root, ...choices(name, Object.entries(words)));
    },
    /** Return what was chosen, if anything was, and forget it. */
    take() {
      taken = findAll(root, "input", HTMLInputElement).find((input) => input.checked);
      if (!taken) return {};
      taken.checked = false;
      return { certainty: taken.value };
    },
    /** Take back what was taken: it did not count. */
    giveBack() {
      if (taken) taken.checked = true;
    },
  };
}

/**
 * @param {string} name
 * @param {[string, string][]} words
 * @returns {MarkupElement[]}
 */
function choices(name, words) {
  if (!words.length) return [];
  const question = _("How sure are you?");
  const labels = words.map(
    ([value, word]) =>
      /** @type {MarkupElement} */ ([
        "label",
        {},
        ["input", { type: "radio", name, value }],
        ["span", {}, word],
      ]),
  );
  return [
    ["span", { "aria-hidden": "true" }, question],
    ["div", { role: "radiogroup", "aria-label": question }, ...labels],
  ];
}
