// @ts-check
/** @import { CardTraits, ExplorerTraits } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { Asked, ExplorerOnPage, FetchJson } from "./types.d.ts" */

import cardScript from "#coupdata/views/event_explorer/scripts/card.js";
import explorerScript from "#coupdata/views/event_explorer/scripts/explorer.js";
import { draw } from "#coupdata/views/html/scripts/draw.js";
import { link, localModel } from "#coupdata/views/html/scripts/local_model.js";
import { keepChart } from "./chart_on_page.js";

/** @type {Asked} */
const NOTHING = {};

/**
 * Show an explorer. What is chosen is in its model, to set and to hear of: `selected`, the id of an event that it shows or
 * empty, and the filters `actor`, `theme` and `place`. It leaves out what is asked for, unless `show_hidden`.
 *
 * @param {HTMLElement} place
 * @param {FetchJson} fetchJson
 * @param {Asked} [asked]
 * @returns {Promise<ExplorerOnPage>}
 */
export async function showExplorer(place, fetchJson, asked = NOTHING) {
  const { catalogue, name, filters, widths, ...start } = await fetchJson("explorer", asked);
  let cards = start.cards;
  /** @type {ExplorerTraits} */
  const traits = {
    ...{ name, filters, events: start.events, note: start.note, show_hidden: false },
    ...{ hits: [], width: 0 },
    ...{ selected: "", actor: "", theme: "", place: "" },
  };
  const model = localModel(traits, catalogue);
  const card = localModel(/** @type {CardTraits} */ ({ page: cards[""], selected: "" }), catalogue);
  link(model, card, ["selected"]);
  const turnCard = () => {
    const page = cards[model.get("selected")];
    if (!isSame(page, card.get("page"))) card.set("page", page); // else it stays as it is, scrolled and focused
  };
  model.on("change:selected", turnCard);

  const [navigator, beside, chart] = ["", "", "coup-chart"].map((name) => draw(["div", { class: name }]));
  place.classList.add("coup-explorer");
  place.replaceChildren(navigator, beside, chart);
  const leaves = [
    explorerScript().render({ model, el: navigator }),
    cardScript.render({ model: card, el: beside }),
  ];
  const kept = keepChart({ model, el: chart, widths, fetchJson, asked });

  let wanted = asked;
  let shown = { asked, all: false }; // for what the page is arranged, and whether all is shown the same
  let turn = 0;
  const arrange = async () => {
    const mine = ++turn;
    const next = { asked: wanted, all: model.get("show_hidden") };
    const [told, whole] = await Promise.all([
      fetchJson("explorer", next.asked),
      next.all ? fetchJson("explorer") : undefined,
    ]);
    if (mine !== turn) return;
    shown = next;
    ({ cards } = whole ?? told);
    model.set("note", whole ? told.note_shown : told.note);
    model.set("events", (whole ?? told).events);
    turnCard();
    kept.hide(whole ? NOTHING : next.asked);
  };
  model.on("change:show_hidden", () =>
    arrange().catch((error) => {
      console.error(error);
      model.set("show_hidden", shown.all); // the button can be pressed again
    }),
  );
  const hide = async (/** @type {Asked} */ now) => {
    if (isSame(now, wanted) && isSame(now, shown.asked)) return;
    wanted = now;
    await arrange();
  };
  const end = () => {
    turn += 1;
    for (const leave of leaves) leave();
    kept.end();
  };
  return { model, hide, end };
}

/**
 * @param {unknown} one
 * @param {unknown} other
 */
function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
