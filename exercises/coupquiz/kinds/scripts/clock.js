// @ts-check

import { language } from "#coupdata/views/html/scripts/i18n.js";

/**
 * Return the time of day, and before it the day if that is not today.
 *
 * @param {string} text a time as ISO 8601 has it
 * @param {Date} now
 */
export function clock(text, now = new Date()) {
  const at = new Date(text);
  const time = at.toLocaleTimeString(language(), { hour: "2-digit", minute: "2-digit" });
  if (at.toDateString() === now.toDateString()) return time;
  return `${at.toLocaleDateString(language(), { day: "numeric", month: "long" })}, ${time}`;
}
