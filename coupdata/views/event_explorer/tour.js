// @ts-check
/** @import { Shown, TourTraits } from "#coupdata/views/html/scripts/types.d.ts" */

// A walk along the timeline: one stop at a time, with steps to and fro.

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { find, findAll } from "#coupdata/views/html/scripts/find.js";
import { _, ngettext } from "#coupdata/views/html/scripts/i18n.js";
import { keepKeys } from "#coupdata/views/html/scripts/keep_keys.js";
import { asleep, begin } from "#coupdata/views/html/scripts/view.js";
import { chartIn } from "#coupdata/views/timeline_chart/plotly.js";

/** @param {Shown<TourTraits>} shown */
function render({ model, el }) {
  const { listen, follow, set, signal, end } = begin(model);
  const page = draw(model.get("page"));
  const stops = findAll(page, "li");
  const back = draw(["button", { type: "button" }, _("◀ Back")]);
  const on = draw(["button", { type: "button" }]);
  const where = draw(["span", { class: "where" }]);
  const steps = draw(["div", { class: "steps" }]);
  steps.append(back, on, where);
  page.prepend(steps);
  keepKeys(page);
  find(page, "ol").setAttribute("aria-live", "polite");
  el.replaceChildren(asleep(model), page);

  let moved = false; // by the reader: a page that is opened again stays where it is
  const go = (/** @type {number} */ by) => {
    const stop = model.get("stop") + by;
    if (stop < 1 || stop > stops.length) return;
    set("stop", stop);
    moved = true;
  };
  const place = draw(["span", { class: "mark", "aria-hidden": "true" }]);
  /** Scroll until the mark is in view: below the tour, which stays. */
  const bring = () => {
    const walk = /** @type {HTMLElement | null} */ (el.closest(".coup-walk"));
    const chart = chartIn(walk);
    if (!moved || !walk || !chart) return;
    if (place.parentElement !== walk) walk.append(place);
    const top = chart.getBoundingClientRect().top - walk.getBoundingClientRect().top;
    place.style.top = `${top + model.get("down")}px`;
    place.style.scrollMarginTop = `${page.offsetHeight + 32}px`;
    place.scrollIntoView({ block: "nearest" });
  };
  listen(back, "click", () => go(-1));
  listen(on, "click", () => go(1));
  follow(["stop"], () => {
    const here = model.get("stop");
    const all = stops.length;
    stops.forEach((stop, number) => {
      stop.hidden = number + 1 !== here;
    });
    back.setAttribute("aria-disabled", String(here <= 1));
    on.setAttribute("aria-disabled", String(here === all));
    redraw(on, here ? _("Next stop ▶") : _("Begin the tour"));
    redraw(where, here ? _("Stop {here} of {all}", { here, all }) : ngettext("{n} stop", "{n} stops", all));
    bring();
  });
  follow(["down"], bring);
  signal.addEventListener("abort", () => place.remove());
  return end;
}

export default { render };
