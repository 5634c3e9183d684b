// @ts-check
/** @import { Markup, MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */

/**
 * Return an element as `draw` takes it.
 *
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...Markup} content
 * @returns {MarkupElement}
 */
export function element(tag, attributes, ...content) {
  return [tag, attributes, ...content];
}
