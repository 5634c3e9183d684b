// @ts-check
/** @import { Markup, MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { Desk, DeskView, Lines, PlanQuestion, Swayed, VoteResult } from "../types.d.ts" */

// A vote from its question to its answer: vote, talk, vote again, show. What is advised is the strong button; nothing
// that a teacher may want is out of reach.

import { _, ngettext } from "#coupdata/views/html/scripts/i18n.js";
import { element } from "../element.js";
import { percent } from "../numbers.js";
import { shareScale, shiftPicture, voteBars, votePieces } from "../vote_pictures.js";
import { button } from "./controls.js";
import { questionPicker } from "./desk_picker.js";
import { handsForm } from "./hands_form.js";

/** @typedef {NonNullable<DeskView["poll"]>} Poll */

/**
 * Return the panel of votes.
 *
 * @param {Desk} desk
 * @returns {MarkupElement[]}
 */
export function votePanel(desk) {
  const { view, picks } = desk;
  if (view.way === "over") return [["h2", { tabindex: "-1" }, _("The lesson is over")]];
  if (!view.poll || picks) return questionPicker(desk);
  const choice = view.poll.categories.some(({ label }) => label); // then the bars tell the options
  return [
    ["div", {}, ...(view.way === "vote" ? [] : [elsewhere()])],
    steps(view),
    [
      "div",
      { class: "vote" },
      [
        "div",
        { class: "asked" },
        ...question(view.poll, view.stage === "open" || !choice),
        ...answer(desk, view.poll),
      ],
      ["div", { class: "stage" }, ...stage(desk, view.poll)],
    ],
  ];
}

/**
 * Return the question that comes after one in the lesson and can be voted on; undefined after the last.
 *
 * @param {PlanQuestion[]} questions
 * @param {{ bank: string, id: string }} asked
 */
export function nextQuestion(questions, asked) {
  const here = questions.findIndex(({ bank, id }) => bank === asked.bank && id === asked.id);
  return questions.find(({ vote }, place) => vote && place > here);
}

/** @returns {MarkupElement} */
function elsewhere() {
  return [
    "p",
    { class: "lead" },
    ["span", {}, _("The class does something else now.")],
    button(_("Back to the vote"), { act: { act: "way", way: "vote" }, kind: "strong" }),
  ];
}

/**
 * @param {DeskView} view
 * @returns {MarkupElement}
 */
function steps({ round, stage }) {
  const here = stage === "revealed" ? 4 : round === 2 ? 3 : stage === "closed" ? 2 : 1;
  const names = [_("First vote"), _("Look and decide"), _("Second vote"), _("The answer")];
  return [
    "ol",
    { class: "steps-of-vote", "aria-label": _("Steps of a vote") },
    ...names.map((name, place) => {
      const number = place + 1;
      /** @type {Record<string, string>} */
      const attributes = { class: number < here ? "done" : "" };
      if (number === here) attributes["aria-current"] = "step";
      return element("li", attributes, ["span", {}, name]);
    }),
  ];
}

/**
 * @param {Poll} poll
 * @param {boolean} withOptions
 * @returns {MarkupElement[]}
 */
function question({ number, prompt, choices, targets }, withOptions) {
  const list = (/** @type {Poll["choices"]} */ of) =>
    element(
      "ul",
      { class: "options" },
      ...of.map(({ label, text }) =>
        element("li", {}, ...(label ? [element("b", { class: "letter" }, label)] : []), ["span", {}, text]),
      ),
    );
  return [
    ["h2", { tabindex: "-1" }, ["span", { class: "number" }, number], " ", prompt],
    ...(withOptions && choices.length ? [list(choices)] : []),
    ...(withOptions && targets.length ? [list(targets)] : []),
  ];
}

/**
 * @param {Desk} desk
 * @param {Poll} poll
 * @returns {MarkupElement[]}
 */
function stage(desk, poll) {
  const { view } = desk;
  if (view.stage === "open") return open(desk, poll);
  if (!view.result) return [];
  return view.stage === "revealed" ? revealed(view.result) : closed(desk, poll, view.result);
}

/**
 * @param {Desk} desk
 * @param {Poll} poll
 * @returns {MarkupElement[]}
 */
function open(desk, poll) {
  const { view } = desk;
  const seats = view.seats.filter(({ here, voted }) => here || voted);
  const missing = seats.filter(({ voted }) => !voted);
  const hands = Object.values(poll.hands).reduce((sum, n) => sum + n, 0);
  const share = seats.length ? (100 * poll.answered) / seats.length : 0;
  return [
    ["h3", {}, view.round === 2 ? _("Second vote") : _("First vote")],
    [
      "p",
      { class: "answered" },
      ["b", {}, `${poll.answered}`],
      " ",
      ngettext("answered, of {n} seat", "answered, of {n} seats", seats.length),
      ...(hands ? [` + ${ngettext("{n} hand", "{n} hands", hands)}`] : []),
    ],
    ["div", { class: "progress", "aria-hidden": "true" }, ["span", { style: `inline-size: ${share}%` }]],
    ["p", { class: "quiet missing" }, missingWords(missing.map(({ name }) => name))],
    [
      "div",
      { class: "buttons" },
      button(_("Close the vote"), { act: { act: "close" }, kind: "strong" }),
      button(_("Show the answer"), { act: { act: "reveal" } }),
    ],
    ...handsForm(desk, poll),
  ];
}

const FEW = 6; // names that are read at a glance

/** @param {string[]} names */
function missingWords(names) {
  if (!names.length || names.length > FEW) return "";
  return _("Not yet: {names}", { names: names.join(", ") });
}

/**
 * @param {Desk} desk
 * @param {Poll} poll
 * @param {VoteResult} result
 * @returns {MarkupElement[]}
 */
function closed(desk, poll, result) {
  const { round } = desk.view;
  const { lines } = desk.plan;
  const now = result.rounds[round - 1];
  const talks = round === 1 && now.share?.advice !== "go-on";
  const again = now.share?.advice === "explain" ? _("Vote again") : _("Discuss and vote again");
  return [
    ["h3", {}, round === 2 ? _("How they voted the second time") : _("How they voted")],
    voteBars(result),
    ...(now.share
      ? [shareScale(now.share, lines), element("p", { class: "advice" }, now.words), source(lines)]
      : [element("p", { class: "quiet" }, _("Nobody has answered."))]),
    [
      "div",
      { class: "buttons" },
      ...(round === 1 ? [button(again, { act: { act: "again" }, kind: talks ? "strong" : "" })] : []),
      button(_("Show the answer"), { act: { act: "reveal" }, kind: talks ? "" : "strong" }),
      button(_("Open again"), { act: { act: "reopen" } }),
    ],
    ...votePieces(now),
    ...changed(result),
    ...handsForm(desk, poll),
  ];
}

/**
 * @param {VoteResult} result
 * @returns {MarkupElement[]}
 */
function revealed(result) {
  const now = result.rounds[result.rounds.length - 1];
  return [["h3", {}, _("How they voted")], voteBars(result), ...votePieces(now), ...changed(result)];
}

/**
 * Return what is right, once it is shown, and the way on.
 *
 * @param {Desk} desk
 * @param {Poll} poll
 * @returns {MarkupElement[]}
 */
function answer({ plan, view }, poll) {
  if (view.stage !== "revealed" || !view.result) return [choose("small")];
  const next = nextQuestion(plan.questions, poll);
  const ask = next && { act: "ask", bank: next.bank, question: next.id };
  return [
    ["div", { class: "coup-questions" }, view.result.solution],
    [
      "div",
      { class: "buttons" },
      ...(next
        ? [
            button(_("Next question: {number}", { number: next.number }), {
              act: ask,
              kind: "strong",
              more: { title: next.prompt },
            }),
          ]
        : []),
      choose(next ? "" : "strong"),
    ],
  ];
}

/** @param {string} kind of the button */
function choose(kind) {
  return button(_("Choose another question"), { set: { picks: true }, kind });
}

/**
 * @param {VoteResult} result
 * @returns {MarkupElement[]}
 */
function changed(result) {
  if (!result.shift.length) return [];
  return [
    ["h3", {}, _("Who changed their mind")],
    shiftPicture(result),
    ...(result.swayed ? [swayed(result.swayed)] : []),
  ];
}

/**
 * @param {Swayed} swayed
 * @returns {MarkupElement}
 */
function swayed({ wrong, found, right, lost }) {
  const said = [
    ...(wrong ? [_("From wrong to right: {found} of {wrong}.", { found, wrong })] : []),
    ...(right ? [_("From right to wrong: {lost} of {right}.", { lost, right })] : []),
  ];
  const count = ngettext("{n} seat voted twice.", "{n} seats voted twice.", wrong + right);
  return ["p", { class: "swayed" }, said.join(" "), " ", ["span", { class: "quiet" }, count]];
}

/**
 * @param {Lines} lines
 * @returns {MarkupElement}
 */
function source({ few, enough }) {
  return [
    "p",
    { class: "source" },
    _(
      "The lines at {few} and {enough} are those of Crouch & Mazur, American Journal of Physics 69 (2001), 970–977.",
      { few: percent(few), enough: percent(enough) },
    ),
  ];
}
