// @ts-check
/** @import { MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { Desk, WallShows } from "../types.d.ts" */

import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { element } from "../element.js";
import { button } from "./controls.js";

/**
 * Return what chooses what the wall shows.
 *
 * @param {Desk} desk
 * @returns {MarkupElement}
 */
export function wallPanel({ plan, view }) {
  /** @type {[WallShows, string, boolean][]} */
  const shows = [
    ["join", _("How to join"), true],
    ["question", _("Question"), view.way === "vote"],
    ["result", _("Result"), view.way === "vote" && view.stage === "revealed"],
    ["timeline", _("Timeline"), true],
  ];
  return [
    "div",
    { class: "on-wall", role: "group", "aria-label": _("On the wall") },
    ["span", { class: "label", "aria-hidden": "true" }, _("On the wall")],
    [
      "div",
      { class: "choices" },
      ...shows
        .filter(([, , can]) => can)
        .map(([wall, label]) =>
          button(label, {
            act: { act: "show", wall, event: wall === "timeline" ? view.event : "" },
            more: { "aria-pressed": `${view.wall === wall}` },
          }),
        ),
    ],
    ...(view.wall === "timeline" ? [events(plan.events, view.event)] : []),
  ];
}

/**
 * @param {{ id: string, title: string }[]} all
 * @param {string} chosen
 * @returns {MarkupElement}
 */
function events(all, chosen) {
  const step = (/** @type {string} */ sign, /** @type {string} */ label, /** @type {number} */ by) =>
    button(sign, { act: { act: "step", by }, more: { "aria-label": label } });
  return [
    "div",
    { class: "events" },
    step("‹", _("Event before"), -1),
    [
      "select",
      { "aria-label": _("Event on the wall"), "data-show": "event", "data-value": chosen },
      ["option", { value: "" }, _("No event")],
      ...all.map(({ id, title }) => element("option", { value: id }, title)),
    ],
    step("›", _("Next event"), 1),
  ];
}
