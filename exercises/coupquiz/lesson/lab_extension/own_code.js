// @ts-check

/** Where the browser keeps what a learner has run. */
const KEPT = "coup1920:own-code";

/** How many cells it keeps, each of so many characters: there are ten in the data lab. */
const MOST = 100;
const LONGEST = 2000;

/**
 * Keep that a learner ran this code in a notebook, and that it came to its end: so it may run there again.
 *
 * @param {string} path the notebook's
 * @param {string} source
 */
export function keepOwn(path, source) {
  if (source.length > LONGEST || isOwn(path, source)) return;
  try {
    localStorage.setItem(KEPT, JSON.stringify([...kept(), [path, source]].slice(-MOST)));
  } catch {
    // where a browser keeps nothing, it waits to be run
  }
}

/**
 * Return whether a learner has run this code in this notebook, with this browser.
 *
 * @param {string} path
 * @param {string} source
 */
export function isOwn(path, source) {
  return kept().some(([where, what]) => where === path && what === source);
}

/** @returns {unknown[][]} */
function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    return Array.isArray(found) ? found.filter(Array.isArray) : [];
  } catch {
    return [];
  }
}
