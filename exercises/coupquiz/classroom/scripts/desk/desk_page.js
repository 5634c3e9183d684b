// @ts-check
/** @import { MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { Desk, DeskView } from "../types.d.ts" */

// The desk: what it shows follows from what the server tells and from what was pressed here, and from nothing else.

import { _, ngettext } from "#coupdata/views/html/scripts/i18n.js";
import { element } from "../element.js";
import { spacedCode, typedAddress } from "../numbers.js";
import { button, sure } from "./controls.js";
import { ownPace } from "./desk_pace.js";
import { testPanel } from "./desk_test.js";
import { votePanel } from "./desk_vote.js";
import { wallPanel } from "./wall_panel.js";

/**
 * Return what the desk shows.
 *
 * @param {Desk} desk
 * @returns {MarkupElement[]}
 */
export function deskPage(desk) {
  const panels = { "own-pace": ownPace, vote: votePanel, test: testPanel };
  return [top(desk), bar(desk), ["section", { class: "panel", id: "panel" }, ...panels[desk.tab](desk)]];
}

/**
 * Return what the class does, in a few words.
 *
 * @param {DeskView} view
 */
export function doing({ way, paused, parts, round, stage, test }) {
  if (paused) return _("Paused: everybody looks up");
  switch (way) {
    case "own-pace":
      return ngettext("At their own pace: {n} part open", "At their own pace: {n} parts open", parts.length);
    case "vote":
      if (stage === "revealed") return _("The answer is shown");
      if (stage === "closed") return round === 2 ? _("Second vote closed") : _("First vote closed");
      return round === 2 ? _("Second vote open") : _("First vote open");
    case "test":
      return test.open ? _("The test is open") : _("The test is closed");
    case "over":
      return _("The lesson is over");
  }
  return _("Waiting: nothing is open yet");
}

/**
 * @param {Desk} desk
 * @returns {MarkupElement}
 */
function top(desk) {
  const { plan, view } = desk;
  const here = view.seats.filter((seat) => seat.here).length;
  const state = view.paused ? "state paused" : "state";
  const isOver = view.way === "over";
  return [
    "header",
    {},
    [
      "div",
      { class: "about" },
      ["h1", {}, plan.title],
      [
        "p",
        { class: "way-in" },
        ["a", { href: view.address, target: "_blank", rel: "noopener" }, typedAddress(view.address)],
        ["span", { class: "code" }, ["span", { class: "unseen" }, _("Code:"), " "], spacedCode(plan.code)],
        [
          "span",
          { class: "here" },
          ["b", {}, `${here}`],
          " ",
          ngettext("here, of {n} seat", "here, of {n} seats", view.seats.length),
        ],
      ],
    ],
    ["p", { class: state, role: "status" }, doing(view)],
    [
      "div",
      { class: "acts" },
      ...(isOver ? [] : acts(desk)),
      [
        "button",
        { type: "button", class: isOver ? "strong" : "", "data-export": "" },
        _("Save answers as files"),
      ],
      ["a", { class: "button", href: plan.wall, target: "_blank", rel: "noopener" }, _("Open the wall")],
    ],
    ...asked(desk),
    ...(view.trouble ? [trouble(view.trouble)] : []),
    ...(view.leftOut ? [element("p", { class: "quiet" }, view.leftOut)] : []),
  ];
}

/**
 * @param {Desk} desk
 * @returns {MarkupElement[]}
 */
function acts({ view }) {
  const pause = view.paused
    ? button(_("Go on"), { act: { act: "pause", paused: false }, kind: "strong" })
    : button(_("Pause all"), { act: { act: "pause", paused: true } });
  return [pause, button(_("End the lesson"), { set: { sure: "end" } })];
}

/**
 * @param {Desk} desk
 * @returns {MarkupElement[]}
 */
function asked(desk) {
  if (desk.sure !== "end") return [];
  const question = _("End the lesson? Nothing can be answered after that. What was answered is kept.");
  return [sure(question, { yes: _("End it"), no: _("Go on teaching"), act: { act: "end" } })];
}

/**
 * @param {string} why
 * @returns {MarkupElement}
 */
function trouble(why) {
  const said = _("Something was not saved: {why}. Free some space on this computer; pages send it again.", {
    why,
  });
  return ["p", { class: "trouble", role: "alert" }, said];
}

/**
 * @param {Desk} desk
 * @returns {MarkupElement}
 */
function bar(desk) {
  const { plan, view, tab } = desk;
  /** @type {[Desk["tab"], string, boolean][]} */
  const tabs = [
    ["own-pace", _("Own pace"), plan.parts.length > 0],
    ["vote", _("Vote"), plan.questions.some(({ vote }) => vote)],
    ["test", _("Test"), plan.test !== null],
  ];
  const there = tabs.filter(([, , isThere]) => isThere);
  return [
    "div",
    { class: "bar" },
    [
      "nav",
      { "aria-label": _("Ways to teach") },
      ...there.map(([id, label]) =>
        button(["span", {}, label, ...(view.way === id ? [element("small", {}, _("now"))] : [])], {
          set: { tab: id },
          more: id === tab ? { "aria-current": "true" } : {},
        }),
      ),
    ],
    ...(view.way === "over" ? [] : [wallPanel(desk)]),
  ];
}
