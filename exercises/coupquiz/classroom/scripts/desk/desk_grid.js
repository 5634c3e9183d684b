// @ts-check
/** @import { MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { Desk, DeskSeat, PlanQuestion } from "../types.d.ts" */

// Seats by questions: who is how far, and where the class is stuck.

import { _, ngettext } from "#coupdata/views/html/scripts/i18n.js";
import { element } from "../element.js";
import { button, sure } from "./controls.js";
import { isStuck, SIGNS, signWord, tried } from "./seat_signs.js";

/**
 * Return the grid, and above it what was chosen in it.
 *
 * @param {Desk} desk
 * @param {PlanQuestion[]} questions as the signs of the seats have them; none in a test, where each has its own
 * @param {number[]} columns the places of the questions that are shown
 * @returns {MarkupElement[]}
 */
export function seatGrid(desk, questions, columns) {
  const { view } = desk;
  if (!view.seats.length) return [["p", { class: "nobody" }, _("Nobody has joined yet.")]];
  return [
    [
      "div",
      { class: "grid-head" },
      ["h3", {}, ngettext("{n} seat", "{n} seats", view.seats.length)],
      legend(),
      ...(questions.length ? [whichColumns(desk.all)] : []),
    ],
    ["div", {}, ...chosen(desk, questions)],
    [
      "div",
      { class: "grid", tabindex: "0", role: "region", "aria-label": _("Seats and questions") },
      [
        "table",
        {},
        ["thead", {}, ["tr", {}, corner(), ...columns.map((place) => head(desk, questions[place], place))]],
        ["tbody", {}, ...view.seats.map((seat) => row(desk, seat, columns, questions))],
      ],
    ],
  ];
}

/** @returns {MarkupElement} */
function corner() {
  return ["th", { scope: "col" }, ["span", { class: "unseen" }, _("Seat")]];
}

/**
 * @param {Desk} desk
 * @param {PlanQuestion | undefined} question
 * @param {number} place
 * @returns {MarkupElement}
 */
function head({ plan, view, question: looked }, question, place) {
  if (!question) return ["th", { scope: "col" }, ["span", { class: "number" }, `${place + 1}`]];
  const counted = tried(view.seats, place);
  const said = counted.of ? _("{right} of {of} right", counted) : _("not tried yet");
  const id = `${question.bank}/${question.id}`;
  const share = counted.of ? (100 * counted.right) / counted.of : 0;
  return [
    "th",
    { scope: "col", class: isStuck(counted, plan.lines) ? "stuck" : "" },
    button(
      [
        "span",
        {},
        ["span", { class: "number" }, question.number],
        [
          "span",
          { class: "tried", "aria-hidden": "true" },
          ["span", { class: "meter" }, ["span", { style: `inline-size: ${share}%` }]],
          counted.of ? `${counted.right}/${counted.of}` : "–",
        ],
      ],
      {
        set: { question: looked === id ? "" : id, seat: 0 },
        more: {
          title: question.prompt,
          "aria-label": `${question.number}: ${said}`,
          "aria-pressed": `${looked === id}`,
        },
      },
    ),
  ];
}

/**
 * @param {Desk} desk
 * @param {DeskSeat} seat
 * @param {number[]} columns
 * @param {PlanQuestion[]} questions
 * @returns {MarkupElement}
 */
function row({ seat: looked }, { id, name, here, signs }, columns, questions) {
  return [
    "tr",
    { class: here ? "" : "away" },
    [
      "th",
      { scope: "row" },
      button(
        [
          "span",
          {},
          ["span", { class: "dot" }],
          name,
          ...(here ? [] : [element("span", { class: "unseen" }, _("(away)"))]),
        ],
        { set: { seat: looked === id ? 0 : id, question: "" }, more: { "aria-pressed": `${looked === id}` } },
      ),
    ],
    ...columns.map((place) => {
      const sign = signs[place] ?? ".";
      const title = `${name}, ${questions[place]?.number ?? place + 1}: ${signWord(sign)}`;
      return element(
        "td",
        { "data-sign": sign, title },
        ["span", { "aria-hidden": "true" }, SIGNS[sign]],
        ["span", { class: "unseen" }, signWord(sign)],
      );
    }),
  ];
}

/**
 * @param {Desk} desk
 * @param {PlanQuestion[]} questions
 * @returns {MarkupElement[]}
 */
function chosen(desk, questions) {
  const place = questions.findIndex(({ bank, id }) => desk.question === `${bank}/${id}`);
  if (place >= 0) return [chosenQuestion(desk, questions[place], tried(desk.view.seats, place))];
  const seat = desk.view.seats.find(({ id }) => id === desk.seat);
  return seat ? [chosenSeat(desk, seat)] : [];
}

/**
 * @param {Desk} desk
 * @param {PlanQuestion} question
 * @param {{ right: number, of: number }} counted
 * @returns {MarkupElement}
 */
function chosenQuestion({ view }, { bank, id, number, prompt, vote }, counted) {
  const said = counted.of ? _("{right} of {of} are right.", counted) : _("Nobody has tried it yet.");
  const canVote = vote && view.way !== "over";
  return [
    "div",
    { class: "chosen", role: "group", "aria-label": _("Question {number}", { number }) },
    [
      "p",
      { tabindex: "-1", "data-focus": "" },
      ["b", {}, number],
      " ",
      prompt,
      " ",
      ["span", { class: "quiet" }, said],
    ],
    [
      "div",
      { class: "buttons" },
      ...(canVote
        ? [
            button(_("Vote on this"), {
              act: { act: "ask", bank, question: id },
              set: { tab: "vote", picks: false, question: "" },
              kind: "strong",
            }),
          ]
        : []),
      button(_("Close"), { set: { question: "" } }),
    ],
  ];
}

/**
 * @param {Desk} desk
 * @param {DeskSeat} seat
 * @returns {MarkupElement}
 */
function chosenSeat(desk, { id, name, key, here }) {
  const question = _("Forget {name} and everything that was answered there?", { name });
  const asks = desk.sure === "forget";
  return [
    "div",
    { class: "chosen", role: "group", "aria-label": name },
    [
      "p",
      { tabindex: "-1", "data-focus": "" },
      ["b", {}, name],
      " ",
      ["span", { class: "quiet" }, here ? _("here now") : _("away")],
      ["br", {}],
      _("Key to come back with:"),
      " ",
      ["code", {}, key],
    ],
    asks
      ? sure(question, {
          yes: _("Forget it"),
          no: _("Keep it"),
          act: { act: "forget", seat: id },
          set: { seat: 0 },
        })
      : [
          "div",
          { class: "buttons" },
          button(_("Forget this seat"), { set: { sure: "forget" } }),
          button(_("Close"), { set: { seat: 0 } }),
        ],
  ];
}

/** @returns {MarkupElement} */
function legend() {
  return [
    "ul",
    { class: "legend", "aria-label": _("What the signs mean") },
    ..."rpwac"
      .split("")
      .map((sign) =>
        element(
          "li",
          {},
          ["span", { "data-sign": sign, "aria-hidden": "true" }, SIGNS[sign]],
          signWord(sign),
        ),
      ),
  ];
}

/**
 * @param {boolean} all
 * @returns {MarkupElement}
 */
function whichColumns(all) {
  return button(_("All questions"), {
    set: { all: !all },
    kind: "small",
    more: { "aria-pressed": `${all}` },
  });
}
