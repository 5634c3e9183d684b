// @ts-check
/** @import { Answer } from "./types.d.ts" */

/**
 * An answer that no kernel has said to be saved, what explains it, and the answers that the kernel may have had before.
 *
 * @typedef {{ answer: Answer | null, explanation?: string, known: (Answer | null)[] }} Unsaved
 */

/**
 * Where an answer is kept that is not saved.
 *
 * @typedef {{ read: () => Unsaved | null, write: (unsaved: Unsaved | null) => void }} UnsavedPlace
 */

/**
 * Return where the browser's tab keeps an answer until it is saved: it outlives the view, and a reload of the page.
 *
 * @param {string} name of the question, which no other has, in whatever notebook
 * @returns {UnsavedPlace}
 */
export function unsavedPlace(name) {
  const key = `coup1920/${name}`;
  return {
    read: () => {
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? "null");
      } catch {
        return null; // the browser keeps nothing
      }
    },
    write: (unsaved) => {
      try {
        if (unsaved) sessionStorage.setItem(key, JSON.stringify(unsaved));
        else sessionStorage.removeItem(key);
      } catch {
        // as above: the answer stays in the view alone
      }
    },
  };
}
