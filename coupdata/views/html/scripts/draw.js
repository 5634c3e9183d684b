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

/**
 * Make the content of an element what is described, and leave alone what is so already: a button whose content is
 * replaced while it is pressed gets no click in WebKit, and a screen reader reads again what is drawn again.
 *
 * @param {Element} box
 * @param {...Markup} content
 */
export function redraw(box, ...content) {
  content.forEach((wanted, place) => {
    const there = box.childNodes[place];
    if (typeof wanted === "string") {
      if (!(there instanceof Text)) there ? there.replaceWith(wanted) : box.append(wanted);
      else if (there.data !== wanted) there.data = wanted;
    } else if (there instanceof Element && there.localName === wanted[0]) change(there, wanted);
    else {
      const drawn = draw(wanted, box.localName === "foreignObject" ? HTML : box.namespaceURI);
      there ? there.replaceWith(drawn) : box.append(drawn);
    }
  });
  while (box.childNodes.length > content.length) box.lastChild?.remove();
}

/**
 * @param {Element} element
 * @param {MarkupElement} wanted
 */
function change(element, [, attributes, ...content]) {
  for (const name of element.getAttributeNames()) {
    if (!(name in attributes || name === "data-lm-suppress-shortcuts")) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  redraw(element, ...content);
}
