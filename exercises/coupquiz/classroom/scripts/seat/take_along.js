// @ts-check

import { draw } from "#coupdata/views/html/scripts/draw.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";

/** Return what saves a seat's answers as a file on the learner's device. */
export function takeAlong() {
  return draw([
    "div",
    { class: "take-along" },
    ["a", { class: "soft", href: "seat/work", download: "" }, _("Take my work along")],
    [
      "p",
      { class: "quiet" },
      _("Saves a file with your answers, with which you can go on in the notebooks."),
    ],
  ]);
}
