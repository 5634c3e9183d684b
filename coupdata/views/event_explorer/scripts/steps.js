// @ts-check
/** @import { EventRow, ExplorerPart } from "#coupdata/views/html/scripts/types.d.ts" */

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { FILTERS } from "./filters.js";

const PAUSE = 3200; // milliseconds for which "play" stays with an event

/**
 * Return the event one step before or after the chosen one, among those that the filters leave.
 *
 * @param {EventRow[]} all
 * @param {EventRow[]} left
 * @param {string} chosen empty for none: then the first or the last
 * @param {1 | -1} by
 * @returns {EventRow | undefined}
 */
export function neighbour(all, left, chosen, by) {
  const place = (/** @type {EventRow} */ row) => all.indexOf(row);
  const here = all.findIndex((row) => row.id === chosen);
  if (here < 0) return left.at(by > 0 ? 0 : -1);
  return by > 0 ? left.find((row) => place(row) > here) : left.findLast((row) => place(row) < here);
}

/**
 * Draw previous, next, and play with a pause: through the events that the filters leave.
 *
 * @param {ExplorerPart} part
 * @param {(id: string) => void} choose
 */
export function drawSteps({ model, view, fits }, choose) {
  const [previous, next, play] = [_("◀ Previous"), _("Next ▶"), ""].map((text) =>
    draw(["button", { type: "button" }, text]),
  );
  const box = draw(["div", { class: "steps" }]);
  box.append(previous, next, play);
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;

  const beside = (/** @type {1 | -1} */ by) =>
    neighbour(model.get("events"), fits(), model.get("selected"), by);
  const show = () => {
    previous.setAttribute("aria-disabled", String(!beside(-1)));
    next.setAttribute("aria-disabled", String(!beside(1)));
    redraw(play, timer ? _("❚❚ Pause") : _("▶ Play"));
  };
  const step = (/** @type {1 | -1} */ by) => {
    const row = beside(by);
    if (row) choose(row.id);
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    show();
  };
  const start = () => {
    if (!beside(1)) view.set("selected", "");
    step(1);
    timer = setInterval(() => {
      step(1);
      if (!beside(1)) stop();
    }, PAUSE);
    show();
  };
  for (const [button, by] of /** @type {[HTMLElement, 1 | -1][]} */ ([
    [previous, -1],
    [next, 1],
  ])) {
    view.listen(button, "click", () => {
      stop();
      step(by);
    });
  }
  view.listen(play, "click", () => (timer ? stop() : start()));
  view.follow(["selected", "events", ...FILTERS], show);
  view.signal.addEventListener("abort", stop);
  return box;
}
