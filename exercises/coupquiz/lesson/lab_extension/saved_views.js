// @ts-check
/** @import { DocumentContext, SharedCell, Told } from "./types.d.ts" */

import { viewOf } from "./lesson_notebook.js";

/** The style sheets before a page; its text has no such tag. */
const STYLES = /^<style>.*?<\/style>/s;

/**
 * Have a notebook save its views as they are at that time: Jupyter saves them as they were when their cells were run.
 * What is on the page stays as it is.
 *
 * @param {DocumentContext} context
 */
export function keepSaved({ model, saveState, sessionContext }) {
  /** @type {Map<string, string>} */
  const views = new Map();
  sessionContext.iopubMessage.connect((_, message) => note(message, views));
  saveState.connect((_, state) => {
    if (state !== "started") return;
    const { dirty } = model;
    for (const cell of model.sharedModel.cells) renew(cell, views);
    model.dirty = dirty; // this is saved now, and answers are kept elsewhere: nobody need stay for it
  });
}

/**
 * Note what Python tells to be saved of views, when one changes or, to a page that was loaded again, of all of them.
 *
 * @param {Told} message
 * @param {Map<string, string>} views what is to be saved of each, as HTML, by its id
 */
export function note({ header, content }, views) {
  if (header.msg_type !== "comm_msg") return;
  const { method, state, states } = content.data ?? {};
  const told = method === "update_states" ? states : { [content.comm_id ?? ""]: { state } };
  for (const [id, { state }] of Object.entries(told ?? {})) {
    if (typeof state?.as_saved === "string" && state.as_saved) views.set(id, state.as_saved);
  }
}

/**
 * Put views as they are now into the outputs of a cell that are saved. The cell shows them as widgets, and is not told:
 * it would draw them anew, under a learner's finger.
 *
 * @param {SharedCell} cell
 * @param {Map<string, string>} views
 */
export function renew(cell, views) {
  for (const [place, output] of (cell.outputs ?? []).entries()) {
    const page = views.get(viewOf(output) ?? "");
    if (page === undefined) continue;
    const html = [output.data?.["text/html"] ?? ""].flat().join("");
    const styles = html.match(STYLES)?.[0] ?? "";
    if (html === styles + page) continue;
    const renewed = { ...output, data: { ...output.data, "text/html": styles + page } };
    cell.updateOutputs?.(place, place + 1, [renewed], "silent-change");
  }
}
