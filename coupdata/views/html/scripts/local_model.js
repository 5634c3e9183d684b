// @ts-check
/** @import { Catalogue, Model } from "./types.d.ts" */

/**
 * Return a model for a page without a kernel: who listens hears what is set, and nobody else.
 *
 * @template {Record<string, any>} Traits
 * @param {Traits} traits
 * @param {Catalogue} [catalogue]
 * @returns {Model<Traits>}
 */
export function localModel(traits, catalogue = {}) {
  /** @type {Record<string, any>} */
  const values = { ...traits, catalogue, hears: true };
  /** @type {Map<string, Set<() => void>>} */
  const heard = new Map();
  const model = {
    get: (/** @type {string} */ name) => values[name],
    set: (/** @type {string} */ name, /** @type {any} */ value) => {
      if (value === values[name]) return;
      values[name] = value;
      for (const act of [...(heard.get(`change:${name}`) ?? [])]) act();
    },
    on: (/** @type {string} */ event, /** @type {() => void} */ act) =>
      heard.set(event, (heard.get(event) ?? new Set()).add(act)),
    off: (/** @type {string} */ event, /** @type {() => void} */ act) => heard.get(event)?.delete(act),
    save_changes: () => {},
    send: () => {},
  };
  return /** @type {any} */ (model);
}

/**
 * Keep these traits of two models the same; at first they are as in the first.
 *
 * @param {Model<any>} one
 * @param {Model<any>} other
 * @param {string[]} names
 * @param {AbortSignal} [ended] what ends it
 */
export function link(one, other, names, ended) {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ]) {
    for (const name of names) {
      const copy = () => to.set(name, from.get(name));
      copy();
      from.on(`change:${name}`, copy);
      ended?.addEventListener("abort", () => from.off(`change:${name}`, copy));
    }
  }
}
