// @ts-check

// Notebooks that a learner has saved in the browser, which JupyterLite shows in place of the site's: when the lesson has a
// new version of one, the saved one is kept beside it.

import { done, ended, SITE, using, withSavedFiles } from "./database.js";

const DATABASE = `coup1920 notebooks ${SITE}`;
const SHOWN = "shown";

/**
 * Make way for notebooks of which the site has another version than it had at the last visit, or than was saved before the
 * first. What a learner has changed in one of the same version stays.
 *
 * @param {string[]} names
 * @returns {Promise<string[]>} what the saved ones are called now
 */
export async function renewNotebooks(names) {
  const kept = await Promise.all(
    names.map(async (name) => {
      const answer = await fetch(`files/${name}`);
      if (!answer.ok) return "";
      const now = sources(await answer.json());
      const before = await shownBefore(name, now);
      return before === now ? "" : ((await setAside(name, now)) ?? "");
    }),
  );
  return kept.filter(Boolean);
}

/**
 * Return what the site's notebook was at the last visit, and take down what it is now.
 *
 * @param {string} name
 * @param {string} now
 * @returns {Promise<string | undefined>}
 */
function shownBefore(name, now) {
  return using(DATABASE, [SHOWN], async (database) => {
    const change = database.transaction(SHOWN, "readwrite");
    const before = await done(change.objectStore(SHOWN).get(name));
    change.objectStore(SHOWN).put(now, name);
    await ended(change);
    return before;
  });
}

/**
 * Give a saved notebook another name, unless it is as the site's is, and return that.
 *
 * @param {string} name
 * @param {string} now
 */
function setAside(name, now) {
  return withSavedFiles("readwrite", async (files) => {
    const saved = await done(files.get(name));
    if (!saved || sources(saved.content) === now) return "";
    const names = new Set(await done(files.getAllKeys()));
    let number = 1;
    const called = () => name.replace(/\.ipynb$/, `.before-${number}.ipynb`);
    while (names.has(called())) number += 1;
    files.put({ ...saved, name: called(), path: called() }, called());
    files.delete(name);
    return called();
  });
}

/**
 * Return what is written in the cells of a notebook.
 *
 * @param {any} notebook
 */
function sources(notebook) {
  const cells = (typeof notebook === "string" ? JSON.parse(notebook) : notebook)?.cells ?? [];
  return JSON.stringify(cells.map((/** @type {any} */ { source }) => [source].flat().join("")));
}
