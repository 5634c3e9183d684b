// @ts-check

import { unique } from "#coupdata/views/html/scripts/unique.js";

/**
 * Tie a note to the field that it explains.
 *
 * @param {HTMLElement} field
 * @param {HTMLElement} note
 */
export function describe(field, note) {
  note.id = unique();
  field.setAttribute("aria-describedby", note.id);
}

/**
 * Write a text into a field, but leave alone one where it stands already: its cursor, or its list that is open.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} field
 * @param {string} text
 */
export function write(field, text) {
  if (field.value !== text) field.value = text;
}
