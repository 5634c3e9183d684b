// @ts-check
/** @import { Listen } from "./types.d.ts" */

// What the lists to choose from have in common: in each the choice follows the keys.

/**
 * Return what a key chooses among these ids, in their order: "" for no choice, undefined for a key that means nothing.
 *
 * @param {string} key
 * @param {string[]} ids
 * @param {string} chosen
 * @returns {string | undefined}
 */
export function chosenBy(key, ids, chosen) {
  if (key === "Escape") return "";
  const last = ids.length - 1;
  const here = ids.indexOf(chosen);
  /** @type {Record<string, number>} */
  const places = {
    ArrowDown: here + 1,
    ArrowUp: here < 0 ? last : here - 1,
    PageDown: here + 8,
    PageUp: here - 8,
    Home: 0,
    End: last,
  };
  return ids[Math.max(0, Math.min(places[key], last))];
}

/**
 * Choose by keys among these ids, in their order; the empty id stands for no choice.
 *
 * @param {HTMLElement} listbox
 * @param {{ listen: Listen, ids: () => string[], chosen: () => string, choose: (id: string) => void }} list
 */
export function chooseByKeys(listbox, { listen, ids, chosen, choose }) {
  listen(listbox, "keydown", (/** @type {KeyboardEvent} */ event) => {
    const id = chosenBy(event.key, ids(), chosen());
    if (id === undefined) return;
    choose(id);
    event.preventDefault();
  });
}

/**
 * Mark this option and no other, or none, and scroll the list to it.
 *
 * @param {HTMLElement} listbox
 * @param {HTMLElement | undefined} option
 */
export function markOption(listbox, option) {
  for (const other of listbox.querySelectorAll("[aria-selected=true]")) {
    other.setAttribute("aria-selected", "false");
  }
  if (!option) return listbox.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  listbox.setAttribute("aria-activedescendant", option.id);
  const top = option.offsetTop - listbox.offsetTop;
  const lowest = top + option.offsetHeight - listbox.clientHeight;
  listbox.scrollTop = Math.max(Math.min(listbox.scrollTop, top), lowest);
}
