// @ts-check
/** @import { MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */

/** A line of time with marks above it, to look at only. */
export const LINE_OF_TIME = /** @type {MarkupElement} */ ([
  "svg",
  { class: "line-of-time", viewBox: "0 0 400 84", "aria-hidden": "true", focusable: "false" },
  ["path", { class: "axis", d: "M0 66H400" }],
  [
    "path",
    { class: "ticks", d: Array.from({ length: 21 }, (_, n) => `M${n * 20} 66v${n % 5 ? 5 : 10}`).join("") },
  ],
  [
    "path",
    {
      class: "stems",
      d: "M52 66V40M104 66V50M156 66V24M190 66V44M214 66V14M238 66V36M262 66V50M326 66V30M364 66V48",
    },
  ],
  ["circle", { cx: "52", cy: "40", r: "5" }],
  ["circle", { cx: "104", cy: "50", r: "5", class: "hollow" }],
  ["path", { d: "M156 17l7 7-7 7-7-7z" }],
  ["circle", { cx: "190", cy: "44", r: "5" }],
  ["circle", { cx: "214", cy: "14", r: "8", class: "chosen" }],
  ["path", { d: "M238 29l7 7-7 7-7-7z", class: "hollow" }],
  ["circle", { cx: "262", cy: "50", r: "5" }],
  ["path", { d: "M326 23l7 7-7 7-7-7z" }],
  ["circle", { cx: "364", cy: "48", r: "5", class: "hollow" }],
]);
