// @ts-check
/** @import { App, Modules, NotebookTracker, Palette, Scope } from "./types.d.ts" */

// What JupyterLab, Notebook and JupyterLite load. They ask for a container of modules as bundlers make it: this is one,
// and it takes from them what they share.

import { activate } from "./lesson.js";

/** @type {Scope} */
let shared = {};

const ENTRY = {
  /** @param {Scope} scope */
  init(scope) {
    shared = scope;
  },
  async get() {
    const modules = /** @type {Modules} */ (
      Object.fromEntries(
        await Promise.all(
          ["@jupyterlab/apputils", "@jupyterlab/coreutils", "@jupyterlab/notebook", "@lumino/widgets"].map(
            async (name) => [name, await moduleOf(name)],
          ),
        ),
      )
    );
    const plugin = {
      id: "coup1920:lesson",
      description:
        "Fills the lesson's notebooks when they are opened, and puts Jupyter's tools out of sight.",
      autoStart: true,
      optional: [
        modules["@jupyterlab/notebook"].INotebookTracker, // which Voila has not, though it loads what JupyterLab does
        modules["@jupyterlab/apputils"].ICommandPalette,
      ],
      /** @type {(app: App, tracker: NotebookTracker | null, palette: Palette | null) => void} */
      activate: (app, tracker, palette) => {
        if (tracker) activate(modules, app, tracker, palette);
      },
    };
    return () => ({ __esModule: true, default: plugin });
  },
};

/**
 * Return a module that Jupyter shares, of which it has one version.
 *
 * @param {string} name
 */
async function moduleOf(name) {
  const [version] = Object.values(shared[name]);
  const factory = await version.get();
  return factory();
}

window._JUPYTERLAB ??= {};
window._JUPYTERLAB.coup1920 = ENTRY;
