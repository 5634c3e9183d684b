// @ts-check
/** @import { Unsaved, UnsavedPlace } from "./unsaved.js" */
/** @import { Answer, QuestionMessage, QuestionState } from "./types.d.ts" */

import { unique } from "#coupdata/views/html/scripts/unique.js";

const PAUSE = 400; // milliseconds without a key after which typed text goes to Python
const PATIENCE = 10_000; // milliseconds without a word after which an answer counts as not saved, and is sent again
const LONGEST = 60_000; // milliseconds between two such tries

/**
 * Take turns with Python about one question. Every message has a name, its turn, which Python gives back with what it
 * says to it: so what comes back to an older answer is known, and passed over. Turns are numbered: what comes to Python
 * twice counts once, and what comes after a later one not at all. Where Python was ended in between, it knows no turn; so a
 * check and a hint also say how often they had counted before.
 *
 * @param {{
 *   send: (message: Omit<QuestionMessage, "question">) => void,
 *   say: (saved: "saving" | "silent" | "lost", why?: string) => void,
 *   unsaved: UnsavedPlace,
 * }} page `say` is told when an answer is on its way, when no word of it has come back, or why it is not taken, and that
 *   none will
 */
export function takeTurns({ send, say, unsaved }) {
  /** @type {Answer | null} */
  let answer = null;
  /** @type {string | undefined} */
  let explanation; // typed since Python last spoke
  let turn = ""; // names the newest change until Python has answered to it
  const view = unique();
  let count = 0;
  const next = () => `${view}#${++count}`;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer; // of typed text that has not gone to Python yet
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting; // for a word from Python
  /** @type {Omit<QuestionMessage, "question"> | undefined} */
  let unheard; // what Python has not answered to
  /** @type {Unsaved["known"]} */
  let known = []; // the answers that Python may have
  let left = unsaved.read(); // what an earlier view could not save
  /** @type {QuestionState["counted"]} */
  let counted = {}; // as Python has said, and what was asked for since then
  let [silent, lost] = [false, false];

  const act = (
    /** @type {string} */ name,
    /** @type {Pick<QuestionMessage, "ticked" | "certainty" | "explanation">} */ more = {},
  ) => {
    clearTimeout(timer);
    timer = undefined;
    turn = next();
    known.push(answer);
    const nth = name in counted ? { counted: counted[name]++ } : {};
    deliver({ act: name, answer, turn, ...nth, ...explained(), ...more }, PATIENCE);
  };
  /** Send a message until Python answers to it, or there is another one. */
  const deliver = (
    /** @type {Omit<QuestionMessage, "question">} */ message,
    /** @type {number} */ patience,
  ) => {
    clearTimeout(waiting);
    unheard = message;
    if (lost) return lose();
    const fall = () => {
      if (!silent) say("silent");
      silent = true;
    };
    waiting = setTimeout(() => {
      fall();
      deliver(message, Math.min(2 * patience, LONGEST));
    }, patience);
    try {
      send(message);
    } catch {
      fall(); // there is nobody to send it to
    }
  };
  const explained = () => (explanation === undefined ? {} : { explanation });
  const change = (/** @type {Answer | null} */ chosen) => {
    answer = chosen;
    turn = next();
    unsaved.write({ answer, known, ...explained() });
    if (lost) lose();
    else say(silent ? "silent" : "saving");
  };
  const flush = () => {
    if (timer !== undefined) act("answer");
  };
  const type = (/** @type {Answer | null} */ chosen) => {
    change(chosen);
    clearTimeout(timer);
    timer = setTimeout(flush, PAUSE);
  };
  /** There is no kernel any more: what was not saved will not be by this view. */
  const lose = () => {
    lost = true;
    clearTimeout(waiting);
    if (turn) say("lost");
  };

  return {
    act,
    flush,
    lose,
    /** Send at once what Python has not answered to: it may be there again. */
    retry() {
      if (unheard) deliver(unheard, PATIENCE);
    },
    /** Hear why a message is not taken now; it is sent again all the same. */
    refuse(/** @type {string} */ refused, /** @type {string} */ why) {
      if (refused !== unheard?.turn) return;
      silent = true;
      say("silent", why);
    },
    /** Send what is typed, and nothing after that. */
    end() {
      flush();
      unheard = undefined;
      clearTimeout(waiting);
    },
    /** Take an answer that is complete, and send it. */
    give(/** @type {Answer | null} */ chosen) {
      change(chosen);
      act("answer");
    },
    /** Take an answer that is being typed, and send it when no key has come for a while. */
    type,
    /** Likewise what explains the answer. */
    explain(/** @type {string} */ typed) {
      explanation = typed;
      type(answer);
    },
    /**
     * Hear from Python: pass over what it says to an older answer, else show it; its answer goes into the control unless
     * the learner is typing another. What an earlier view could not save is shown and sent, if nothing came after it.
     *
     * @param {QuestionState} state
     * @param {(answer: Answer | null, isTyping: boolean, explanation: string) => void} show
     */
    hear(state, show) {
      if (turn && state.turn !== turn) return;
      turn = "";
      unheard = undefined;
      clearTimeout(waiting);
      silent = false;
      known = [state.answer];
      counted = { ...state.counted };
      const isTyping = timer !== undefined;
      if (!isTyping) [answer, explanation] = [state.answer, undefined];
      const found = left;
      left = null;
      if (found && isNews(found, state) && found.known.some((one) => same(one, answer))) {
        explanation = found.explanation;
        show(found.answer, false, explanation ?? state.explanation);
        this.give(found.answer);
        return;
      }
      if (!isTyping) unsaved.write(null);
      show(answer, isTyping, state.explanation);
    },
  };
}

/**
 * Whether what could not be saved is anything else than what Python has.
 *
 * @param {Unsaved} found
 * @param {QuestionState} state
 */
function isNews(found, state) {
  const isExplained = found.explanation !== undefined && found.explanation !== state.explanation;
  return isExplained || !same(found.answer, state.answer);
}

/**
 * Whether two answers are the same; an empty one is none.
 *
 * @param {Answer | null} one
 * @param {Answer | null} other
 */
function same(one, other) {
  const [first, second] = [one, other].map((answer) => (Object.keys(answer ?? {}).length ? answer : null));
  return JSON.stringify(first) === JSON.stringify(second);
}
