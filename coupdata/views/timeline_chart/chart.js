// @ts-check
/** @import { AnyModel } from "@anywidget/types" */

// A chart of Plotly's, drawn by Plotly's own widget, which all charts of a page share.

import { hear } from "#coupdata/views/html/scripts/hear.js";
import { sharedScript } from "#coupdata/views/html/scripts/shared_script.js";
import { isTold, MESSAGES } from "./plotly.js";

/** @typedef {{ initialize: (props: any) => void, render: (view: any) => unknown }} Program Plotly's own widget */

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
      chart = sharedScript(model).then((begin) => {
        const loaded = begin();
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
