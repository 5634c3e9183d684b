// @ts-check
/** @import { ProgressFile } from "#coupquiz/kinds/scripts/types.d.ts" */

import { draw } from "#coupdata/views/html/scripts/draw.js";

/**
 * Hand a file to the learner.
 *
 * @param {ProgressFile} file
 */
export function download({ file, content }) {
  const url = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  draw(["a", { href: url, download: file }]).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // some browsers fetch it later
}
