// @ts-check
/** @import { MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { Desk, DeskPlan, PlanQuestion } from "../types.d.ts" */

import { _, ngettext } from "#coupdata/views/html/scripts/i18n.js";
import { element } from "../element.js";
import { button } from "./controls.js";
import { tried } from "./seat_signs.js";

/**
 * Return what chooses a question for a vote: all that can be voted on, by part, or those that fit a search.
 *
 * @param {Desk} desk
 * @returns {MarkupElement[]}
 */
export function questionPicker(desk) {
  const { plan, view, search } = desk;
  const groups = foundQuestions(plan, search);
  const n = groups.reduce((sum, { questions }) => sum + questions.length, 0);
  return [
    ["h2", { tabindex: "-1" }, _("Put a question to the vote")],
    [
      "div",
      { class: "search" },
      ["label", { for: "search" }, _("Search by number or words")],
      ["input", { id: "search", type: "search", autocomplete: "off", "data-search": "" }],
      ["span", { class: "quiet", role: "status" }, ngettext("{n} question", "{n} questions", n)],
      ...(view.poll ? [button(_("Back to the vote"), { set: { picks: false } })] : []),
    ],
    ...groups.map(({ title, questions }) =>
      element(
        "section",
        { class: "group" },
        ["h3", {}, title],
        ["ul", {}, ...questions.map((question) => choice(desk, question))],
      ),
    ),
  ];
}

/**
 * Return the questions that can be voted on and that have all these words, by part; a number finds its question.
 *
 * @param {DeskPlan} plan
 * @param {string} search
 * @returns {{ title: string, questions: PlanQuestion[] }[]}
 */
export function foundQuestions({ parts, questions }, search) {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const fits = (/** @type {PlanQuestion} */ { number, prompt, vote }) => {
    const text = prompt.toLocaleLowerCase();
    return vote && words.every((word) => text.includes(word) || number.startsWith(word));
  };
  const byKey = new Map(questions.map((each) => [`${each.bank}/${each.id}`, each]));
  return parts
    .map(({ title, questions: keys }) => ({
      title,
      questions: keys.flatMap((key) => byKey.get(key.join("/")) ?? []).filter(fits),
    }))
    .filter((group) => group.questions.length);
}

/**
 * @param {Desk} desk
 * @param {PlanQuestion} question
 * @returns {MarkupElement}
 */
function choice({ plan, view }, question) {
  const { bank, id, number, prompt } = question;
  const counted = tried(view.way === "test" ? [] : view.seats, plan.questions.indexOf(question));
  return [
    "li",
    {},
    ["span", { class: "number" }, number],
    [
      "span",
      { class: "prompt" },
      prompt,
      ...(counted.of ? [element("small", {}, _("{right} of {of} right so far", counted))] : []),
    ],
    button(_("Ask"), {
      act: { act: "ask", bank, question: id },
      set: { picks: false, search: "" },
      more: { "aria-label": _("Ask {number}", { number }) },
    }),
  ];
}
