// @ts-check
/** @import { App, Cell, Modules, NotebookPanel, NotebookTracker, Palette, Stage } from "./types.d.ts" */

import { draw } from "#coupdata/views/html/scripts/draw.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { makeBar } from "./bar.js";
import { fetchPandas, startPython } from "./browser_python.js";
import { keepFilled, pause, untilDrawn } from "./filling.js";
import { keepClean } from "./kernel_notes.js";
import { noteKeys } from "./key_focus.js";
import { asksToBeFilled, hasTables, isByHand, isFolded, runsByItself, sourceOf } from "./lesson_notebook.js";
import { makeLessonView } from "./lesson_view.js";
import { setMathWhereItIs } from "./math.js";
import { isOwn, keepOwn } from "./own_code.js";
import { keepPrintable } from "./paper.js";
import { keepSaved } from "./saved_views.js";
import { linkWithinSite } from "./site_links.js";

const COMMAND = "coup1920:lesson-view";
const PRINT = "coup1920:print";
const LESSON = new Set(LESSON_CODE);

/**
 * Make the lesson of the notebooks that ask for it: filled when they are opened, and with Jupyter's tools out of sight.
 *
 * @param {Modules} modules
 * @param {App} app
 * @param {NotebookTracker} tracker
 * @param {Palette | null} palette
 */
export function activate(modules, app, tracker, palette) {
  if (modules["@jupyterlab/coreutils"].PageConfig.getOption("coup1920StartsPython") === "early") {
    startPython(app.serviceManager.sessions, location.href).catch(() => {}); // the notebook starts its own then
  }
  /** @type {Set<ReturnType<typeof makeBar>>} */
  const bars = new Set();
  const view = makeLessonView(app.shell, (isOn) => {
    for (const bar of bars) bar.showView(isOn);
    app.commands.notifyCommandChanged(COMMAND);
  });
  app.commands.addCommand(COMMAND, {
    label: _("Lesson View"),
    caption: _("Show the lesson without the tools of Jupyter"),
    isToggled: view.isOn,
    execute: view.toggle,
  });
  app.commands.addCommand(PRINT, {
    label: _("Print …"),
    caption: _("Print this notebook of the lesson, with your answers"),
    execute: print,
  });
  for (const command of [COMMAND, PRINT]) palette?.addItem({ command, category: _("Lesson") });
  keepPrintable(view.inSight);
  document.head.append(draw(["style", {}, LESSON_STYLE]));
  noteKeys();
  const { PageConfig } = modules["@jupyterlab/coreutils"];
  const home = PageConfig.getOption("coup1920FirstPage"); // which a site has, and no server

  /** @type {WeakSet<object>} */
  const met = new WeakSet();
  /** @type {WeakSet<object>} */
  const kept = new WeakSet();
  /** @type {WeakSet<object>} */
  const filling = new WeakSet();

  /** @param {NotebookPanel} panel */
  async function take(panel) {
    if (met.has(panel)) return;
    met.add(panel);
    setMathWhereItIs(panel.content.rendermime);
    if (!kept.has(panel.context)) keepSaved(panel.context); // every notebook's, and before its kernel tells anything
    kept.add(panel.context);
    await panel.context.ready;
    if (panel.isDisposed || !asksToBeFilled(panel.content.model)) return;
    const bar = addBar(panel);
    panel.toggleClass("coup-lesson", true);
    view.add(panel);
    dress(panel);
    keepTextRead(panel);
    if (panel.content.model) keepClean(panel.content.model);
    if (home && PageConfig.getOption("notebookPage")) linkWithinSite(panel);
    if (filling.has(panel.context)) return; // another view of the same notebook
    filling.add(panel.context);
    begin(panel, bar);
  }

  /** @param {NotebookPanel} panel */
  function addBar(panel) {
    const { content, sessionContext } = panel;
    const actions = modules["@jupyterlab/notebook"].NotebookActions;
    const bar = makeBar({
      toggle: view.toggle,
      runCell: () => actions.run(content, sessionContext),
      runAll: () => runAll(panel, bar),
      print,
      tryAgain: () =>
        sessionContext.session?.kernel ? sessionContext.restartKernel() : sessionContext.startKernel(),
      home: home && new URL(home, PageConfig.getBaseUrl()).href,
    });
    bar.showView(view.isOn());
    const offer = () => bar.offerRun(isLearners(content.activeCell));
    offer();
    content.activeCellChanged.connect(offer);
    panel.contentHeader.addWidget(new modules["@lumino/widgets"].Widget({ node: bar.node }));
    const seen = new ResizeObserver(() => {
      bar.node.style.minHeight = `${bar.line.offsetHeight + 1}px`; // by which Jupyter lays it out
      panel.contentHeader.fit();
    });
    seen.observe(bar.line);
    bars.add(bar);
    panel.disposed.connect(() => {
      bars.delete(bar);
      seen.disconnect();
    });
    return bar;
  }

  /**
   * @param {NotebookPanel} panel
   * @param {ReturnType<typeof makeBar>} bar
   */
  async function begin(panel, bar) {
    const { content } = panel;
    const isTrusting = PageConfig.getOption("coup1920TrustStore") !== "none";
    const fetchesPandas = PageConfig.getOption("coup1920Pandas") === "fetch" && hasTables(content.model);
    const allowed = () =>
      runsByItself(content.widgets, {
        isTrusting,
        isLessons: (source) => LESSON.has(source),
        isOwn: (source) => isOwn(panel.context.path, source),
      });
    const actions = modules["@jupyterlab/notebook"].NotebookActions;
    const prepare = fetchesPandas ? fetchPandas : undefined;
    const written = () => JSON.stringify(content.widgets.map(({ model }) => sourceOf(model.toJSON())));
    const before = written();
    /** @param {import("./types.d.ts").Stage} stage */
    const tell = (/** @type {Stage} */ stage) => {
      // what cells show comes again: without a learner's words there is nothing to save, or to ask before the page is left
      if (stage === "ready" && content.model && written() === before) content.model.dirty = false;
      bar.tell(stage);
    };
    const fill = keepFilled(panel, actions, allowed, tell, prepare);
    keepWhatIsRun(panel);
    await untilShown(panel);
    content.activeCellIndex = 0;
    content.scrollToItem(0).catch(() => {}); // it scrolls, or is at its top
    await fill();
  }

  /**
   * Run a whole notebook, as a learner wishes.
   *
   * @param {NotebookPanel} panel
   * @param {ReturnType<typeof makeBar>} bar
   */
  async function runAll(panel, bar) {
    const { content, sessionContext } = panel;
    const actions = modules["@jupyterlab/notebook"].NotebookActions;
    bar.tell("preparing");
    const isDone = await actions.runCells(content, content.widgets, sessionContext);
    await untilDrawn(panel);
    bar.tell(isDone ? "ready" : "failed");
  }

  /** @param {NotebookPanel} panel */
  function keepWhatIsRun(panel) {
    const { executed } = modules["@jupyterlab/notebook"].NotebookActions;
    /** @type {Parameters<typeof executed.connect>[0]} */
    const keep = (_sender, { notebook, cell, success }) => {
      if (notebook !== panel.content || cell.model.type !== "code" || !success) return;
      const source = sourceOf(cell.model.toJSON());
      if (!LESSON.has(source)) keepOwn(panel.context.path, source);
    };
    executed.connect(keep);
    panel.disposed.connect(() => executed.disconnect(keep));
  }

  /**
   * Wait until a notebook is in sight: its pictures need to know how wide they may be.
   *
   * @param {NotebookPanel} panel
   */
  async function untilShown(panel) {
    await app.restored;
    while (!panel.isVisible && !panel.isDisposed) await pause(100); // no signal tells it in every application
  }

  tracker.widgetAdded.connect((_sender, panel) => take(panel));
  tracker.forEach(take);
}

/**
 * Mark the cells that look different in a lesson, also those that come later.
 *
 * @param {NotebookPanel} panel
 */
function dress({ content }) {
  const mark = () => {
    for (const cell of content.widgets) {
      const what = cell.model.toJSON();
      cell.toggleClass("coup-lesson-folded", what.cell_type === "code" && isFolded(what));
      cell.toggleClass("coup-lesson-hint", isByHand(what));
    }
    content.toggleClass("coup-lesson-has-code", content.widgets.some(isLearners));
  };
  mark();
  content.model?.cells.changed.connect(() => queueMicrotask(mark));
}

/**
 * Keep a touch or two on a text from turning it into what it is written in.
 *
 * @param {NotebookPanel} panel
 */
function keepTextRead(panel) {
  const keep = (/** @type {Event} */ event) => {
    const isText = event.target instanceof Element && event.target.closest(".jp-RenderedMarkdown");
    if (isText && panel.hasClass("coup-lesson-view")) event.stopPropagation();
  };
  panel.content.node.addEventListener("dblclick", keep, { capture: true });
}

/**
 * Return whether a cell is one in which a learner writes code.
 *
 * @param {Cell | null} cell
 */
function isLearners(cell) {
  return cell?.model.type === "code" && !isFolded(cell.model.toJSON());
}

/** Print what is in sight, when the button is no longer pressed. */
function print() {
  setTimeout(() => window.print());
}
