// @ts-check
/** @import { ExplorerTraits, TourTraits } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { Asked, ExplorerOnPage, FetchJson, ViewOnPage } from "./types.d.ts" */

import tourScript from "#coupdata/views/event_explorer/scripts/tour.js";
import { draw } from "#coupdata/views/html/scripts/draw.js";
import { localModel } from "#coupdata/views/html/scripts/local_model.js";
import { showExplorer } from "./explorer_on_page.js";

/**
 * Show the tour above an explorer, whose model is returned as well. It passes over what is asked for.
 *
 * @param {HTMLElement} place
 * @param {FetchJson} fetchJson
 * @param {Asked} [asked]
 * @returns {Promise<
 *   ViewOnPage<TourTraits> & { explorer: ViewOnPage<ExplorerTraits>["model"], hide: ExplorerOnPage["hide"] }
 * >}
 */
export async function showTour(place, fetchJson, asked) {
  const [above, below] = [draw(["div", {}]), draw(["div", {}])];
  const [{ catalogue, page, events }, explorer] = await Promise.all([
    fetchJson("tour"),
    showExplorer(below, fetchJson, asked),
  ]);
  const model = localModel(/** @type {TourTraits} */ ({ page, stop: 0, down: 0, passed: [] }), catalogue);
  const mark = () => {
    const hit = explorer.model.get("hits").findLast(({ id }) => id === events[model.get("stop") - 1]);
    if (hit) model.set("down", hit.y);
  };
  const pass = () => {
    const hidden = new Set(explorer.model.get("events").flatMap((row) => (row.hidden ? [row.id] : [])));
    const passed = events.flatMap((id, place) => (hidden.has(id) ? [place + 1] : []));
    if (String(passed) !== String(model.get("passed"))) model.set("passed", passed); // else nothing moves
  };
  pass();
  explorer.model.on("change:events", pass);
  explorer.model.on("change:hits", mark);
  model.on("change:stop", () => {
    if (model.get("stop")) explorer.model.set("selected", events[model.get("stop") - 1]);
    mark();
  });
  place.classList.add("coup-walk");
  place.replaceChildren(above, below);
  const leave = tourScript.render({ model, el: above });
  const end = () => {
    leave();
    explorer.end();
  };
  return { model, explorer: explorer.model, hide: explorer.hide, end };
}
