// @ts-check
/** @import { Listen, MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { Answer, QuestionMessage, QuestionState } from "./types.d.ts" */

// A question has a control of its kind, buttons, and a place for what Python says to the answer. What is answered goes to
// Python at once; all that stands below the control, "saved" above all, is Python's word.

import { draw } from "#coupdata/views/html/scripts/draw.js";
import { findAll } from "#coupdata/views/html/scripts/find.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { clock } from "./clock.js";
import { CONTROLS } from "./controls.js";
import { takeTurns } from "./turns.js";
import { unsavedPlace } from "./unsaved.js";

/**
 * Bring a question on the page to life, until the signal.
 *
 * @param {HTMLElement} root
 * @param {(message: QuestionMessage) => void} send
 * @param {AbortSignal} signal
 * @returns {{ id: string, show: (state: QuestionState) => void, lose: () => void }} what shows the state that Python
 *   gives, and that there is no Python any more
 */
export function ask(root, send, signal) {
  const { question: id = "", kind = "" } = root.dataset;
  const answers = root.parentElement?.dataset.answers ?? "";
  const bring = CONTROLS[kind];
  if (!bring) {
    const words = _("This question cannot be answered here: the page does not know its kind, “{kind}”.", {
      kind,
    });
    root.append(draw(["p", { class: "trouble", role: "alert" }, words]));
    return { id, show: () => {}, lose: () => {} };
  }
  const buttons = draw(["div", { class: "buttons" }]);
  const kept = draw(["p", { class: "kept" }]);
  const trouble = draw(["p", { class: "trouble", role: "alert" }]);
  const said = changing(draw(["div", { role: "status" }]));
  const help = changing(draw(["div", { "aria-live": "polite" }]));
  const actions = draw(["div", { class: "actions" }]);
  actions.append(buttons, kept);
  root.append(actions, trouble, said.box, help.box);

  /** @type {Listen} */
  const listen = (target, type, act) => {
    target.addEventListener(type, /** @type {EventListener} */ (act), { signal });
  };
  const turns = takeTurns({
    send: (message) => send({ question: id, ...message }),
    say: (saved) => {
      const words = {
        saving: "",
        silent: _("The notebook does not respond. Your answer stays on this page and is saved when it does."),
        lost: _("Your answer stays on this page and is saved when you run this cell again."),
      }[saved];
      kept.textContent = words ? _("Not saved") : _("Saving …");
      if (trouble.textContent !== words) trouble.textContent = words; // else it would be read out twice
    },
    unsaved: unsavedPlace(`${answers}/${id}`),
  });
  const { flush, act, lose } = turns;
  /** What was said to the answer before goes. */
  const answering = (/** @type {(answer: Answer) => void} */ take) => (/** @type {Answer} */ answer) => {
    said.draw([]);
    mark(root, {});
    take(answer);
  };
  const show = bring({ root, listen, give: answering(turns.give), type: answering(turns.type) });
  listen(root, "focusout", flush);
  listen(window, "pagehide", flush);
  signal.addEventListener("abort", turns.end);
  listen(root, "keydown", (/** @type {KeyboardEvent} */ { key, target }) => {
    if (key !== "Enter" || !(target instanceof Element && target.matches("input[type=text]"))) return;
    if (buttons.firstChild) /** @type {HTMLElement} */ (buttons.firstChild).click();
    else flush();
  });
  listen(said.box, "change", () => {
    const ticked = ticks(said.box).filter((tick) => tick.checked);
    act("tick", { ticked: ticked.map((tick) => tick.dataset.tick ?? "") });
  });

  const showButtons = (/** @type {QuestionState["buttons"]} */ wanted) => {
    wanted.forEach(({ act: name, label, note, off }, place) => {
      const button = /** @type {HTMLElement} */ (
        buttons.children[place] ?? draw(["button", { type: "button" }])
      );
      if (!button.isConnected) {
        buttons.append(button);
        listen(button, "click", () => button.ariaDisabled !== "true" && act(button.dataset.act ?? ""));
      }
      button.dataset.act = name;
      button.ariaDisabled = String(off);
      button.replaceChildren(label, ...(note ? [draw(["small", {}, ` ${note}`])] : []));
    });
  };
  return {
    id,
    lose,
    show: (state) =>
      turns.hear(state, (answer, isTyping) => {
        if (!isTyping) show(answer, state);
        showButtons(state.buttons);
        said.draw(state.said);
        for (const tick of ticks(said.box)) tick.checked = state.ticked.includes(tick.dataset.tick ?? "");
        help.draw(state.help);
        mark(root, state.marks);
        root.classList.toggle("answered", answer !== null);
        kept.textContent = state.at ? `${state.kept} ${clock(state.at)}` : state.kept;
        trouble.textContent = state.trouble;
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
 * A box that is drawn again only where there is something new, so that nothing is read out twice.
 *
 * @param {HTMLElement} box
 */
function changing(box) {
  let drawn = "[]";
  return {
    box,
    draw: (/** @type {MarkupElement | []} */ content) => {
      if (drawn === JSON.stringify(content)) return;
      drawn = JSON.stringify(content);
      box.replaceChildren(...(content.length ? [draw(/** @type {MarkupElement} */ (content))] : []));
    },
  };
}
