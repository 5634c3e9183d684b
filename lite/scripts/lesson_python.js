// @ts-check

// Python as the lesson's pages start it: Pyodide, to which the answers are given that this browser keeps, and through
// which it is asked to keep more (coupquiz/answers/browser_files.py).

// @ts-expect-error: it lies there once the site is built
import { loadPyodide as load } from "../pyodide/pyodide.mjs";
import { listen, read, swap } from "./kept_answers.js";
import { filesIn } from "./packed_files.js";

/** Where answers files lie in Python's memory. */
const FOLDER = "/answers";

/**
 * Return what Pyodide's own function of this name does, with the lesson's packages and the answers in place.
 *
 * @param {Record<string, any>} options of which `packages` only says which need not be installed: they are there
 */
export async function loadPyodide({ packages: _there, ...options }) {
  const home = new URL("../pyodide/", import.meta.url).href;
  const fetched = Promise.all([filesIn(`${home}lesson.packed`), read()]); // while the browser compiles Python

  /**
   * Put the files in place before Python looks for any.
   *
   * @param {any} FS
   * @param {{ sitePackages: string }} places
   */
  async function fsInit(FS, { sitePackages }) {
    const [packages, kept] = await fetched;
    const folders = new Set();
    for (const [name, content] of packages) {
      const folder = name.slice(0, name.lastIndexOf("/") + 1);
      if (!folders.has(folder)) FS.mkdirTree(`${sitePackages}/${folder}`);
      folders.add(folder);
      FS.writeFile(`${sitePackages}/${name}`, content, { canOwn: true }); // without a copy
    }
    FS.mkdirTree(FOLDER);
    for (const [name, text] of kept ?? []) FS.writeFile(`${FOLDER}/${name}`, text);
  }

  const python = await load({ ...options, indexURL: home, fsInit });
  const [, kept] = await fetched;
  python.registerJsModule("coup1920_browser", { folder: FOLDER, keeps: kept !== null, ...forPython });
  return python;
}

/** Python knows no null: its None is undefined here. */
const forPython = {
  swap: async (/** @type {string} */ name, /** @type {string?} */ before, /** @type {string?} */ after) => {
    const outcome = await swap(name, before ?? null, after ?? null);
    return { ...outcome, now: outcome.now ?? undefined };
  },
  /** @param {any} hear Python's function, which without a copy would end with this call */
  listen: (hear) => {
    const kept = hear.copy();
    listen((name, text) => kept(name, text ?? undefined));
  },
};
