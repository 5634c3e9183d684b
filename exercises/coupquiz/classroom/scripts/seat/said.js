// @ts-check
/** @import { SeatView } from "./seat_types.d.ts" */

import { _ } from "#coupdata/views/html/scripts/i18n.js";

/**
 * Return what a screen reader says of a change; empty where there is nothing to say.
 *
 * @param {SeatView} before
 * @param {SeatView} view
 */
export function announcement(before, view) {
  if (view.paused) return before.paused ? "" : _("Look up. Your teacher has paused the lesson.");
  if (view.way === "over") return before.way === "over" ? "" : _("The lesson is over.");
  if (view.way === "vote") {
    const isNew = before.way !== "vote" || before.page !== view.page;
    if (view.stage === "revealed")
      return isNew || before.stage !== "revealed" ? _("The answer is shown.") : resumed(before);
    if (view.stage === "closed")
      return isNew || before.stage === "open" ? _("Voting is closed.") : resumed(before);
    if (isNew) return view.round === 2 ? _("Vote again.") : _("A new question. Voting is open.");
    return before.stage === "open" ? resumed(before) : _("Voting is open again.");
  }
  if (view.way === "test") {
    if (!view.page) return before.page && before.way === "test" ? _("The test is closed.") : resumed(before);
    if (!view.open) return before.open || before.paused ? _("Time is up.") : "";
    return before.page === view.page ? resumed(before) : _("The test has begun.");
  }
  if (view.way === "own-pace") {
    if (before.way !== "own-pace") return _("Go on at your own pace.");
    const known = new Set(before.parts.map(({ id }) => id));
    if (view.parts.some(({ id }) => !known.has(id))) return _("There is a new part.");
  }
  return resumed(before);
}

/** @param {SeatView} before */
function resumed(before) {
  return before.paused ? _("Your teacher lets you go on.") : "";
}

/**
 * Return how a vote stands: a word and a sentence.
 *
 * @param {SeatView} view
 * @param {boolean} isIn whether this seat has voted
 * @returns {[word: string, sentence: string]}
 */
export function voteWords({ stage, round }, isIn) {
  if (stage === "revealed") return [_("The answer"), ""];
  if (stage === "closed") {
    return [_("Voting is closed"), _("Talk to your neighbour about it, or look up.")];
  }
  const word = round === 2 ? _("Second vote") : _("Your vote");
  if (isIn) return [word, _("Your vote is in. You can change it until voting closes.")];
  const change = _("You can change your vote until voting closes.");
  return [word, `${round === 2 ? _("Talked? Then vote again.") : _("What do you think?")} ${change}`];
}
