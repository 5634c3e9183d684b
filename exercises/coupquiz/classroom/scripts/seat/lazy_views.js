// @ts-check
/** @import { ViewBlock } from "./seat_types.d.ts" */

// Views of the case come after the questions, and the timeline, which needs far more, once it is asked for.

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { fetchJson, loadViews } from "../load_views.js";
import { showTimeline } from "./seat_timeline.js";

/**
 * Return a place in which a view of the case is shown, until the signal, and what has it follow the lesson; that fails where
 * the room does not answer.
 *
 * @param {ViewBlock} block
 * @param {AbortSignal} signal
 */
export function placeView({ view, sections }, signal) {
  const whole = draw(["div", { class: `view ${view}` }, ["h2", { class: "unseen" }, nameOf(view)]]);
  const place = draw(["div", {}]);
  whole.append(place);
  let follow = async () => {}; // of all views, only the timeline depends on what is asked
  const show = async () => {
    redraw(place, ["p", { class: "quiet" }, _("Loading …")]);
    try {
      const views = await loadViews();
      if (signal.aborted) return;
      const inside = draw(["div", {}]);
      const shown = await {
        reading: () => views.showReading(inside, fetchJson, undefined, sections),
        timeline: () => showTimeline(inside, views),
        actors: () => views.showDrawing(inside, fetchJson, "actors"),
        map: () => views.showDrawing(inside, fetchJson, "map"),
      }[view]();
      if (signal.aborted) return shown.end();
      signal.addEventListener("abort", shown.end);
      place.replaceChildren(inside);
      if (!("follow" in shown)) return;
      follow = shown.follow;
      follow().catch(() => {}); // what has changed meanwhile; else the next change tells
    } catch {
      if (!signal.aborted) place.replaceChildren(offer(_("This did not load."), _("Try again"), show));
    }
  };
  if (view === "timeline")
    place.append(offer(_("Every event on one line of time"), _("Open the timeline"), show));
  else show();
  return { root: whole, follow: () => follow() };
}

/** @param {ViewBlock["view"]} view */
function nameOf(view) {
  return {
    reading: _("The reading"),
    timeline: _("The timeline"),
    actors: _("The actors"),
    map: _("The map"),
  }[view];
}

/**
 * @param {string} words
 * @param {string} label
 * @param {() => void} act
 */
function offer(words, label, act) {
  const box = draw(["div", { class: "offer" }, ["p", {}, words]]);
  const button = draw(["button", { type: "button", class: "soft" }, label]);
  button.addEventListener("click", act);
  box.append(button);
  return box;
}
