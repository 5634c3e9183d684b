// @ts-check
/** @import { AnyModel } from "@anywidget/types" */

// What a view draws itself with comes in a widget of its own (shared_script.py): all views of a kind share one copy. If
// each brought its own, every question would be as long as its script, and a busy page would not have a chart's megabyte
// in the two seconds that anywidget gives a widget to begin.

/** How often a view looks for its script, and how long it waits in between (milliseconds): for a minute. */
const TRIES = 600;
const PAUSE = 100;

/** @type {Map<string, Promise<{ default: any }>>} modules by their source, for all bundles of the page */
const modules = shared();

function shared() {
  const page = /** @type {any} */ (globalThis);
  page.coupScripts ??= new Map();
  return page.coupScripts;
}

/**
 * Return what the script of a view exports by default.
 *
 * @param {AnyModel<{ shared_script: string }>} model
 */
export async function sharedScript(model) {
  const source = (await holder(model)).get("source");
  let loading = modules.get(source);
  if (!loading) {
    const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    loading = import(url).finally(() => URL.revokeObjectURL(url));
    modules.set(source, loading);
  }
  return (await loading).default;
}

/**
 * Return what holds the script. To a page that is loaded again the kernel gives all that it has, and what a cell that
 * runs meanwhile makes may be here sooner.
 *
 * @param {AnyModel<{ shared_script: string }>} model
 * @returns {Promise<AnyModel<{ source: string }>>}
 */
async function holder(model) {
  const id = model.get("shared_script").replace("IPY_MODEL_", "");
  for (let tries = 0; ; tries++) {
    try {
      return await /** @type {any} */ (model.widget_manager.get_model(id));
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise((done) => setTimeout(done, PAUSE));
    }
  }
}
