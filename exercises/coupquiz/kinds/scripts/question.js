// @ts-check
/** @import { Listen, MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { Answer, QuestionMessage, QuestionState } from "./types.d.ts" */

// A question has a control of its kind, buttons, and a place for what Python says to the answer. What is answered goes to
// Python at once; all that stands below the control, "saved" above all, is Python's word.

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { findAll, met } from "#coupdata/views/html/scripts/find.js";
import { _, language } from "#coupdata/views/html/scripts/i18n.js";
import { askCertainty } from "./certainty.js";
import { clock } from "./clock.js";
import { CONTROLS } from "./controls.js";
import { askExplanation } from "./explanation.js";
import { takeTurns } from "./turns.js";
import { unsavedPlace } from "./unsaved.js";

/**
 * Bring a question on the page to life, until the signal.
 *
 * @param {HTMLElement} root
 * @param {(message: QuestionMessage) => void} send
 * @param {AbortSignal} signal
 * @param {{ silent: string, lost: string }} words what is said of an answer that is not saved: while nobody responds, and
 *   when nobody will
 * @returns {{ id: string, show: (state: QuestionState) => void, lose: () => void, retry: () => void, refuse: (turn:
 *   string, why: string) => void }} what shows the state that Python gives, and that there is no Python any more; what sends
 *   at once what was not responded to; and what says why a message is not taken
 */
export function ask(root, send, signal, words) {
  const { question: id = "", kind = "" } = root.dataset;
  const answers = root.parentElement?.dataset.answers ?? "";
  const bring = CONTROLS[kind];
  if (!bring) {
    const problem = _("This question cannot be answered here: the page does not know its kind, “{kind}”.", {
      kind,
    });
    root.append(draw(["p", { class: "trouble", role: "alert" }, problem]));
    return { id, show: () => {}, lose: () => {}, retry: () => {}, refuse: () => {} };
  }
  const buttons = draw(["div", { class: "buttons" }]);
  const kept = draw(["p", { class: "kept" }]);
  const trouble = draw(["p", { class: "trouble", role: "alert" }]);
  const said = draw(["div", { class: "said" }]);
  const verdict = draw(["p", { class: "unseen", role: "status" }]);
  const help = draw(["div", { "aria-live": "polite" }]);
  const actions = draw(["div", { class: "actions" }]);
  const certainty = askCertainty();
  actions.append(certainty.root, buttons, kept);
  root.append(actions, trouble, verdict, said, help);

  /** @type {Listen} */
  const listen = (target, type, act) => {
    target.addEventListener(type, /** @type {EventListener} */ (act), { signal });
  };
  const turns = takeTurns({
    send: (message) => send({ question: id, ...message }),
    say: (saved, why = "") => {
      redraw(kept, saved === "saving" ? _("Saving …") : _("Not saved"));
      redraw(trouble, saved === "saving" ? "" : why || words[saved]);
    },
    unsaved: unsavedPlace(`${answers}/${id}`),
  });
  const { flush, act, lose, retry, refuse } = turns;
  const explanation = askExplanation(root, listen, turns.explain);
  /** What was said to the answer before goes. */
  const answering = (/** @type {(answer: Answer) => void} */ take) => (/** @type {Answer} */ answer) => {
    redraw(said);
    redraw(verdict);
    mark(root, {});
    take(answer);
  };
  const show = bring({ root, listen, give: answering(turns.give), type: answering(turns.type) });
  listen(root, "focusout", flush);
  listen(window, "pagehide", flush);
  signal.addEventListener("abort", turns.end);
  listen(root, "keydown", (/** @type {KeyboardEvent} */ event) => {
    const { isComposing, key, target } = event;
    const isLine = target instanceof Element && target.matches("input[type=text], .explanation textarea");
    if (key !== "Enter" || isComposing || !isLine) return; // a word that is being composed ends by Enter, too
    event.preventDefault(); // what goes on a line has no second one
    if (buttons.firstChild) /** @type {HTMLElement} */ (buttons.firstChild).click();
    else flush();
  });
  listen(said, "change", () => {
    const ticked = ticks(said).filter((tick) => tick.checked);
    act("tick", { ticked: ticked.map((tick) => tick.dataset.tick ?? "") });
  });

  let isAsked = false; // what was said to an answer long ago is not announced
  listen(buttons, "click", (event) => {
    const button = met(event, "button");
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    const name = button.dataset.act ?? "";
    isAsked = name === "check";
    if (isAsked) redraw(verdict); // the same once more is worth a word, too
    act(name, isAsked ? { ...certainty.take(), ...explanation.take() } : {});
  });

  return {
    id,
    lose,
    retry,
    refuse,
    show: (state) =>
      turns.hear(state, (answer, isTyping, explained) => {
        if (!isTyping) {
          show(answer, state);
          explanation.show(explained);
        }
        certainty.show(state.certainties);
        if (isAsked && state.unexplained) certainty.giveBack();
        redraw(buttons, ...state.buttons.map(button));
        redraw(said, ...parts(state.said));
        if (isAsked) redraw(verdict, announcement(said, state.heard));
        isAsked = false;
        for (const tick of ticks(said)) tick.checked = state.ticked.includes(tick.dataset.tick ?? "");
        redraw(help, ...parts(state.help));
        mark(root, state.marks);
        root.classList.toggle("answered", answer !== null);
        redraw(kept, state.at ? `${state.kept} ${clock(state.at)}` : state.kept);
        redraw(trouble, state.trouble);
      }),
  };
}

/**
 * Return the boxes to tick in what is said.
 *
 * @param {HTMLElement} box
 */
function ticks(box) {
  return findAll(box, "[data-tick]", HTMLInputElement);
}

/**
 * Mark the parts of an answer that are right and wrong.
 *
 * @param {HTMLElement} root
 * @param {Record<string, boolean>} marks
 */
function mark(root, marks) {
  for (const part of findAll(root, "[data-part]")) {
    const right = marks[part.dataset.part ?? ""];
    part.classList.toggle("right", right === true);
    part.classList.toggle("wrong", right === false);
  }
}

/**
 * @param {MarkupElement | []} content
 * @returns {MarkupElement[]}
 */
function parts(content) {
  return content.length ? [/** @type {MarkupElement} */ (content)] : [];
}

/**
 * @param {QuestionState["buttons"][0]} button
 * @returns {MarkupElement}
 */
function button({ act, label, note, off }) {
  const cost = /** @type {MarkupElement[]} */ (note ? [["small", {}, ` ${note}`]] : []);
  return ["button", { type: "button", "data-act": act, "aria-disabled": String(off) }, label, ...cost];
}

/**
 * Return the verdict and the first sentence of what is said: it is announced, the rest is there to be read.
 *
 * @param {HTMLElement} said
 * @param {string} heard how the answer was read, which was announced before
 */
function announcement(said, heard) {
  const words = [...(said.querySelector("p")?.childNodes ?? [])];
  const spoken = words.filter((node) => !(node instanceof Element && node.matches("[aria-hidden]")));
  const text = spoken
    .map((node) => node.textContent)
    .join("")
    .replace(heard, "")
    .replace(/\s+/g, " ");
  const sentences = [...new Intl.Segmenter(language(), { granularity: "sentence" }).segment(text)];
  return sentences
    .slice(0, 2)
    .map(({ segment }) => segment)
    .join("")
    .trim();
}
