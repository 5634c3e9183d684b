// @ts-check
/** @import { SeatView } from "./seat_types.d.ts" */

// What stands around every page of a seat: the lesson's title, the seat's name and key, the clock, what is said of the
// network, and the cover of a pause.

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { find } from "#coupdata/views/html/scripts/find.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { keepClock } from "../countdown.js";

const LONG = 30_000; // milliseconds without the server after which its address may be another

/**
 * Draw it around the page's `main`, until the signal.
 *
 * @param {HTMLElement} main
 * @param {AbortSignal} signal
 */
export function drawFrame(main, signal) {
  const bar = draw([
    "header",
    { class: "bar" },
    ["p", { class: "lesson" }],
    ["p", { class: "clock", role: "timer", hidden: "" }],
    ["details", { class: "me" }, ["summary", {}], ["div", { class: "key" }]],
  ]);
  const network = draw(["p", { class: "network", role: "status" }]);
  const live = draw(["p", { class: "unseen", role: "status" }]);
  const cover = draw([
    "section",
    { class: "cover", "aria-labelledby": "look-up", hidden: "" },
    ["div", { class: "eyes", "aria-hidden": "true" }, ["i", {}], ["i", {}]],
    ["h2", { id: "look-up" }, _("Look up")],
    ["p", { class: "big" }, _("Your teacher has paused the lesson. Your answers stay as they are.")],
  ]);
  main.before(bar, network);
  main.after(live, cover);
  signal.addEventListener("abort", () => {
    for (const part of [bar, network, live, cover]) part.remove();
    main.inert = false;
  });
  const me = find(bar, "details", HTMLDetailsElement);
  document.addEventListener(
    "click",
    ({ target }) => target instanceof Node && !me.contains(target) && close(),
    { signal },
  );
  me.addEventListener("keydown", ({ key }) => key === "Escape" && close());
  const close = () => {
    me.open = false;
  };
  const say = (/** @type {string} */ words) => redraw(live, words);
  const setClock = keepClock(find(bar, ".clock"), say, signal);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  /** @type {Element | null} */
  let focused = null;

  return {
    say,
    /** Give an element the focus, or let it have it once a pause is over. */
    focus(/** @type {HTMLElement | null} */ element) {
      if (main.inert) focused = element;
      else element?.focus({ preventScroll: true });
    },
    show(/** @type {SeatView} */ view) {
      redraw(find(bar, ".lesson"), view.title);
      redraw(find(bar, "summary"), view.seat);
      redraw(
        find(bar, ".key"),
        ["p", {}, _("Your key:"), " ", ["b", {}, view.key]],
        ["p", { class: "quiet" }, _("With it you can go on at another device.")],
      );
      setClock(view.left, view.runs && !view.paused);
      if (view.paused === main.inert) return;
      if (view.paused) focused = document.activeElement;
      main.inert = view.paused;
      cover.hidden = !view.paused;
      if (view.paused) return;
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    },
    tell(/** @type {boolean} */ isAway) {
      clearTimeout(waiting);
      const away = _("Not connected. Your answers stay on this page.");
      redraw(network, isAway ? away : "");
      if (!isAway) return;
      const longer = _("The address may have changed: look at the wall.");
      waiting = setTimeout(() => redraw(network, `${away} ${longer}`), LONG);
    },
  };
}
