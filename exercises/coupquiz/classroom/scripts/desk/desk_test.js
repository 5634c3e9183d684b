// @ts-check
/** @import { MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { Desk } from "../types.d.ts" */

import { _, ngettext } from "#coupdata/views/html/scripts/i18n.js";
import { timeText } from "../countdown.js";
import { button, sure } from "./controls.js";
import { seatGrid } from "./desk_grid.js";

/**
 * Return the panel of a test: its beginning and end, its clock, and how far everybody is.
 *
 * @param {Desk} desk
 * @returns {MarkupElement[]}
 */
export function testPanel(desk) {
  const { plan, view } = desk;
  if (!plan.test) return [];
  const longest = Math.max(0, ...view.seats.map(({ signs }) => signs.length));
  return [
    ["h2", { tabindex: "-1" }, plan.test.title],
    [
      "p",
      { class: "quiet" },
      ngettext("{n} question.", "{n} questions.", plan.test.questions),
      " ",
      _("What is right is not on this computer: mark the answers afterwards."),
    ],
    ...(view.way === "over" ? [] : [begin(desk), clock(desk)]),
    ...seatGrid(desk, [], [...Array(view.way === "test" ? longest : 0).keys()]),
  ];
}

/**
 * @param {Desk} desk
 * @returns {MarkupElement}
 */
function begin({ view, sure: asks }) {
  if (!view.test.open) {
    const label = _("Begin the test");
    return ["div", { class: "buttons" }, button(label, { act: { act: "test", open: true }, kind: "strong" })];
  }
  const end = { act: "test", open: false };
  if (asks === "end-test") {
    const question = _("End the test for everybody? You can open it again.");
    return sure(question, { yes: _("End the test"), no: _("Let them work"), act: end });
  }
  return ["div", { class: "buttons" }, button(_("End the test"), { set: { sure: "end-test" } })];
}

/**
 * @param {Desk} desk
 * @returns {MarkupElement}
 */
function clock({ view: { test }, left }) {
  return [
    "div",
    { class: "clock" },
    [
      "p",
      { class: "left", role: "timer" },
      left === null ? _("No clock") : left > 0 ? timeText(left) : _("Time is up"),
    ],
    [
      "form",
      { "data-form": "clock", "data-of": "clock" },
      ["label", { for: "minutes" }, _("Minutes from now")],
      [
        "input",
        { id: "minutes", name: "minutes", type: "number", min: "1", max: "600", step: "1", required: "" },
      ],
      ["button", { type: "submit" }, _("Set the clock")],
    ],
    [
      "div",
      { class: "buttons" },
      ...(left
        ? [
            button(test.stopped ? _("Let it run") : _("Stop the clock"), {
              act: { act: "stop-clock", stopped: !test.stopped },
            }),
          ]
        : []),
      ...(left === null ? [] : [button(_("Remove the clock"), { act: { act: "clock", seconds: null } })]),
    ],
  ];
}
