// @ts-check
/** @import { Model, ReadingTraits } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { FetchJson, ViewOnPage } from "./types.d.ts" */

import { localModel } from "#coupdata/views/html/scripts/local_model.js";
import { begin } from "#coupdata/views/html/scripts/view.js";
import readingScript from "#coupdata/views/reading_text/reading.js";

/**
 * Show the reading, or only the sections of these ids. Beside an explorer, the sentences that tell of the chosen event are lit.
 *
 * @param {HTMLElement} place
 * @param {FetchJson} fetchJson
 * @param {Model<{ selected: string }>} [explorer]
 * @param {string[]} [sections]
 * @returns {Promise<ViewOnPage<ReadingTraits>>}
 */
export async function showReading(place, fetchJson, explorer, sections = []) {
  const query = sections.length ? { sections: sections.join() } : undefined;
  const { catalogue, page, cites } = await fetchJson("reading", query);
  const model = localModel(/** @type {ReadingTraits} */ ({ page, lit: [], numbered: false }), catalogue);
  const leave = readingScript.render({ model, el: place });
  if (!explorer) return { model, end: leave };
  const { follow, signal, end } = begin(explorer);
  follow(["selected"], () => model.set("lit", cites[explorer.get("selected")] ?? []));
  signal.addEventListener("abort", leave);
  return { model, end };
}
