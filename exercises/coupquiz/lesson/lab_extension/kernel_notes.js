// @ts-check
/** @import { NotebookModel } from "./types.d.ts" */

/** What of a notebook's metadata is about its kernel. */
const KERNEL = new Set(["kernelspec", "language_info"]);

/**
 * Keep what Jupyter notes of a kernel from being a change to save, about which it would ask before the page is left: it
 * notes it also in a notebook that nobody looks at, in a tab that has come back.
 *
 * @param {NotebookModel} model
 */
export function keepClean(model) {
  model.metadataChanged.connect((_, { key }) => {
    if (!KERNEL.has(key) || model.dirty) return;
    queueMicrotask(() => {
      model.dirty = false;
    });
  });
}
