// @ts-check
/** @import { Answer, QuestionMessage, QuestionState } from "./types.d.ts" */

import { unique } from "#coupdata/views/html/scripts/unique.js";

const PAUSE = 400; // milliseconds without a key after which typed text goes to Python

/**
 * Take turns with Python about one question. Every message has a name, its turn, which Python gives back with what it
 * says to it: so what comes back to an older answer is known, and passed over.
 *
 * @param {{
 *   send: (message: Omit<QuestionMessage, "question">) => void,
 *   say: (saved: "saving" | "not saved") => void,
 * }} page
 */
export function takeTurns({ send, say }) {
  /** @type {Answer | null} */
  let answer = null;
  let turn = ""; // names the newest change until Python has answered to it
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer; // of typed text that has not gone to Python yet
  let lost = false;

  const act = (/** @type {string} */ name, /** @type {{ ticked?: string[] }} */ more = {}) => {
    clearTimeout(timer);
    timer = undefined;
    turn = unique();
    if (lost) lose();
    else send({ act: name, answer, turn, ...more });
  };
  const change = (/** @type {Answer} */ chosen) => {
    answer = chosen;
    turn = unique();
    say("saving");
    if (lost) lose();
  };
  const flush = () => {
    if (timer !== undefined) act("answer");
  };
  /** There is no kernel any more: what was not saved will not be. */
  const lose = () => {
    lost = true;
    if (turn) say("not saved");
  };

  return {
    act,
    flush,
    lose,
    /** Take an answer that is complete, and send it. */
    give(/** @type {Answer} */ chosen) {
      change(chosen);
      act("answer");
    },
    /** Take an answer that is being typed, and send it when no key has come for a while. */
    type(/** @type {Answer} */ chosen) {
      change(chosen);
      clearTimeout(timer);
      timer = setTimeout(flush, PAUSE);
    },
    /**
     * Hear from Python: pass over what it says to an older answer, else show it; its answer goes into the control unless
     * the learner is typing another.
     *
     * @param {QuestionState} state
     * @param {(answer: Answer | null, isTyping: boolean) => void} show
     */
    hear(state, show) {
      if (turn && state.turn !== turn) return;
      turn = "";
      const isTyping = timer !== undefined;
      if (!isTyping) answer = state.answer;
      show(answer, isTyping);
    },
  };
}
