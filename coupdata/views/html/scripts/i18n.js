// @ts-check
/** @import { Catalogue } from "./types.d.ts" */

// Words for people, in the language that they read: as in coupdata/i18n, messages are their own English, and what is put
// into one has a name.

/** @type {Catalogue} */
let catalogue = {};

/**
 * Speak by this catalogue from now on.
 *
 * @param {Catalogue} words
 */
export function speak(words) {
  catalogue = words;
}

/** Return the tag of the chosen language, by which dates are written. */
export function language() {
  return typeof catalogue[""] === "string" ? catalogue[""] : "en-GB";
}

/**
 * Return a message in the chosen language, with these values in place of their names: `_("Stop {n}", { n: 2 })`.
 *
 * @param {string} message
 * @param {Record<string, string | number>} values
 */
export function _(message, values = {}) {
  const found = catalogue[message];
  return filled(typeof found === "string" ? found : message, values);
}

/**
 * Return the form of a message that goes with a number; `{n}` in it is the number.
 *
 * @param {string} singular
 * @param {string} plural
 * @param {number} n
 * @param {Record<string, string | number>} values
 */
export function ngettext(singular, plural, n, values = {}) {
  const found = catalogue[singular];
  const english = n === 1 ? singular : plural;
  const form = typeof found === "object" ? found.forms[found.index[n < 100 ? n : 100 + (n % 100)]] : english;
  return filled(form, { n, ...values });
}

/**
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (name, inside) => String(values[inside] ?? name));
}
