// @ts-check
/** @import { MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { VoteQuestion, WallView } from "../types.d.ts" */

// The wall, as a class sees it from ten metres away. What is marked data-fit gets letters as large as there is room for.

import { _, ngettext } from "#coupdata/views/html/scripts/i18n.js";
import { timeText } from "../countdown.js";
import { element } from "../element.js";
import { spacedCode, typedAddress } from "../numbers.js";
import { voteBars, votePieces } from "../vote_pictures.js";

/**
 * Return what the wall shows, beside the timeline.
 *
 * @param {WallView} view
 * @param {number | null} left seconds left for the test
 * @returns {MarkupElement[]}
 */
export function wallPage(view, left) {
  return [element("div", { class: "stage" }, ...stage(view, left)), corner(view)];
}

/**
 * @param {WallView} view
 * @param {number | null} left
 * @returns {MarkupElement[]}
 */
function stage(view, left) {
  if (view.paused && !showsPicture(view)) return big(_("Look up"), _("Answers wait until you go on."));
  if (view.wall === "timeline") return [];
  if (view.way === "over") return big(_("The lesson is over"), _("What you answered is kept. Well done!"));
  if (view.way === "test" && view.test) return test(view, left);
  if (view.question && view.result) return result(view, view.question);
  if (view.question) return question(view, view.question);
  return view.qr ? join(view) : big(view.title, _("Your teacher will go on in a moment."));
}

/**
 * Return whether the wall shows something to look at while everybody looks up.
 *
 * @param {WallView} view
 */
function showsPicture({ wall, result }) {
  return wall === "timeline" || result !== null;
}

/**
 * @param {WallView} view
 * @returns {MarkupElement[]}
 */
function join({ title, qr, code, address, here }) {
  return [
    [
      "div",
      { class: "join" },
      ["img", { class: "qr", src: qr, alt: _("QR code that leads to this room") }],
      [
        "div",
        { class: "way-in" },
        ["h1", {}, title],
        ["p", { class: "how" }, _("Point your camera at the picture, or open")],
        ["p", { class: "address" }, typedAddress(address)],
        ["p", { class: "how" }, _("and type the code")],
        ["p", { class: "code" }, spacedCode(code)],
        [
          "p",
          { class: "here", role: "status" },
          ["b", {}, `${here}`],
          " ",
          ngettext("is here", "are here", here),
        ],
      ],
    ],
  ];
}

/**
 * @param {WallView} view
 * @param {VoteQuestion} asked
 * @returns {MarkupElement[]}
 */
function question({ round, stage, answered }, asked) {
  const vote = round === 2 ? _("Second vote") : _("First vote");
  const isOpen = stage === "open";
  return [
    [
      "p",
      { class: isOpen ? "round" : "round closed", role: "status" },
      isOpen ? vote : talk(round),
      ["span", { class: "count" }, ngettext("{n} has answered", "{n} have answered", answered)],
    ],
    ["div", { class: "fit", "data-fit": "" }, ["div", {}, ...asking(asked), ...options(asked)]],
  ];
}

/** @param {number} round */
function talk(round) {
  return round === 2 ? _("Voting is closed") : _("Voting is closed: talk to your neighbour");
}

/**
 * @param {VoteQuestion} asked
 * @returns {MarkupElement[]}
 */
function asking({ number, prompt }) {
  return [["h1", { class: "prompt" }, ["span", { class: "number" }, number], " ", prompt]];
}

/**
 * @param {VoteQuestion} asked
 * @returns {MarkupElement[]}
 */
function options({ choices, targets }) {
  const lists = [choices, targets].filter((list) => list.length);
  const marked = lists.map((list) =>
    element(
      "ul",
      { class: list.length > 6 ? "options many" : "options" },
      ...list.map(({ label, text, lang }) =>
        element("li", lang ? { lang } : {}, ...(label ? [element("b", { class: "letter" }, label)] : []), [
          "span",
          {},
          text,
        ]),
      ),
    ),
  );
  return lists.length > 1 ? [["div", { class: "two" }, ...marked]] : marked;
}

/**
 * @param {WallView} view
 * @param {VoteQuestion} asked
 * @returns {MarkupElement[]}
 */
function result({ result: found }, asked) {
  if (!found) return [];
  const last = found.rounds[found.rounds.length - 1];
  const twice = found.rounds.length > 1;
  return [
    [
      "div",
      { class: "fit", "data-fit": "" },
      [
        "div",
        {},
        ...asking(asked),
        [
          "div",
          { class: "outcome" },
          [
            "div",
            {},
            voteBars(found),
            ...(twice ? [element("p", { class: "key" }, _("pale: first vote, strong: second vote"))] : []),
            ...votePieces(last),
          ],
          ["div", { class: "coup-questions" }, found.solution],
        ],
      ],
    ],
  ];
}

/**
 * @param {WallView} view
 * @param {number | null} left
 * @returns {MarkupElement[]}
 */
function test({ title, here, runs }, left) {
  const time = left === null ? "" : left > 0 ? timeText(left) : _("Time is up");
  const stopped = left && !runs ? _("The clock is stopped.") : "";
  const count = ngettext("{n} is here", "{n} are here", here);
  return [
    [
      "div",
      { class: "big" },
      ["h1", {}, title],
      ...(time ? [element("p", { class: "time", role: "timer" }, time)] : []),
      ["p", { class: "how" }, stopped || count],
    ],
  ];
}

/**
 * @param {string} said
 * @param {string} more
 * @returns {MarkupElement[]}
 */
function big(said, more) {
  return [["div", { class: "big" }, ["h1", {}, said], ["p", { class: "how" }, more]]];
}

/**
 * @param {WallView} view
 * @returns {MarkupElement}
 */
function corner(view) {
  if (view.way === "over") return ["footer", {}];
  return [
    "footer",
    {},
    ...(view.paused && showsPicture(view) ? [element("p", { class: "look-up" }, _("Look up"))] : []),
    ["span", {}, typedAddress(view.address)],
    ["b", { class: "code" }, spacedCode(view.code)],
  ];
}
