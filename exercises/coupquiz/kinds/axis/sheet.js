// @ts-check
/** @import { Listen } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { Days, Unit } from "./edtf.js" */

// The axis to answer on: marks that are tapped, dragged and moved by keys, and how exactly they are put. Both strips, of
// the years and of the days that are enlarged, show every mark; its handle is in the one that shows more of it.

import { draw } from "#coupdata/views/html/scripts/draw.js";
import { find, findAll } from "#coupdata/views/html/scripts/find.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { unique } from "#coupdata/views/html/scripts/unique.js";
import { dayOf, inWords, read, stepped, unitAround } from "./edtf.js";

/** @typedef {"years" | "days"} Panel */
/** @typedef {{ id: string, name: string, days: Days | null, isOpen: boolean, handle: HTMLElement, bars: Record<Panel, HTMLElement> }} Mark */

const PAGE = 5; // units that Page Up and Page Down go
/** Pixels down from which to which a strip reaches, as `bands` in sheet.py has it. */
const BANDS = { years: [18, 54], days: [106, 154] };

/**
 * Bring an axis to life.
 *
 * @param {HTMLElement} root the question
 * @param {Listen} listen
 * @param {{ id: string, name: string }[]} things to be put on it
 * @param {Unit[]} units how exactly they can be put
 * @param {(id: string, days: Days, isDone: boolean) => void} tell what was put where: while it moves, and when it is done
 */
export function liveSheet(root, listen, things, units, tell) {
  const sheet = find(root, ".axis-sheet");
  const day = (/** @type {string} */ name) => dayOf(sheet.dataset[name] ?? "");
  const strips = {
    years: { first: day("first"), last: day("last") },
    days: { first: day("from"), last: day("to") },
  };
  const share = (/** @type {Panel} */ panel, /** @type {number} */ moment) => {
    const { first, last } = strips[panel];
    return Math.max(0, Math.min(1, (moment - first) / (last + 1 - first))) * 100;
  };

  const marks = things.map(({ id, name }) => {
    const handle = draw([
      "div",
      {
        class: `handle ${id}`,
        role: "slider",
        tabindex: "0",
        "aria-label": name,
        "aria-valuemin": String(strips.years.first),
        "aria-valuemax": String(strips.years.last),
      },
      ["span", { class: "knob" }],
    ]);
    const bar = (/** @type {Panel} */ panel) => draw(["div", { class: `extent ${panel} ${id}` }]);
    return /** @type {Mark} */ ({
      id,
      name,
      days: null,
      isOpen: false,
      handle,
      bars: { years: bar("years"), days: bar("days") },
    });
  });
  const panels = /** @type {Panel[]} */ (["years", "days"]);
  const stretches = panels.map((panel) => draw(["div", { class: `extent ${panel} stretch` }]));
  if (marks.length > 1) sheet.append(...stretches);
  for (const { bars } of marks) sheet.append(bars.years, bars.days);
  for (const { handle } of marks) sheet.append(handle);

  /** @type {Mark} */
  let last = marks[0]; // the one that was put last: a tap moves the nearest, how exactly is said of this one
  const group = unique();
  const names = {
    day: _("Day"),
    night: _("Night"),
    half: _("Half a month"),
    month: _("Month"),
    year: _("Year"),
  };
  const exactness = draw([
    "div",
    { class: "exactness", role: "radiogroup", "aria-label": _("How exactly") },
    ["span", { "aria-hidden": "true" }, _("How exactly?")],
    ...units.map((unit) => {
      const radio = /** @type {any} */ (["input", { type: "radio", name: group, value: unit }]);
      return /** @type {any} */ (["label", {}, radio, names[unit]]);
    }),
  ]);
  sheet.after(exactness);
  const radios = findAll(exactness, "input", HTMLInputElement);
  const chosen = () => /** @type {Unit | undefined} */ (radios.find((radio) => radio.checked)?.value);

  /** Lay a bar over some days of a strip, as far as they are on it. */
  const lay = (
    /** @type {HTMLElement} */ bar,
    /** @type {Panel} */ panel,
    /** @type {[number, number] | null} */ days,
  ) => {
    const [from, to] = days ?? [0, 0];
    bar.hidden = !days || to <= strips[panel].first || from >= strips[panel].last + 1;
    const [left, right] = [share(panel, from), share(panel, to)];
    set(bar, "style", `inset-inline-start: ${left}%; width: ${right - left}%`);
  };
  /** Show what lies between a beginning and an end; what is open runs to the end of the axis. */
  const showStretch = () => {
    const [start, end] = [marks[0], marks[marks.length - 1]];
    const from = start.days?.first ?? (start.isOpen ? strips.years.first : undefined);
    const to = end.days?.last ?? (end.isOpen ? strips.years.last : undefined);
    panels.forEach((panel, number) => {
      const bar = stretches[number];
      lay(bar, panel, from !== undefined && to !== undefined && from <= to ? [from, to + 1] : null);
      bar.classList.toggle("open-start", start.isOpen);
      bar.classList.toggle("open-end", end.isOpen);
    });
  };
  const show = (/** @type {Mark} */ mark, words = "") => {
    const { days, handle, bars } = mark;
    handle.classList.toggle("placed", days !== null);
    set(handle, "aria-valuetext", words || (days ? inWords(days) : _("not on the axis yet")));
    set(handle, "aria-valuenow", String(Math.max(days?.first ?? -Infinity, strips.years.first)));
    for (const panel of panels) lay(bars[panel], panel, days ? extent(days) : null);
    showStretch();
    const isNear = !days || (days.first >= strips.days.first - 1 && days.last <= strips.days.last + 1);
    const panel = isNear ? "days" : "years";
    set(handle, "data-panel", panel);
    const across = days ? share(panel, middle(mark)) : mark.id === "end" ? 100 : 0;
    set(handle, "style", `inset-inline-start: ${across}%`);
  };
  /** Where the handle stands: a beginning at its left end, an end at its right one. */
  const middle = (/** @type {Mark} */ mark) => {
    const [from, to] = extent(/** @type {Days} */ (mark.days));
    return mark.id === "start" ? from : mark.id === "end" ? to : (from + to) / 2;
  };
  const tick = () => {
    for (const radio of radios) radio.checked = radio.value === (last.days?.unit ?? "");
  };
  /** Put a mark somewhere on the axis. */
  const put = (/** @type {Mark} */ mark, /** @type {Days} */ days, isDone = true) => {
    const { first, last: end } = strips.years;
    if (days.last < first || days.first > end) return;
    mark.days = days;
    mark.isOpen = false;
    last = mark;
    show(mark);
    tick();
    tell(mark.id, days, isDone);
  };

  listen(exactness, "change", () => {
    const unit = chosen();
    if (!unit) return;
    const { days } = last;
    if (days)
      put(last, unitAround(unit === "night" ? days.first + 1 : (days.first + days.last + 1) / 2, unit));
  });

  for (const mark of marks) {
    listen(mark.handle, "keydown", (/** @type {KeyboardEvent} */ event) => {
      const by = /** @type {Record<string, number>} */ ({
        ArrowRight: 1,
        ArrowUp: 1,
        ArrowLeft: -1,
        ArrowDown: -1,
        PageUp: PAGE,
        PageDown: -PAGE,
      })[event.key];
      const unit = (mark.days?.unit || chosen()) ?? "day";
      if (by && mark.days) put(mark, stepped(mark.days, unit, by));
      else if (event.key === "Home" || by) put(mark, unitAround(strips.days.first, unit));
      else if (event.key === "End") put(mark, unitAround(strips.days.last, unit));
      else return;
      event.preventDefault();
    });
  }

  /** @type {{ mark: Mark, panel: Panel, unit: Unit } | null} */
  let held = null;
  /** Return where a pointer is on a strip. */
  const moment = (/** @type {PointerEvent} */ event, /** @type {Panel} */ panel) => {
    const box = sheet.getBoundingClientRect();
    const { first, last } = strips[panel];
    const across = Math.max(0, Math.min(0.9999, (event.clientX - box.left) / box.width));
    return first + across * (last + 1 - first);
  };
  listen(sheet, "pointerdown", (/** @type {PointerEvent} */ event) => {
    if (event.button !== 0) return;
    const down = event.clientY - sheet.getBoundingClientRect().top;
    const own = marks.find(({ handle }) => handle.contains(/** @type {Node} */ (event.target)));
    const panel = own
      ? /** @type {Panel} */ (own.handle.dataset.panel)
      : down < BANDS.years[1] + 8
        ? "years"
        : "days";
    const at = moment(event, panel);
    const away = (/** @type {Mark} */ mark) => (mark.days ? Math.abs(middle(mark) - at) : -1);
    const mark =
      own ?? marks.reduce((one, other) => (away(other) < away(one) && away(one) >= 0 ? other : one));
    const unit = mark.days?.unit || chosen() || (panel === "years" ? "month" : "day");
    held = { mark, panel, unit: units.includes(unit) ? unit : "day" };
    sheet.setPointerCapture(event.pointerId);
    mark.handle.focus({ preventScroll: true });
    if (!own) put(mark, unitAround(at, held.unit), false);
    event.preventDefault();
  });
  listen(sheet, "pointermove", (/** @type {PointerEvent} */ event) => {
    if (held) put(held.mark, unitAround(moment(event, held.panel), held.unit), false);
  });
  const release = () => {
    if (held?.mark.days) tell(held.mark.id, held.mark.days, true);
    held = null;
  };
  for (const type of ["pointerup", "pointercancel"]) listen(sheet, type, release);

  return {
    /**
     * Show where something was put; nothing, or what says that there is no date, takes it off the axis.
     *
     * @param {string} id
     * @param {string} text EDTF
     * @param {string} words what is said instead of a date, if there is none
     */
    show(id, text, words = "") {
      const mark = marks.find((one) => one.id === id);
      if (!mark || held) return;
      mark.days = read(text);
      mark.isOpen = text === "..";
      show(mark, words);
      if (mark === last) tick();
    },
    isHeld: () => held !== null,
  };
}

/**
 * Return where days begin and end, as they are drawn: a night is about its midnight.
 *
 * @param {Days} days
 * @returns {[number, number]}
 */
function extent({ first, last, unit }) {
  return unit === "night" ? [last - 0.4, last + 0.4] : [first, last + 1];
}

/**
 * Set an attribute, but leave alone one that is so already.
 *
 * @param {HTMLElement} element
 * @param {string} name
 * @param {string} value
 */
function set(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
