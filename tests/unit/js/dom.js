// A page without a browser, for the tests of scripts that need one: importing this makes it.

import { Window } from "happy-dom";

const window = new Window();

for (const name of [
  "document",
  "Element",
  "Event",
  "FocusEvent",
  "HTMLAnchorElement",
  "HTMLElement",
  "HTMLInputElement",
  "HTMLSelectElement",
  "HTMLTextAreaElement",
  "KeyboardEvent",
  "MouseEvent",
  "Node",
]) {
  globalThis[name] = window[name];
}
globalThis.sessionStorage = window.sessionStorage;
globalThis.window = window;
globalThis.STYLE = "";

/**
 * Put a page that stands in JsonML on the document, and return it.
 *
 * @param {import("#coupdata/views/html/scripts/types.d.ts").MarkupElement} page
 */
export async function put(page) {
  const { draw } = await import("#coupdata/views/html/scripts/draw.js");
  const drawn = draw(page);
  document.body.replaceChildren(drawn);
  return drawn;
}
