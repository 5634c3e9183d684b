// @ts-check
/** @import { DrawingTraits, ExplorerTraits, Model } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { FetchJson, ViewOnPage } from "./types.d.ts" */

import drawingScript from "#coupdata/views/drawing/drawing.js";
import { link, localModel } from "#coupdata/views/html/scripts/local_model.js";
import { begin } from "#coupdata/views/html/scripts/view.js";

/**
 * Show actors or map. With an explorer, both share what is chosen.
 *
 * @param {HTMLElement} place
 * @param {FetchJson} fetchJson
 * @param {"actors" | "map"} name
 * @param {Model<ExplorerTraits>} [explorer]
 * @returns {Promise<ViewOnPage<DrawingTraits>>}
 */
export async function showDrawing(place, fetchJson, name, explorer) {
  const { catalogue, page, chooses } = await fetchJson(name);
  const chosen = { actor: "", place: "", selected: "" };
  /** @type {DrawingTraits} */
  const traits = { page, chooses, ...chosen, drawing: ["div", {}], width: 0 };
  const model = localModel(traits, catalogue);
  const { on, signal, end } = begin(model);
  if (explorer) link(explorer, model, [chooses, "selected"], signal);
  let asked = 0;
  const ask = async () => {
    const mine = ++asked;
    const query = { width: model.get("width"), chosen: model.get(chooses), selected: model.get("selected") };
    const drawing = await fetchJson(`${name}/drawing`, query);
    if (mine === asked && !signal.aborted) model.set("drawing", drawing);
  };
  for (const trait of [chooses, "selected", "width"]) on(`change:${trait}`, ask);
  const leave = drawingScript.render({ model, el: place });
  signal.addEventListener("abort", leave);
  return { model, end };
}
