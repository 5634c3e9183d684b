// @ts-check
/** @import { Markup, MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { Category, Lines, Round, Share, Shift, VoteResult } from "./types.d.ts" */

// What came out of a vote, drawn for desk and wall.

import { _, ngettext } from "#coupdata/views/html/scripts/i18n.js";
import { element } from "./element.js";
import { percent } from "./numbers.js";

/**
 * Return the bars of a vote: for each option how many took it, in the first vote and, after it, in the second.
 *
 * @param {VoteResult} result
 * @returns {MarkupElement}
 */
export function voteBars({ categories, rounds }) {
  return [
    "ul",
    { class: rounds.length > 1 ? "bars twice" : "bars" },
    ...categories.map((category) =>
      element(
        "li",
        category.right ? { class: "right" } : {},
        ["span", { class: "letter", "aria-hidden": "true" }, category.label],
        [
          "span",
          { class: "what" },
          category.text,
          ...(category.right ? [unseen(_("(right)")), sign("✓", "right-sign")] : []),
        ],
        ["span", { class: "lanes" }, ...rounds.map((round, place) => lane(category, round, place))],
      ),
    ),
  ];
}

/**
 * Return what answers said that are more than one choice; nothing where they are.
 *
 * @param {Round} round
 * @returns {MarkupElement[]}
 */
export function votePieces({ pieces, picture }) {
  if (!pieces.length) return [];
  return [
    ["h3", {}, _("What was said most")],
    .../** @type {MarkupElement[]} */ (picture?.length ? [picture] : []),
    [
      "ul",
      { class: "pieces" },
      ...pieces.map(({ text, right, count }) =>
        element(
          "li",
          { class: right ? "right" : "wrong" },
          sign(right ? "✓" : "✗"),
          unseen(right ? _("Right:") : _("Not right:")),
          ["span", {}, text],
          ["b", {}, `${count}`],
        ),
      ),
    ],
  ];
}

/**
 * Return the share of right answers on a scale, with its interval and the lines at which the advice changes.
 *
 * @param {Share} share
 * @param {Lines} lines
 * @returns {MarkupElement}
 */
export function shareScale({ right, of, share, low, high }, { few, enough }) {
  const said = _("{right} of {of} right: {share}. With 95% confidence between {low} and {high}.", {
    right,
    of,
    share: percent(share),
    low: percent(low),
    high: percent(high),
  });
  const at = (/** @type {number} */ from, /** @type {number} */ to) =>
    `inset-inline-start: ${100 * from}%; inline-size: ${100 * (to - from)}%`;
  return [
    "figure",
    { class: "share" },
    [
      "div",
      { class: "scale", role: "img", "aria-label": said },
      ["span", { class: "zone", style: at(0, few) }, ["span", {}, _("explain again")]],
      ["span", { class: "zone", style: at(few, enough) }, ["span", {}, _("discuss")]],
      ["span", { class: "zone", style: at(enough, 1) }, ["span", {}, _("go on")]],
      ["span", { class: "interval", style: at(low, high) }],
      ["span", { class: "dot", style: `inset-inline-start: ${100 * share}%` }],
      ...[few, enough].map((line) =>
        element("span", { class: "line", style: `inset-inline-start: ${100 * line}%` }, percent(line)),
      ),
    ],
    [
      "figcaption",
      {},
      ["b", {}, percent(share)],
      " ",
      ngettext("right, of {n} answer", "right, of {n} answers", of),
      ["span", { class: "quiet" }, ` (${percent(low)} – ${percent(high)})`],
    ],
  ];
}

const WIDTH = 320;
const HEIGHT = 190;
const [LEFT, RIGHT, THICK, GAP] = [26, 294, 8, 8];

/**
 * Return who changed their mind: a stream from each first answer to each second one, and the same as a table that is
 * read out.
 *
 * @param {VoteResult} result
 * @returns {MarkupElement}
 */
export function shiftPicture({ categories, shift }) {
  const flows = shiftFlows(
    categories.map(({ id }) => id),
    shift,
    HEIGHT - 20,
  );
  const right = new Set(categories.filter((each) => each.right).map(({ id }) => id));
  const middle = (LEFT + RIGHT) / 2;
  const sideways = (/** @type {number} */ a, /** @type {number} */ b) => `C${middle} ${a} ${middle} ${b}`;
  const streams = flows.streams.map(({ from, to, top, bottom, thick, count }) => {
    const [a, b] = [top + 18, bottom + 18];
    const path =
      `M${LEFT + THICK} ${a}${sideways(a, b)} ${RIGHT - THICK} ${b}v${thick}` +
      `${sideways(b + thick, a + thick)} ${LEFT + THICK} ${a + thick}z`;
    const kind = from === to ? "same" : right.has(to) ? "gained" : right.has(from) ? "lost" : "moved";
    return element("path", { class: kind, d: path, "data-count": `${count}` });
  });
  const ends = (
    /** @type {typeof flows.first} */ bars,
    /** @type {number} */ x,
    /** @type {boolean} */ isFirst,
  ) =>
    bars.flatMap(({ id, top, thick }) => {
      const { label, text } = /** @type {Category} */ (categories.find((each) => each.id === id));
      const place = { x: `${isFirst ? x - 5 : x + THICK + 5}`, y: `${top + 18 + thick / 2 + 4.5}` };
      return /** @type {MarkupElement[]} */ ([
        [
          "rect",
          {
            class: right.has(id) ? "end right" : "end",
            x: `${x}`,
            y: `${top + 18}`,
            width: `${THICK}`,
            height: `${thick}`,
          },
        ],
        ["text", { ...place, "text-anchor": isFirst ? "end" : "start" }, label || text.slice(0, 1)],
      ]);
    });
  return [
    "figure",
    { class: "shift" },
    [
      "svg",
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" },
      ["text", { class: "head", x: `${LEFT}`, y: "10", "text-anchor": "start" }, _("First vote")],
      ["text", { class: "head", x: `${RIGHT}`, y: "10", "text-anchor": "end" }, _("Second vote")],
      ...streams,
      ...ends(flows.first, LEFT, true),
      ...ends(flows.second, RIGHT - THICK, false),
    ],
    shiftTable(categories, shift),
  ];
}

/**
 * Return where streams begin and end: answers stand in their order on either side, each as thick as many gave it.
 *
 * @param {string[]} ids
 * @param {Shift[]} shift
 * @param {number} height
 */
export function shiftFlows(ids, shift, height) {
  const counts = (/** @type {"from" | "to"} */ side) =>
    ids
      .map((id) => ({
        id,
        count: shift.reduce((sum, each) => sum + (each[side] === id ? each.count : 0), 0),
      }))
      .filter(({ count }) => count);
  const [before, after] = [counts("from"), counts("to")];
  const total = shift.reduce((sum, { count }) => sum + count, 0);
  const gaps = GAP * (Math.max(before.length, after.length) - 1);
  const unit = total ? (height - gaps) / total : 0;
  const stacked = (/** @type {typeof before} */ side) => {
    let top = 0;
    return side.map(({ id, count }) => {
      const bar = { id, top, thick: count * unit };
      top += bar.thick + GAP;
      return bar;
    });
  };
  const [first, second] = [stacked(before), stacked(after)];
  const begun = new Map(first.map(({ id, top }) => [id, top]));
  const ended = new Map(second.map(({ id, top }) => [id, top]));
  const streams = ids.flatMap((from) =>
    ids.flatMap((to) => {
      const count = shift.find((each) => each.from === from && each.to === to)?.count ?? 0;
      if (!count) return [];
      const thick = count * unit;
      const [top, bottom] = [begun.get(from) ?? 0, ended.get(to) ?? 0];
      begun.set(from, top + thick);
      ended.set(to, bottom + thick);
      return [{ from, to, count, top, bottom, thick }];
    }),
  );
  return { first, second, streams };
}

/**
 * @param {Category[]} categories
 * @param {Shift[]} shift
 * @returns {MarkupElement}
 */
function shiftTable(categories, shift) {
  const name = (/** @type {Category} */ { label, text }) => label || text;
  const count = (/** @type {string} */ from, /** @type {string} */ to) =>
    shift.find((each) => each.from === from && each.to === to)?.count ?? 0;
  const table = element(
    "table",
    {},
    ["caption", {}, _("How many went from which answer in the first vote to which in the second")],
    [
      "thead",
      {},
      [
        "tr",
        {},
        ["td", {}],
        ...categories.map((to) => element("th", { scope: "col" }, _("to {answer}", { answer: name(to) }))),
      ],
    ],
    [
      "tbody",
      {},
      ...categories.map((from) =>
        element(
          "tr",
          {},
          ["th", { scope: "row" }, _("from {answer}", { answer: name(from) })],
          ...categories.map((to) => element("td", {}, `${count(from.id, to.id)}`)),
        ),
      ),
    ],
  );
  return ["div", { class: "unseen" }, table]; // a table is as wide as what is in it
}

/**
 * @param {Category} category
 * @param {Round} round
 * @param {number} place
 * @returns {MarkupElement}
 */
function lane({ id }, { counts, of }, place) {
  const count = counts[id] ?? 0;
  const vote = place ? _("Second vote:") : _("First vote:");
  return [
    "span",
    { class: place ? "lane second" : "lane" },
    ["span", { class: "fill", style: `inline-size: ${of ? (100 * count) / of : 0}%` }],
    ["span", { class: "n" }, unseen(`${vote} `), `${count}`],
  ];
}

/**
 * @param {string} text
 * @returns {MarkupElement}
 */
function unseen(text) {
  return ["span", { class: "unseen" }, text];
}

/**
 * @param {string} text
 * @returns {MarkupElement}
 */
function sign(text, kind = "sign") {
  return ["span", { class: kind, "aria-hidden": "true" }, text];
}
