// @ts-check
/** @import { Desk, DeskView } from "../types.d.ts" */

import { redraw } from "#coupdata/views/html/scripts/draw.js";
import { _, ngettext } from "#coupdata/views/html/scripts/i18n.js";
import { followView, get, post, Refused } from "../server.js";
import { oneAfterAnother } from "./acts.js";
import { deskPage } from "./desk_page.js";

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const said = /** @type {HTMLElement} */ (document.createElement("p"));
said.className = "said";
said.setAttribute("role", "alert");
main.before(said);

/** @type {Desk | undefined} */
let desk;
let heard = 0; // when the view came, by which a clock is counted down
let last = ""; // the label of the button that was pressed last

/** Show the desk as it is; what the focus was on may be gone. */
function show() {
  if (!desk) return;
  const { left, runs } = desk.view.test;
  const since = (performance.now() - heard) / 1000;
  desk.left = left === null || !runs ? left : Math.max(0, left - since);
  const had = main.contains(document.activeElement);
  redraw(main, ...deskPage(desk));
  for (const select of main.querySelectorAll("select")) select.value = select.dataset.value ?? "";
  for (const form of main.querySelectorAll("form")) begin(form);
  if (had && !main.contains(document.activeElement)) focusOn(".sure [data-focus]", "[data-focus]", "h2");
}

/**
 * Let a form that is about something else now forget what was typed.
 *
 * @param {HTMLFormElement} form
 */
function begin(form) {
  if (about.get(form) === form.dataset.of) return;
  about.set(form, form.dataset.of);
  form.reset();
}
/** @type {WeakMap<HTMLFormElement, string | undefined>} */
const about = new WeakMap();

/** @param {...string} selectors of which the first that is there gets the focus */
function focusOn(...selectors) {
  const found = selectors.map((each) => main.querySelector(each)).find(Boolean);
  if (found instanceof HTMLElement) found.focus();
}

/**
 * Turn to what the class begins, on whichever desk that was asked for.
 *
 * @param {DeskView} view
 */
function follow({ way, poll }) {
  if (!desk || (way === desk.view.way && poll?.poll === desk.view.poll?.poll)) return;
  if (way !== "wait" && way !== "over") desk.tab = way;
  desk.picks = false;
}

/** @param {DeskView} view */
function take(view) {
  if (!desk) return;
  heard = performance.now();
  follow(view);
  desk.view = view;
  show();
}

const act = oneAfterAnother(
  async (message) => take(await post("desk/act", message)),
  (error) => {
    said.textContent = error ? trouble(error) : "";
  },
);

/** @param {unknown} error */
function trouble(error) {
  const away = _("The room does not answer. Is it still open on your computer?");
  return (error instanceof Refused && error.message) || away;
}

/** Let the server write the answers as files, and say where they are. */
async function exportAnswers() {
  try {
    const { seats, folder, left_out: leftOut } = await post("desk/export", {});
    const written = ngettext(
      "The answers of {n} seat are in {folder} on the room’s computer.",
      "The answers of {n} seats are in {folder} on the room’s computer.",
      seats,
      { folder },
    );
    said.textContent = `${written} ${leftOut}`.trim();
  } catch (error) {
    said.textContent = trouble(error);
  }
}

main.addEventListener("click", async ({ target, detail }) => {
  if (target instanceof Element && target.closest("[data-export]")) return exportAnswers();
  const pressed = target instanceof Element && target.closest("button[data-act], button[data-set]");
  if (!desk || !(pressed instanceof HTMLElement)) return;
  const label = pressed.textContent;
  if (detail > 1 && label !== last) return; // the second half of a double click, which was meant for what was there
  last = label;
  const { act: message, set = "{}" } = pressed.dataset;
  if (message && !(await act(JSON.parse(message)))) return;
  const before = { ...desk };
  Object.assign(desk, JSON.parse(set));
  show();
  const opens = desk.seat !== before.seat || desk.question !== before.question || desk.sure !== before.sure;
  if (opens && (desk.seat || desk.question || desk.sure)) focusOn(".sure [data-focus]", "[data-focus]");
  if (desk.tab !== before.tab || desk.picks !== before.picks) focusOn("h2");
});

main.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  const typed = [...new FormData(form)].map(([name, value]) => /** @type {const} */ ([name, Number(value)]));
  if (form.dataset.form === "hands") act({ act: "hands", counts: Object.fromEntries(typed) });
  if (form.dataset.form === "clock") act({ act: "clock", seconds: 60 * typed[0][1] });
});

main.addEventListener("input", ({ target }) => {
  if (!desk || !(target instanceof HTMLInputElement) || !("search" in target.dataset)) return;
  desk.search = target.value;
  show();
});

main.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLSelectElement && target.dataset.show === "event") {
    act({ act: "show", wall: "timeline", event: target.value });
  }
});

main.addEventListener("keydown", ({ key }) => {
  if (!desk || key !== "Escape" || !(desk.sure || desk.seat || desk.question)) return;
  Object.assign(desk, desk.sure ? { sure: "" } : { seat: 0, question: "" });
  show();
});

setInterval(() => desk?.view.test.runs && show(), 500);

followView(
  "desk",
  async (view) => {
    if (view.way === "refused") return refuse();
    if (desk) return take(view);
    const plan = await get("desk/plan");
    if (desk) return take(view); // meanwhile, another view has come
    desk = {
      plan,
      view,
      left: null,
      tab: "own-pace",
      picks: false,
      search: "",
      question: "",
      seat: 0,
      all: false,
      hands: false,
      sure: "",
    };
    if (plan.test && !plan.parts.length) desk.tab = "test";
    if (view.way === "vote") desk.tab = "vote";
    take(view);
  },
  (isAway) => {
    said.textContent = isAway ? _("The room does not answer. Is it still open on your computer?") : "";
  },
  new AbortController().signal,
);

/** Say what a browser needs that was never let in. */
function refuse() {
  desk = undefined;
  redraw(
    main,
    ["h1", {}, _("This is the teacher’s desk")],
    ["p", {}, _("Open the secret address that stands in the terminal in which you opened the room.")],
  );
}
