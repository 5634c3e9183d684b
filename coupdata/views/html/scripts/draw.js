// @ts-check
/** @import { Markup, MarkupElement } from "./types.d.ts" */

const HTML = "http://www.w3.org/1999/xhtml";
const SVG = "http://www.w3.org/2000/svg";

/**
 * Draw what element.py describes, [tag, attributes, ...children]. Text becomes text, never markup; an svg and what is in
 * it is drawn as SVG, where `title`, `text` and their like mean something else.
 *
 * @param {MarkupElement} node
 * @param {string | null} around the namespace that the element will stand in
 * @returns {HTMLElement} or an element of SVG, which is good for all that is done with it here
 */
export function draw([tag, attributes, ...children], around = HTML) {
  const space = tag === "svg" ? SVG : around;
  const drawn = /** @type {HTMLElement} */ (document.createElementNS(space, tag));
  for (const [name, value] of Object.entries(attributes)) drawn.setAttribute(name, value);
  const inside = tag === "foreignObject" ? HTML : space;
  drawn.append(...children.map((child) => (typeof child === "string" ? child : draw(child, inside))));
  return drawn;
}
