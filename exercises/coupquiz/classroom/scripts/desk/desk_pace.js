// @ts-check
/** @import { Markup, MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { Desk, PlanPart } from "../types.d.ts" */

import { _, ngettext } from "#coupdata/views/html/scripts/i18n.js";
import { element } from "../element.js";
import { button } from "./controls.js";
import { seatGrid } from "./desk_grid.js";

/**
 * Return the panel for a class that works at its own pace: what is open, and how far everybody is.
 *
 * @param {Desk} desk
 * @returns {MarkupElement[]}
 */
export function ownPace(desk) {
  const { plan, view } = desk;
  const isOver = view.way === "over";
  return [
    ["h2", { tabindex: "-1" }, _("At their own pace")],
    ["div", {}, ...(isOver ? [ended()] : lead(desk))],
    ["div", {}, ...(isOver ? [] : [parts(desk)])],
    ...seatGrid(desk, plan.questions, shownColumns(desk)),
  ];
}

/**
 * Return the places of the questions that have a column: of parts that are open, and what was answered.
 *
 * @param {Desk} desk
 */
export function shownColumns({ plan, view, all }) {
  const open = new Set(
    plan.parts
      .filter(({ id }) => view.parts.includes(id))
      .flatMap(({ questions }) => questions.map((key) => key.join("/"))),
  );
  return plan.questions.flatMap(({ bank, id }, place) => {
    const isThere = all || open.has(`${bank}/${id}`);
    return isThere || view.seats.some(({ signs }) => (signs[place] ?? ".") !== ".") ? [place] : [];
  });
}

/** @returns {MarkupElement} */
function ended() {
  return [
    "p",
    { class: "lead" },
    _("The lesson is over, and what was answered is kept. Close the room where you opened it, with Ctrl+C."),
  ];
}

/**
 * @param {Desk} desk
 * @returns {MarkupElement[]}
 */
function lead({ view }) {
  if (view.way === "wait") {
    return [
      [
        "ol",
        { class: "lead steps" },
        ["li", {}, _("Open the wall on the projector: it shows how to join.")],
        ["li", {}, _("Wait until everybody is here.")],
        ["li", {}, _("Open the first part, or put a question to the vote.")],
      ],
    ];
  }
  if (view.way === "own-pace" || !view.parts.length) return [];
  return [
    [
      "p",
      { class: "lead" },
      ["span", {}, _("The class does something else now.")],
      button(_("Back to their own pace"), { act: { act: "way", way: "own-pace" }, kind: "strong" }),
    ],
  ];
}

/**
 * @param {Desk} desk
 * @returns {MarkupElement}
 */
function parts({ plan, view }) {
  const chapters = [...new Set(plan.parts.map(({ chapter }) => chapter))];
  const every = plan.parts.map(({ id }) => id);
  return [
    "div",
    { class: "parts" },
    [
      "div",
      { class: "buttons" },
      button(_("Open all"), { act: { act: "parts", parts: every } }),
      button(_("Close all"), { act: { act: "parts", parts: [] } }),
    ],
    [
      "div",
      { class: "chapters" },
      ...chapters.map((chapter) =>
        element(
          "section",
          { class: "chapter" },
          ["h3", {}, chapter],
          ...plan.parts
            .filter((part) => part.chapter === chapter)
            .map((part) => partSwitch(part, view.parts)),
        ),
      ),
    ],
  ];
}

/**
 * @param {PlanPart} part
 * @param {string[]} open
 * @returns {MarkupElement}
 */
function partSwitch({ id, title, questions, none }, open) {
  const isOpen = open.includes(id);
  /** @type {Markup} */
  const label = [
    "span",
    {},
    ["span", { class: "title" }, title],
    " ",
    ["small", {}, questions.length ? ngettext("{n} question", "{n} questions", questions.length) : none],
  ];
  return button(label, {
    act: { act: "part", id, open: !isOpen },
    kind: "switch",
    more: { role: "switch", "aria-checked": `${isOpen}` },
  });
}
