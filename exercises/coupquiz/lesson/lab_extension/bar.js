// @ts-check
/** @import { MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { Stage } from "./types.d.ts" */

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";

/** What turns while a notebook is being filled. @type {MarkupElement} */
const SIGN = ["span", { class: "coup-lesson-sign" }];

/**
 * @typedef {object} Buttons What the buttons do.
 * @property {() => void} toggle
 * @property {() => void} runCell
 * @property {() => void} runAll
 * @property {() => void} print
 * @property {() => void} tryAgain
 * @property {string} home the address of the lesson's first page, if it has one
 */

/**
 * Return the line above a notebook: what it is doing, what to do about it, and the way to Jupyter's tools and back.
 *
 * @param {Buttons} buttons
 */
export function makeBar({ toggle, runCell, runAll, print, tryAgain, home }) {
  const line = draw(["div", { class: "coup-lesson-line" }]);
  const node = draw(["div", { class: "coup-lesson-bar", role: "region", "aria-label": _("Lesson") }]);
  const told = draw(["span", { class: "coup-lesson-told", role: "status" }]);
  const mend = button("coup-lesson-mend", "", () => (stage === "own code" ? runAll() : tryAgain()));
  const run = button("coup-lesson-run", _("▶ Run this cell"), runCell);
  const paper = button("coup-lesson-print", _("Print …"), print);
  const view = button("coup-lesson-tools", "", toggle);
  if (home) line.append(draw(["a", { class: "coup-lesson-home", href: home }, _("First page")]));
  line.append(told, mend, run, paper, view);
  node.append(line);
  mend.hidden = true;
  /** @type {Stage} */
  let stage = "ready";

  return {
    node,
    line,
    /** @param {Stage} now */
    tell(now) {
      stage = now;
      node.dataset.stage = now.replace(" ", "-");
      // an element: drawn as ::before, WebKit goes on turning it when the stage is another
      const isBusy = now === "preparing" || now === "slow";
      redraw(told, ...(isBusy ? [SIGN] : []), words(now));
      redraw(mend, now === "own code" ? _("Run it") : _("Try again"));
      mend.hidden = !["own code", "no kernel", "failed"].includes(now);
    },
    /** @param {boolean} isLessonView */
    showView(isLessonView) {
      redraw(view, isLessonView ? _("Show all tools") : _("Lesson view"));
    },
    /** @param {boolean} isThere whether there is a cell that a learner runs */
    offerRun(isThere) {
      run.hidden = !isThere;
    },
  };
}

/**
 * @param {Stage} stage
 * @returns {string}
 */
function words(stage) {
  switch (stage) {
    case "preparing":
      return _("Preparing the lesson …");
    case "slow":
      return _("Still preparing the lesson. If nothing changes within a minute, load this page again.");
    case "own code":
      return _(
        "This notebook has code that is not the lesson’s, or comes from elsewhere. Run it if you know who wrote it.",
      );
    case "no kernel":
      return _("Python is not running, so the lesson is not ready.");
    case "failed":
      return _("Something here could not be prepared. If trying again does not help, load this page again.");
    default:
      return "";
  }
}

/**
 * @param {string} kind
 * @param {string} label
 * @param {() => void} act
 */
function button(kind, label, act) {
  const drawn = draw(["button", { type: "button", class: kind }, label]);
  drawn.addEventListener("click", act);
  return drawn;
}
