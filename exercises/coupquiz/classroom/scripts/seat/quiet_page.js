// @ts-check
/** @import { Screen, SeatView } from "./seat_types.d.ts" */

// What a seat shows while there is nothing to answer: before, between and after.

import { draw } from "#coupdata/views/html/scripts/draw.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { LINE_OF_TIME } from "./picture.js";
import { takeAlong } from "./take_along.js";

/**
 * @param {"wait" | "vote" | "test" | "over"} name
 * @param {SeatView} view
 * @returns {Screen}
 */
export function quietPage(name, { seat }) {
  const words = {
    wait: [_("You are in."), _("Wait for your teacher. What comes next appears here by itself.")],
    vote: [_("Look up."), _("The next question appears here by itself.")],
    test: [
      _("The test is not open."),
      _("It appears here by itself when it begins. What you have answered is saved."),
    ],
    over: [_("That was the lesson."), _("Thank you for thinking along. Your answers are with your teacher.")],
  }[name];
  const root = draw([
    "div",
    { class: `poster-page ${name}` },
    [
      "div",
      { class: "poster" },
      LINE_OF_TIME,
      ["p", { class: "seat-name" }, seat],
      ["h1", { tabindex: "-1" }, words[0]],
      ["p", { class: "big" }, words[1]],
    ],
  ]);
  if (name === "over") {
    const sheet = draw(["div", { class: "sheet" }]);
    sheet.append(takeAlong());
    root.append(sheet);
  }
  return { root, show: () => {}, retry: () => {}, end: () => {} };
}
