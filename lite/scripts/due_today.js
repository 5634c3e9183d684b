// @ts-check
/** @import { Coming, Due } from "./types.d.ts" */

// How much comes back today, by the file in which Python tells it (coupquiz/notebook/review/coming_file.py). What was
// answered today and is not counted there comes on another day: it can make today's questions fewer, and never more.

import { notebooksOf } from "./progress_file.js";

const FILE = "review.coming.json";
const FORMAT = "coup1920 coming";
const VERSION = 1;

/**
 * Return how much comes back today; null where nothing was answered yet.
 *
 * @param {Map<string, string>} kept all files that the browser keeps
 * @param {Date} now
 * @returns {Due | "open" | null} "open" where there are answers of other days that the file does not count
 */
export function dueToday(kept, now) {
  const files = [...notebooksOf(kept).values()];
  const times = files
    .flatMap(({ banks }) => Object.values(banks ?? {}).flatMap((bank) => Object.values(bank)))
    .map(({ at }) => Date.parse(at));
  if (!times.length) return null;
  const coming = told(kept);
  const until = coming ? Date.parse(coming.at) : Number.NEGATIVE_INFINITY;
  const known = times.filter((time) => time <= until);
  const since = times.filter((time) => time > until);
  const counted = coming?.records ?? 0;
  const hasAll = known.length <= counted && counted <= times.length;
  const n = coming ? coming.days[dayOf(now)] : 0;
  if (n === undefined || !hasAll || since.some((time) => dayOf(new Date(time)) !== dayOf(now))) return "open";
  return { n, isMost: since.length > 0 };
}

/**
 * @param {Map<string, string>} kept
 * @returns {Coming | undefined}
 */
function told(kept) {
  try {
    const coming = JSON.parse(kept.get(FILE) ?? "");
    const isOurs = coming.format === FORMAT && coming.version === VERSION;
    return isOurs && coming.days instanceof Object ? coming : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The day of the learner's clock.
 *
 * @param {Date} time
 */
function dayOf(time) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}
