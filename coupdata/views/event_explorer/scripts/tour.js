// @ts-check
/** @import { Shown, TourTraits } from "#coupdata/views/html/scripts/types.d.ts" */

// A walk along the timeline: one stop at a time, with steps to and fro.

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { find, findAll } from "#coupdata/views/html/scripts/find.js";
import { _, ngettext } from "#coupdata/views/html/scripts/i18n.js";
import { keepKeys } from "#coupdata/views/html/scripts/keep_keys.js";
import { asleep, begin } from "#coupdata/views/html/scripts/view.js";
import { chartIn } from "#coupdata/views/timeline_chart/plotly.js";
import { bring } from "./bring.js";

/** @param {Shown<TourTraits>} shown */
function render({ model, el }) {
  const { listen, follow, set, signal, end } = begin(model);
  const page = draw(model.get("page"));
  const stops = findAll(page, "li");
  const back = draw(["button", { type: "button" }, _("◀ Back")]);
  const on = draw(["button", { type: "button" }]);
  const where = draw(["span", { class: "where" }]);
  const steps = draw(["div", { class: "steps" }]);
  const passed = draw(["p", { class: "passed" }]);
  steps.append(back, on, where);
  page.prepend(steps, passed);
  keepKeys(page);
  find(page, "ol").setAttribute("aria-live", "polite");
  el.replaceChildren(asleep(model), page);

  let moved = false; // by the reader: a page that is opened again stays where it is
  const beside = (/** @type {1 | -1} */ by) =>
    nextStop(model.get("stop"), by, stops.length, model.get("passed"));
  const go = (/** @type {1 | -1} */ by) => {
    const stop = beside(by);
    if (!stop) return;
    moved = true;
    set("stop", stop);
  };
  const walk = () => /** @type {HTMLElement | null} */ (el.closest(".coup-walk"));
  const measure = () => walk()?.style.setProperty("--coup-above", `${page.offsetHeight}px`);
  const show = () => {
    const chart = chartIn(walk());
    if (moved && chart) bring(chart, model.get("down"));
  };
  listen(back, "click", () => go(-1));
  listen(on, "click", () => go(1));
  follow(["stop", "passed"], () => {
    const here = model.get("stop");
    const all = stops.length;
    const left = model.get("passed");
    stops.forEach((stop, number) => {
      stop.hidden = number + 1 !== here || left.includes(here);
    });
    back.setAttribute("aria-disabled", String(!beside(-1)));
    on.setAttribute("aria-disabled", String(!beside(1)));
    passed.hidden = !left.length;
    redraw(passed, left.length ? toldPassed(left) : "");
    redraw(on, here ? _("Next stop ▶") : _("Begin the tour"));
    redraw(where, here ? _("Stop {here} of {all}", { here, all }) : ngettext("{n} stop", "{n} stops", all));
    measure();
    show();
  });
  follow(["down"], show);
  const sizes = new ResizeObserver(measure);
  sizes.observe(page);
  signal.addEventListener("abort", () => sizes.disconnect());
  return end;
}

/**
 * Return the number of the stop one step before or after this one, of those that are not passed over; 0 if there is none.
 *
 * @param {number} here
 * @param {1 | -1} by
 * @param {number} all
 * @param {number[]} passed
 */
export function nextStop(here, by, all, passed) {
  let stop = here + by;
  while (passed.includes(stop)) stop += by;
  return stop >= 1 && stop <= all ? stop : 0;
}

/** @param {number[]} passed */
function toldPassed(passed) {
  return ngettext(
    "Stop {stops} stays hidden until you have answered the question about its date.",
    "Stops {stops} stay hidden until you have answered the questions about their dates.",
    passed.length,
    { stops: passed.join(", ") },
  );
}

export default { render };
