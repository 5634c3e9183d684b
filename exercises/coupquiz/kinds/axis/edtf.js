// @ts-check

// Dates on the axis: days are numbers, the first of them 1 January 1970; text is EDTF, as Python reads and writes it.

import { _, language } from "#coupdata/views/html/scripts/i18n.js";

/** @typedef {"day" | "night" | "half" | "month" | "year"} Unit how exactly a date is put */
/** @typedef {{ first: number, last: number, unit: Unit | "" }} Days a first and a last day; no unit for any others */

const DAY = 86_400_000; // milliseconds

/**
 * Return the number of a day.
 *
 * @param {string} iso
 */
export const dayOf = (iso) => Math.round(Date.parse(`${iso}T00:00Z`) / DAY);

/**
 * Return a day as ISO 8601 has it.
 *
 * @param {number} day
 */
export const isoOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/**
 * Return the days of a unit in which a moment lies; a night is the one next to it.
 *
 * @param {number} moment a day, and the part of it that is over
 * @param {Unit} unit
 * @returns {Days}
 */
export function unitAround(moment, unit) {
  if (unit === "night") {
    const midnight = Math.round(moment);
    return { first: midnight - 1, last: midnight, unit };
  }
  const day = Math.floor(moment);
  if (unit === "day") return { first: day, last: day, unit };
  const [year, month, date] = isoOf(day).split("-").map(Number);
  if (unit === "year") return { first: number(year, 1, 1), last: number(year + 1, 1, 1) - 1, unit };
  const [first, next] = [number(year, month, 1), number(year, month + 1, 1)];
  const half = Math.floor((next - first) / 2);
  if (unit === "month") return { first, last: next - 1, unit };
  if (date <= half) return { first, last: first + half - 1, unit };
  return { first: first + half, last: next - 1, unit };
}

/**
 * Return so many units further on, or back.
 *
 * @param {Days} days
 * @param {Unit} unit
 * @param {number} by
 * @returns {Days}
 */
export function stepped(days, unit, by) {
  let { first, last } = days;
  for (let left = Math.abs(by); left > 0; left--) {
    const moment = unit === "night" ? last + Math.sign(by) : by > 0 ? last + 1 : first - 1;
    ({ first, last } = unitAround(moment, unit));
  }
  return { first, last, unit };
}

/**
 * Return what a text says that Python or `written` wrote; null for anything else.
 *
 * @param {string} text
 * @returns {Days | null}
 */
export function read(text) {
  const night = /^\[(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)\]$/.exec(text);
  if (night) return { first: dayOf(night[1]), last: dayOf(night[2]), unit: "night" };
  const [from, to] = text.includes("/") ? text.split("/") : [text, text];
  const [start, end] = [from, to].map((part) => /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(part));
  if (!start || !end) return null;
  const first = dayOf(`${start[1]}-${start[2] ?? "01"}-${start[3] ?? "01"}`);
  const last = dayOf(`${end[1]}-${end[2] ?? "12"}-${end[3] ?? "01"}`);
  const [year, month, day] = end.slice(1);
  const width = unitAround(last, day ? "day" : month ? "month" : "year");
  if (!(first <= width.last)) return null;
  const units = /** @type {Unit[]} */ (["day", "half", "month", "year"]);
  const unit = units.find((unit) => {
    const around = unitAround(first, unit);
    return around.first === first && around.last === width.last;
  });
  return year ? { first, last: width.last, unit: unit ?? "" } : null;
}

/**
 * Return days as EDTF.
 *
 * @param {Days} days
 */
export function written({ first, last, unit }) {
  const [start, end] = [isoOf(first), isoOf(last)];
  if (unit === "night") return `[${start}..${end}]`;
  if (unit === "month") return start.slice(0, 7);
  if (unit === "year") return start.slice(0, 4);
  return start === end ? start : `${start}/${end}`;
}

/**
 * Return days in words.
 *
 * @param {Days} days
 */
export function inWords({ first, last, unit }) {
  const named = (/** @type {number} */ day, /** @type {Intl.DateTimeFormatOptions} */ parts) =>
    new Date(day * DAY).toLocaleDateString(language(), { timeZone: "UTC", ...parts });
  const month = named(first, { month: "long", year: "numeric" });
  const day = (/** @type {number} */ one) => named(one, { day: "numeric", month: "long", year: "numeric" });
  if (unit === "night") {
    const start =
      isoOf(first).slice(0, 7) === isoOf(last).slice(0, 7) ? named(first, { day: "numeric" }) : "";
    const evening = start || named(first, { day: "numeric", month: "long" });
    return _("night of {evening} to {morning}", { evening, morning: day(last) });
  }
  if (unit === "half" && first % 1 === 0) {
    const isFirst = isoOf(first).endsWith("-01");
    return isFirst ? _("earlier {month}", { month }) : _("later {month}", { month });
  }
  if (unit === "month") return month;
  if (unit === "year") return named(first, { year: "numeric" });
  if (first === last) return day(first);
  return _("{first} to {last}", { first: day(first), last: day(last) });
}

/**
 * @param {number} year
 * @param {number} month from 1; the thirteenth is the first of the next year
 * @param {number} date
 */
function number(year, month, date) {
  return Math.round(Date.UTC(year, month - 1, date) / DAY);
}
