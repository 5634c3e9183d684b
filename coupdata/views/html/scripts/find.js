// @ts-check

/**
 * Return the first element that matches, in what a page of ours surely has.
 *
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} type the class of the element, for one with properties of its own
 */
export function find(root, selector, type = /** @type {any} */ (HTMLElement)) {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new TypeError(`nothing on this page is a ${selector}`);
  return found;
}

/**
 * Return all elements that match.
 *
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} _type their class, for those with properties of their own
 * @returns {T[]}
 */
export function findAll(root, selector, _type = /** @type {any} */ (HTMLElement)) {
  return /** @type {any[]} */ ([...root.querySelectorAll(selector)]);
}

/**
 * Return the element that an event happened to, or the nearest one around that that matches, if any.
 *
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function met(event, selector) {
  return event.target instanceof Element ? event.target.closest(selector) : null;
}
