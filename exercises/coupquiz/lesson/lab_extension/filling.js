// @ts-check
/** @import { Cell, Kernel, NotebookActions, NotebookPanel, Stage } from "./types.d.ts" */

import { chartIn, drawnWidth } from "#coupdata/views/timeline_chart/plotly.js";
import { widgetsOf } from "./lesson_notebook.js";

/** Milliseconds after which a learner is told that it takes long. */
const LONG = 45_000;

/** Milliseconds that a chart may take after its cell, before the notebook is called ready without it. */
const LATE = 20_000;

/** Milliseconds in which a command that restarts a kernel goes on to run cells, if it is one that does. */
const A_MOMENT = 400;

/**
 * Fill a notebook when asked, and again with every new kernel that has not run its cells already, as after "Restart
 * and run all". It runs once at a time. Where a server has lost a kernel, as one that was started anew, ask for another.
 *
 * @param {NotebookPanel} panel
 * @param {Pick<NotebookActions, "runCells">} actions
 * @param {() => { lessons: Cell[], own: Cell[] }} allowed what may run by itself
 * @param {(stage: Stage) => void} tell
 * @param {(kernel: Kernel) => Promise<unknown>} prepare what is done before the cells run
 * @returns {() => Promise<void>} what fills it, though what it shows may live: a page does not always find that again
 */
export function keepFilled(panel, actions, allowed, tell, prepare = async () => {}) {
  const { content, sessionContext } = panel;
  /** @type {Promise<void> | null} */
  let running = null;
  /** @type {"" | "all" | "what is gone"} */
  let asked = "";
  let isNew = false;
  let isReady = false;
  let isShutDown = false;

  /** @param {boolean} isAll whether what lives is run, too */
  async function fillOnce(isAll) {
    const { lessons, own } = allowed();
    isReady = false;
    if (!lessons.length) return tell("own code");
    tell("preparing");
    const slow = setTimeout(() => tell("slow"), LONG);
    try {
      await sessionContext.ready;
      await untilNothingRuns(panel);
      const kernel = sessionContext.session?.kernel;
      if (!kernel) return tell("no kernel");
      if (!isAll && (await lives([...lessons, ...own], kernel))) return await tellReady();
      await prepare(kernel);
      const isDone = await actions.runCells(content, lessons, sessionContext);
      if (isDone && own.length) await actions.runCells(content, own, sessionContext); // an error of theirs is theirs
      if (isDone) await tellReady();
      else if (!isNew) tell(sessionContext.session?.kernel ? "failed" : "no kernel");
    } catch {
      tell("failed");
    } finally {
      clearTimeout(slow);
    }
  }

  async function tellReady() {
    isReady = true;
    await untilDrawn(panel);
    if (isReady) tell("ready");
  }

  async function fillWhileAsked() {
    while (asked && !panel.isDisposed) {
      const isAll = asked === "all";
      asked = "";
      await fillOnce(isAll);
    }
    running = null;
  }

  /** @param {"all" | "what is gone"} what */
  function fill(what) {
    if (asked !== "all") asked = what;
    running ??= fillWhileAsked();
    return running;
  }

  /**
   * Note whether there is a new kernel: not one that has come because filling this notebook was too much for the last.
   *
   * @param {string} status
   */
  async function follow(status) {
    if (status === "terminating") isShutDown = true;
    if (status === "restarting" || (status === "autorestarting" && !running)) isNew = true;
    if (status !== "idle" || !isNew) return;
    isNew = false;
    await pause(A_MOMENT);
    await fill("what is gone");
  }

  /** Start a kernel in place of one that is lost, once somebody is there: a server stops what rests to save memory. */
  async function startAgain() {
    isReady = false;
    tell("no kernel");
    await untilSomebodyIsThere();
    if (panel.isDisposed || sessionContext.session?.kernel) return;
    tell("preparing"); // and nobody presses the button that starts one as well
    await sessionContext.startKernel();
    if (!sessionContext.session?.kernel) tell("no kernel");
  }

  sessionContext.ready.then(() => {
    sessionContext.statusChanged.connect((_, status) => follow(status));
    sessionContext.kernelChanged.connect((_, { newValue }) => {
      if (newValue) [isNew, isShutDown] = [true, false];
      else if (isReady && !isShutDown) startAgain();
    });
  });
  return () => fill("all");
}

/**
 * Return whether what cells have shown still lives in the kernel.
 *
 * @param {Cell[]} cells
 * @param {Kernel} kernel
 */
async function lives(cells, kernel) {
  const contents = cells.map(({ model }) => model.toJSON());
  const ids = widgetsOf(contents);
  if (!ids.length) return false;
  const { content } = await kernel.requestCommInfo({ target_name: "jupyter.widget" });
  return ids.every((id) => id in (content.comms ?? {}));
}

/** @param {NotebookPanel} panel */
async function untilNothingRuns({ content }) {
  while (content.widgets.some(({ model }) => model.executionState === "running")) await pause(100);
}

/**
 * Wait until every chart that the notebook shows is drawn: it comes after its list, and moves that down.
 *
 * @param {NotebookPanel} panel
 */
export async function untilDrawn({ node }) {
  const isComing = (/** @type {Element} */ explorer) => {
    const chart = chartIn(explorer);
    return explorer.clientWidth && !(chart && drawnWidth(chart));
  };
  const late = performance.now() + LATE;
  while ([...node.querySelectorAll(".coup-explorer")].some(isComing) && performance.now() < late)
    await pause(100);
}

/** Wait until somebody uses the page. */
function untilSomebodyIsThere() {
  return new Promise((done) => {
    for (const sign of ["focus", "keydown", "pointerdown", "pointermove"]) {
      addEventListener(sign, done, { capture: true, once: true });
    }
  });
}

/** @param {number} time in milliseconds */
export function pause(time) {
  return new Promise((done) => setTimeout(done, time));
}
