// @ts-check
/** @import { ViewOnPage } from "#coupdata/views/on_page/scripts/types.d.ts" */
/** @import { ExplorerTraits, Hit, Model } from "#coupdata/views/html/scripts/types.d.ts" */

import { draw } from "#coupdata/views/html/scripts/draw.js";
import { chartIn } from "#coupdata/views/timeline_chart/plotly.js";
import { fetchJson, loadViews } from "../load_views.js";
import { fit } from "./fit.js";

// The whole chart in letters for the last row would leave no room for the card: the wall shows the panel of the event.
const LETTERS = 14 / 720; // of the wall's height for the smallest letters
const DRAWN = { years: 11, days: 11.5 }; // pixels: the smallest letters of each panel
const BELOW = { years: 13, days: 37 }; // pixels below the strip's last row: where the strip ends, and the days begin
const SHAPE = 9 / 16; // of a wall: a narrower one has smaller letters
const LINES = 5; // that a card has room for at least

/**
 * Return what shows an event on the timeline in this place, and what fits it to the screen. All that it takes is loaded
 * when it is first needed.
 *
 * @param {HTMLElement} place
 */
export function wallTimeline(place) {
  /** @type {Promise<ViewOnPage<ExplorerTraits>> | undefined} */
  let shown;
  /** @type {Model<ExplorerTraits> | undefined} */
  let model;
  let wanted = "";
  const fitCard = () => {
    if (model) framePanel(place, model.get("hits"), wanted);
    const card = place.querySelector(".coup-card-view");
    if (card instanceof HTMLElement) fit(card, LINES);
  };
  const resized = new ResizeObserver(fitCard); // as the chart comes, there is less room for the card
  const showEvent = async (/** @type {string} */ event) => {
    wanted = event;
    shown ??= load(place).then(
      (view) => {
        model = view.model;
        model.on("change:hits", fitCard);
        resized.observe(/** @type {Element} */ (place.querySelector(".coup-card-view")));
        return view;
      },
      (error) => {
        shown = undefined; // the next event tries again
        throw error;
      },
    );
    const view = await shown; // meanwhile, another event may be wanted
    const isThere = view.model.get("events").some(({ id }) => id === wanted);
    view.model.set("selected", isThere ? wanted : "");
    fitCard();
  };
  return { showEvent, fitCard };
}

/**
 * @param {HTMLElement} place
 * @returns {Promise<ViewOnPage<ExplorerTraits>>}
 */
async function load(place) {
  const { showExplorer } = await loadViews();
  const explorer = draw(["div", {}]);
  place.replaceChildren(explorer);
  return showExplorer(explorer, fetchJson);
}

/**
 * Show the panel of the chart that has an event, the days if none has, in letters for the last row.
 *
 * @param {HTMLElement} place
 * @param {Hit[]} hits
 * @param {string} event
 */
function framePanel(place, hits, event) {
  const panel = hits.find(({ id }) => id === event)?.panel ?? "days";
  const letters = LETTERS * Math.min(innerHeight, innerWidth * SHAPE);
  const set = (/** @type {string} */ name, /** @type {string} */ value) =>
    place.style.setProperty(name, value);
  set("--zoom", `${letters / DRAWN[panel]}`);
  const { layout } = /** @type {any} */ (chartIn(place)) ?? {};
  if (!layout) return;
  const strip = Math.max(0, ...hits.filter((hit) => hit.panel === "years").map(({ y }) => y));
  const edge = strip && strip + BELOW[panel];
  set("--above", panel === "days" ? `${edge}px` : "0px");
  set("--below", panel === "years" ? `${layout.yaxis.range[0] - edge}px` : "0px");
  set("--start", `${layout.margin.l}px`);
}
