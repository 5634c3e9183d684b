// @ts-check
/** @import { QuestionMessage, QuestionState } from "#coupquiz/kinds/scripts/types.d.ts" */
/** @import { QuestionsBlock } from "./seat_types.d.ts" */

import { draw } from "#coupdata/views/html/scripts/draw.js";
import { findAll } from "#coupdata/views/html/scripts/find.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { ask } from "#coupquiz/kinds/scripts/question.js";

/**
 * Draw questions and bring them to life, until the signal.
 *
 * @param {QuestionsBlock} block
 * @param {(message: object) => void} send throws where nothing can be sent now
 * @param {AbortSignal} signal
 */
export function askQuestions({ bank, questions, states, letters = {} }, send, signal) {
  const root = draw(questions);
  const stays = _("Your answer stays on this page, and is sent again by itself.");
  const asked = findAll(root, ".question").map((question) => {
    addLetters(question, letters);
    return ask(question, (message) => send({ bank, ...message }), signal, { silent: stays, lost: stays });
  });
  const show = (/** @type {Record<string, QuestionState>} */ changed) => {
    for (const question of asked) if (question.id in changed) question.show(changed[question.id]);
  };
  const retry = () => {
    for (const question of asked) question.retry();
  };
  const refuse = (/** @type {QuestionMessage} */ { question: id, turn }, /** @type {string} */ why) =>
    asked.find((question) => question.id === id)?.refuse(turn, why);
  show(states);
  return { bank, root, show, retry, refuse };
}

/**
 * Put the letters before the options by which a class speaks of them.
 *
 * @param {HTMLElement} question
 * @param {Record<string, string>} letters
 */
function addLetters(question, letters) {
  for (const option of findAll(question, ".option[data-part]")) {
    const letter = letters[option.dataset.part ?? ""];
    if (!letter) continue;
    option.querySelector("input")?.after(draw(["b", { class: "letter" }, letter]));
    option.classList.add("lettered");
  }
}
