// @ts-check
/** @import { MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { QuestionState } from "#coupquiz/kinds/scripts/types.d.ts" */
/** @import { Screen, SeatPage, SeatPart, SeatView } from "./seat_types.d.ts" */

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { findAll } from "#coupdata/views/html/scripts/find.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { get, post, Refused } from "../server.js";
import { bringAlong } from "./bring_along.js";
import { placeView } from "./lazy_views.js";
import { onwardButton } from "./onward.js";
import { askQuestions } from "./room_questions.js";
import { voteWords } from "./said.js";
import { isOpen } from "./where.js";

const AGAIN = 2000; // milliseconds after which a page that could not be had is asked for once more

/**
 * Return a page with what there is to read and to answer: a part, a vote, the test.
 *
 * @param {string} id
 * @param {SeatView} first
 * @param {{ isWaiting: () => boolean, lookAgain: () => void }} lesson whether answers wait for it to go on; and what asks
 *   how it stands
 * @returns {Screen}
 */
export function openPage(id, first, { isWaiting, lookAgain }) {
  const ended = new AbortController();
  const { signal } = ended;
  const root = draw(["div", { class: `page ${first.way}` }]);
  const head = draw(["header", {}]);
  const body = /** @type {HTMLFieldSetElement} */ (draw(["fieldset", { class: "answers" }]));
  const foot = draw(["nav", { class: "around", "aria-label": _("Parts") }]);
  root.append(head, body, foot);
  let view = first;
  /** @type {SeatPage | undefined} */
  let content;
  /** @type {ReturnType<typeof askQuestions>[]} */
  const asked = [];
  /** @type {ReturnType<typeof placeView>[]} */
  const views = [];
  let followed = ""; // what the views on this page are of
  let known = ""; // what the states on this page are of
  let [isAsking, sent] = [false, 0];
  let isIn = false; // whether there is a vote
  let isHeld = false; // whether an answer waits
  let filled = new AbortController(); // until there is something else on this page
  /** @type {ReturnType<typeof onwardButton> | undefined} of what comes back */
  let onward;
  let goesOn = false; // whether what comes back next is on its way
  let arrival = ""; // what is said above it

  const hear = (/** @type {string} */ bank, /** @type {Record<string, QuestionState>} */ states) => {
    for (const questions of asked) if (questions.bank === bank) questions.show(states);
    if (view.way === "vote") isIn = Object.values(states).some(({ answer }) => answer !== null);
    showHead();
  };
  const send = async (/** @type {any} */ message) => {
    sent += 1;
    try {
      const { states, onward: word } = await post("seat/answer", { page: id, ...message });
      if (signal.aborted) return;
      hear(message.bank, states);
      if (message.act !== "answer") followLesson(true);
      if (onward?.isFrom(message.question)) onward.open(word);
    } catch (error) {
      if (!(error instanceof Refused) || signal.aborted) return;
      for (const questions of asked)
        if (questions.bank === message.bank) questions.refuse(message, error.message);
      if (error.status === 401) lookAgain();
      if (error.status === 410 && onward?.isFrom(message.question)) goOn(error.message); // it comes back no more
    }
  };
  const followLesson = async (/** @type {boolean} */ isAnswered = false) => {
    const wanted = [view.changes, view.poll, view.stage, ...view.parts.map((part) => part.id)].join(" ");
    if (followed === wanted && !isAnswered) return;
    followed = wanted;
    try {
      await Promise.all(views.map(({ follow }) => follow()));
    } catch {
      followed = ""; // the next time that the room says something
    }
  };
  const sendUnlessWaiting = (/** @type {object} */ message) => {
    isHeld = isWaiting();
    if (isHeld) throw new Error("The lesson pauses.");
    send(message);
  };
  const showHead = () => {
    body.disabled = !isOpen(view);
    redraw(head, ...heading(view, id, isIn));
  };
  const refresh = async () => {
    const wanted = stateOf(view);
    if (known === wanted || isAsking) return;
    isAsking = true;
    const [had, before] = [content, sent];
    try {
      const page = /** @type {SeatPage} */ (await get("seat/page", { page: id }));
      if (signal.aborted) return;
      const isOld = had && !content; // asked for before this page went on
      if (!content && !isOld) fill(page);
      if (sent === before && !isOld) {
        known = wanted;
        for (const block of page.blocks) if ("bank" in block) hear(block.bank, block.states);
      }
    } catch {
      known = "";
      setTimeout(() => signal.aborted || refresh(), AGAIN);
      return;
    } finally {
      isAsking = false;
    }
    if (known !== stateOf(view) && !signal.aborted) refresh();
  };
  const fill = (/** @type {SeatPage} */ page) => {
    content = page;
    const moves = goesOn;
    goesOn = false;
    if (moves) clear();
    for (const block of page.blocks) {
      if ("view" in block) {
        const view = placeView(block, signal);
        views.push(view);
        body.append(view.root);
      } else if ("said" in block) body.append(draw(block.said), ...(block.brings ? [bringAlong(goOn)] : []));
      else {
        if (block.place) body.append(draw(["p", { class: "place", tabindex: "-1" }, block.place]));
        const questions = askQuestions(block, sendUnlessWaiting, AbortSignal.any([signal, filled.signal]));
        asked.push(questions);
        body.append(questions.root);
        if (block.place) {
          onward = onwardButton(block, () => goOn());
          body.append(onward.root);
        }
      }
    }
    if (!moves) return;
    if (arrival) body.prepend(draw(["p", { class: "arrival", tabindex: "-1" }, arrival]));
    findAll(body, ".arrival, .place, .coup-review")[0]?.focus();
  };
  const clear = () => {
    filled.abort();
    filled = new AbortController();
    onward = undefined;
    asked.length = views.length = 0;
    body.replaceChildren();
  };
  const goOn = (said = "") => {
    [content, known, goesOn, arrival] = [undefined, "", true, said];
    refresh();
  };
  const retry = () => {
    isHeld = false;
    for (const questions of asked) questions.retry();
  };
  return {
    root,
    show: (now) => {
      view = now;
      showHead();
      redraw(foot, ...around(view.parts, id));
      if (isHeld && !isWaiting()) retry();
      refresh();
      followLesson();
    },
    retry: () => {
      retry();
      refresh();
      followLesson();
    },
    end: () => ended.abort(),
  };
}

/**
 * Return what makes the states of a page others than before.
 *
 * @param {SeatView} view
 */
function stateOf({ changes, stage, way }) {
  return `${changes} ${way === "vote" ? stage : ""}`;
}

/**
 * @param {SeatView} view
 * @param {string} id
 * @param {boolean} isIn
 * @returns {MarkupElement[]}
 */
function heading(view, id, isIn) {
  if (view.way === "vote") {
    const [word, sentence] = voteWords(view, isIn);
    return [
      ["h1", { tabindex: "-1", class: "eyebrow" }, word],
      ["p", { class: isOpen(view) ? (isIn ? "lead in" : "lead") : "lead shut" }, sentence],
    ];
  }
  if (view.way === "test") {
    const words = isOpen(view) ? "" : _("Time is up. What you have answered is saved.");
    return [
      ["h1", { tabindex: "-1" }, view.title],
      ["p", { class: "lead shut" }, words],
    ];
  }
  const part = view.parts.find((each) => each.id === id);
  return [
    ["p", { class: "eyebrow" }, part?.chapter ?? ""],
    ["h1", { tabindex: "-1" }, part?.title ?? ""],
  ];
}

/**
 * Return the ways on from a part.
 *
 * @param {SeatPart[]} parts
 * @param {string} id
 * @returns {MarkupElement[]}
 */
function around(parts, id) {
  const at = parts.findIndex((part) => part.id === id);
  if (at < 0 || parts.length < 2) return [];
  const way = (
    /** @type {SeatPart | undefined} */ part,
    /** @type {string} */ kind,
    /** @type {string} */ label,
  ) =>
    /** @type {MarkupElement[]} */ (
      part ? [["a", { href: `#${part.id}`, class: kind }, ["small", {}, label], ["b", {}, part.title]]] : []
    );
  return [
    ...way(parts[at - 1], "previous", _("Previous part")),
    ["a", { href: "#", class: "all" }, _("All parts")],
    ...way(parts[at + 1], "next", _("Next part")),
  ];
}
