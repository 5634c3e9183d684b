// @ts-check
/** @import { Markup, MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { Desk } from "../types.d.ts" */

// Buttons of the desk: what each does stands in its attributes, so that one listener hears them all.

/**
 * Return a button.
 *
 * @param {Markup} label
 * @param {{ act?: object, set?: Partial<Desk>, kind?: string, more?: Record<string, string> }} does `act` is sent to
 *   the server, then `set` holds for the page
 * @returns {MarkupElement}
 */
export function button(label, { act, set, kind = "", more = {} }) {
  /** @type {Record<string, string>} */
  const attributes = { type: "button", ...more };
  if (kind) attributes.class = kind;
  if (act) attributes["data-act"] = JSON.stringify(act);
  if (set) attributes["data-set"] = JSON.stringify(set);
  return ["button", attributes, label];
}

/**
 * Return what asks once more before something is done that cannot be undone.
 *
 * @param {string} question
 * @param {{ yes: string, no: string, act: object, set?: Partial<Desk> }} words `set` holds for the page once it is done
 * @returns {MarkupElement}
 */
export function sure(question, { yes, no, act, set = {} }) {
  return [
    "div",
    { class: "sure", role: "group", "aria-label": question },
    ["p", {}, question],
    button(no, { set: { sure: "" }, more: { "data-focus": "" } }),
    button(yes, { act, set: { ...set, sure: "" }, kind: "strong" }),
  ];
}
