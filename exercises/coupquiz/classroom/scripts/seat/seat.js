// @ts-check
/** @import { Screen, SeatView } from "./seat_types.d.ts" */

// The page of a learner: whoever has no seat takes one, and then it shows what the lesson asks for.

import { draw } from "#coupdata/views/html/scripts/draw.js";
import { find } from "#coupdata/views/html/scripts/find.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { followView, get, Refused } from "../server.js";
import { drawFrame } from "./frame.js";
import { joinPage } from "./join_page.js";
import { openPage } from "./open_page.js";
import { partsPage } from "./parts_page.js";
import { quietPage } from "./quiet_page.js";
import { announcement } from "./said.js";
import { codeIn, screenOf, waits } from "./where.js";

const AGAIN = 2000; // milliseconds between two tries to find the server

const main = find(document, "main");
start();

async function start() {
  const code = takeCode();
  const view = await firstView();
  if (isGone(view)) join("", code);
  else sit(view);
}

/** Return the code that this address came with, and take it out: it is nobody else's. */
function takeCode() {
  const code = codeIn(location.hash);
  if (code) history.replaceState(null, "", location.pathname + location.search);
  return code;
}

/** @returns {Promise<any>} */
async function firstView() {
  for (;;) {
    try {
      return await get("seat/view");
    } catch (error) {
      if (error instanceof Refused && error.status < 500) return { way: "refused" };
      main.replaceChildren(
        draw(["p", { class: "network", role: "status" }, _("The room does not answer. Trying again …")]),
      );
      await new Promise((done) => setTimeout(done, AGAIN));
    }
  }
}

/**
 * @param {string} said
 * @param {string} code
 */
function join(said, code = "") {
  const joining = new AbortController();
  const again = () => {
    const other = takeCode();
    if (!other) return;
    joining.abort();
    join("", other);
  };
  addEventListener("hashchange", again, { signal: joining.signal });
  const enter = (/** @type {SeatView} */ view) => {
    joining.abort();
    sit(view);
    focusHeading();
  };
  main.replaceChildren(joinPage({ title: document.title, code, said, enter }));
}

/**
 * Show the seat for as long as this browser has it.
 *
 * @param {SeatView} first
 */
function sit(first) {
  const seat = new AbortController();
  const { signal } = seat;
  const frame = drawFrame(main, signal);
  let view = first;
  let name = "";
  /** @type {Screen | undefined} */
  let screen;
  /** @type {{ name: string, screen: Screen, down: number } | undefined} a part that waits while all do something else */
  let resting;

  const make = (/** @type {string} */ wanted) => {
    if (wanted === "parts") return partsPage();
    const page = wanted.startsWith("page/") ? wanted.slice("page/".length) : "";
    if (!page) return quietPage(/** @type {"wait" | "vote" | "test" | "over"} */ (wanted), view);
    return openPage(page, view, { isWaiting: () => waits(view, page), lookAgain: () => lookAgain() });
  };
  const turnTo = (/** @type {string} */ wanted) => {
    const isLeft = screen && name.startsWith("page/part-") && view.way !== "own-pace";
    if (screen && isLeft) resting = { name, screen, down: scrollY };
    else screen?.end();
    const found = resting?.name === wanted ? resting : undefined;
    if (found) resting = undefined;
    else if (view.way === "own-pace") {
      resting?.screen.end();
      resting = undefined;
    }
    screen = found?.screen ?? make(wanted);
    const isFirst = !name;
    name = wanted;
    main.replaceChildren(screen.root);
    screen.show(view);
    if (isFirst) return;
    frame.focus(main.querySelector("h1"));
    scrollTo({ top: found?.down ?? 0, behavior: "instant" });
  };
  const show = (/** @type {any} */ now) => {
    if (isGone(now)) {
      seat.abort();
      join(_("Your seat is no longer there. Join again, or ask your teacher."));
      focusHeading();
      return;
    }
    const said = announcement(view, now);
    view = now;
    frame.show(view);
    if (said) frame.say(said);
    const wanted = screenOf(view, location.hash);
    if (wanted === name) screen?.show(view);
    else turnTo(wanted);
  };
  const away = (/** @type {boolean} */ isAway) => {
    frame.tell(isAway);
    if (!isAway) screen?.retry();
  };
  signal.addEventListener("abort", () => {
    screen?.end();
    resting?.screen.end();
  });
  show(first);
  const lookAgain = followView("seat", show, away, signal);
  const move = () => {
    show(view);
    lookAgain(); // how much is done has changed
  };
  addEventListener("hashchange", move, { signal });
}

function focusHeading() {
  main.querySelector("h1")?.focus({ preventScroll: true });
}

/** @param {any} view */
function isGone({ way }) {
  return way === "gone" || way === "refused";
}
