// @ts-check
/** @import { AnyModel } from "@anywidget/types" */

// A chart of Plotly's. Its program is five megabytes long, so all charts of a page share one copy. If each brought its
// own, as Plotly's widget does, a busy page would not have it in the two seconds that anywidget gives a widget to begin,
// and whoever is late hears no more from Python.

import { hear } from "#coupdata/views/html/scripts/hear.js";
import { isTold, MESSAGES } from "./plotly.js";

/** @typedef {{ initialize: (props: any) => void, render: (view: any) => unknown }} Program Plotly's own widget */

/** How often a chart looks for its program, and how long it waits in between (milliseconds): for a minute. */
const TRIES = 600;
const PAUSE = 100;

/** Programs by their version. */
const programs = shared();

/** @returns {Map<string, Promise<{ default: () => Program }>>} */
function shared() {
  const page = /** @type {any} */ (globalThis);
  page.coupPrograms ??= new Map();
  return page.coupPrograms;
}

/**
 * Return Plotly's own widget, in the version that Python has.
 *
 * @param {AnyModel<any>} model
 * @returns {Promise<Program>}
 */
async function load(model) {
  const program = await programModel(model);
  const version = program.get("version");
  let loading = programs.get(version);
  if (!loading) {
    const url = URL.createObjectURL(new Blob([program.get("source")], { type: "text/javascript" }));
    loading = import(url).finally(() => URL.revokeObjectURL(url));
    programs.set(version, loading);
  }
  return (await loading).default();
}

/**
 * Return what holds the program. To a page that is loaded again the kernel gives all that it has, and what a cell that
 * runs meanwhile makes may be here sooner.
 *
 * @param {AnyModel<any>} model
 * @returns {Promise<AnyModel<any>>}
 */
async function programModel(model) {
  const id = model.get("_program").replace("IPY_MODEL_", "");
  for (let tries = 0; ; tries++) {
    try {
      return await /** @type {any} */ (model.widget_manager.get_model(id));
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise((done) => setTimeout(done, PAUSE));
    }
  }
}

export default () => {
  /** @type {Promise<Program>} */
  let chart;
  /** @type {AnyModel<any>} what Plotly's widget is to take for its model */
  let known;
  return {
    initialize(/** @type {{ model: AnyModel<any>, signal: AbortSignal }} */ { model, signal }) {
      hear(model);
      /** @type {[string, unknown][]} */
      const missed = []; // what Python says before the program is there
      /** @type {[string, () => void][]} */
      const notes = MESSAGES.map((name) => [
        `change:${name}`,
        () => model.get(name) && missed.push([name, model.get(name)]),
      ]);
      for (const [change, note] of notes) model.on(change, note);
      chart = load(model).then((loaded) => {
        for (const [change, note] of notes) model.off(change, note);
        known = {
          ...model,
          set: (name, value) => isTold(String(name)) && model.set(name, value),
          save_changes: () => signal.aborted || model.save_changes(), // of a chart that is closed nobody hears
        };
        loaded.initialize({ model: known, signal });
        for (const [name, message] of missed) {
          model.set(name, message);
          model.set(name, null);
        }
        return loaded;
      });
    },
    async render(/** @type {{ model: AnyModel<any> }} */ view) {
      const loaded = await chart;
      known.on = view.model.on; // so that nobody calls on a view that is gone, and with an error keeps news from others
      return loaded.render(view);
    },
  };
};
