// @ts-check
/** @import { MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { Screen, SeatPart } from "./seat_types.d.ts" */

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { _, ngettext } from "#coupdata/views/html/scripts/i18n.js";
import { bringAlong } from "./bring_along.js";
import { takeAlong } from "./take_along.js";

/**
 * Return the page on which a learner chooses one of the parts that are open.
 *
 * @returns {Screen}
 */
export function partsPage() {
  const root = draw(["div", { class: "page parts" }]);
  const [head, list] = [draw(["header", {}]), draw(["nav", { "aria-label": _("Parts") }])];
  root.append(head, list, takeAlong(), bringAlong());
  return {
    root,
    show: ({ parts }) => {
      redraw(
        head,
        ["h1", { tabindex: "-1" }, _("At your own pace")],
        ["p", { class: "lead" }, summary(parts)],
      );
      redraw(list, ...chapters(parts));
    },
    retry: () => {},
    end: () => {},
  };
}

/** @param {SeatPart[]} parts */
function summary(parts) {
  const [done, of] = [sum(parts.map((part) => part.done)), sum(parts.map((part) => part.of))];
  if (!of) return _("Look around.");
  if (done === of) return _("You have answered everything that is open. Well done!");
  return done
    ? ngettext("{done} of {n} question answered.", "{done} of {n} questions answered.", of, { done })
    : ngettext("One question. Begin where you like.", "{n} questions. Begin where you like.", of);
}

/**
 * @param {SeatPart[]} parts
 * @returns {MarkupElement[]}
 */
function chapters(parts) {
  return [...new Set(parts.map(({ chapter }) => chapter))].flatMap((chapter) => {
    const links = parts.filter((part) => part.chapter === chapter).map(link);
    const list = /** @type {MarkupElement} */ (["ul", { class: "cards" }, ...links]);
    return /** @type {MarkupElement[]} */ (chapter ? [["h2", {}, chapter], list] : [list]);
  });
}

/**
 * @param {SeatPart} part
 * @returns {MarkupElement}
 */
function link({ id, title, done, of, none }) {
  const isDone = of > 0 && done === of;
  const words = of ? ngettext("{done} of {n} answered", "{done} of {n} answered", of, { done }) : none;
  const share = of ? Math.round((100 * done) / of) : 0;
  return [
    "li",
    {},
    [
      "a",
      { href: `#${id}`, class: isDone ? "done" : "" },
      [
        "span",
        { class: "ring", style: `--share: ${share}%`, "aria-hidden": "true" },
        isDone ? "✓" : of ? String(of - done) : "◦",
      ],
      ["span", { class: "about" }, ["b", {}, title], ["small", {}, words]],
    ],
  ];
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, n) => total + n, 0);
}
