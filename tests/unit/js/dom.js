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
  "MutationObserver",
  "Node",
  "Text",
  "AbortController",
  "AbortSignal",
  "EventTarget",
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

/**
 * Return a model as anywidget hands one out, with these traits.
 *
 * @param {Record<string, any>} traits
 */
export function modelOf(traits) {
  /** @type {Record<string, ((value: any) => void)[]>} */
  const heard = {};
  return {
    get: (name) => traits[name],
    set: (name, value) => {
      traits[name] = value;
      for (const act of heard[`change:${name}`] ?? []) act(value);
    },
    on: (event, act) => {
      heard[event] = [...(heard[event] ?? []), act];
    },
    off: () => {},
    save_changes: () => {},
    send: () => {},
  };
}
