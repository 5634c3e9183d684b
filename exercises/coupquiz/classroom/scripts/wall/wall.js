// @ts-check
/** @import { WallView } from "../types.d.ts" */

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { followView } from "../server.js";
import { fit } from "./fit.js";
import { wallPage } from "./wall_page.js";
import { wallTimeline } from "./wall_timeline.js";

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const page = draw(["div", { class: "page" }]);
const timeline = draw(["div", { class: "timeline", hidden: "" }]);
const said = draw(["p", { class: "said", role: "alert" }]);
main.replaceChildren(page, timeline, said);

/** @type {WallView | undefined} */
let view;
let heard = 0; // when the view came, by which a clock is counted down

const { showEvent, fitCard } = wallTimeline(timeline);
const LINES = 11; // of a question that a wall has room for at least

function show() {
  if (!view) return;
  const since = (performance.now() - heard) / 1000;
  const left = view.left === null || !view.runs ? view.left : Math.max(0, view.left - since);
  redraw(page, ...wallPage(view, left));
  timeline.hidden = view.wall !== "timeline";
  if (view.wall === "timeline") showEvent(view.event).catch(console.error);
  fitAll();
}

function fitAll() {
  for (const box of page.querySelectorAll("[data-fit]")) fit(/** @type {HTMLElement} */ (box), LINES);
  fitCard();
}

addEventListener("resize", fitAll);
document.fonts.ready.then(fitAll);
setInterval(() => view?.runs && show(), 500);

followView(
  "wall",
  (/** @type {any} */ told) => {
    if (told.way === "refused") {
      view = undefined;
      redraw(page, ["div", { class: "stage" }, ["div", { class: "big" }, ...refused()]]);
      return;
    }
    heard = performance.now();
    view = told;
    show();
  },
  (isAway) => {
    said.textContent = isAway ? _("The room does not answer.") : "";
  },
  new AbortController().signal,
);

/** @returns {import("#coupdata/views/html/scripts/types.d.ts").MarkupElement[]} */
function refused() {
  return [
    ["h1", {}, _("This is the wall")],
    ["p", { class: "how" }, _("Open it from the teacher’s desk.")],
  ];
}
