// @ts-check
/** @import { ViewOnPage } from "#coupdata/views/on_page/scripts/types.d.ts" */
/** @import { ExplorerTraits } from "#coupdata/views/html/scripts/types.d.ts" */

import { draw } from "#coupdata/views/html/scripts/draw.js";
import { fetchJson, loadViews } from "../load_views.js";
import { fit } from "./fit.js";

const SHARE = 0.56; // of the wall's height for the chart
const CHART = 540; // pixels that a wide chart is high
const LINES = 7; // that a card has room for at least

/**
 * Return what shows an event on the timeline in this place, and what fits it to the screen. All that it takes is loaded
 * when it is first needed.
 *
 * @param {HTMLElement} place
 */
export function wallTimeline(place) {
  /** @type {Promise<ViewOnPage<ExplorerTraits>> | undefined} */
  let shown;
  let wanted = "";
  const fitCard = () => {
    place.style.setProperty("--zoom", `${(SHARE * innerHeight) / CHART}`);
    const card = place.querySelector(".coup-card-view");
    if (card instanceof HTMLElement) fit(card, LINES);
  };
  const resized = new ResizeObserver(fitCard); // as the chart comes, there is less room for the card
  const showEvent = async (/** @type {string} */ event) => {
    wanted = event;
    shown ??= load(place).then(
      (view) => {
        resized.observe(/** @type {Element} */ (place.querySelector(".coup-card-view")));
        return view;
      },
      (error) => {
        shown = undefined; // the next event tries again
        throw error;
      },
    );
    const { model } = await shown; // meanwhile, another event may be wanted
    const isThere = model.get("events").some(({ id }) => id === wanted);
    model.set("selected", isThere ? wanted : "");
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
