// @ts-check

// The answers files that this browser keeps for the site: in a database of their own, by their names. It works without
// a server, a service worker and https, in pages and in workers alike.

import { done, ended, SITE, using, withSavedFiles } from "./database.js";

const DATABASE = `coup1920 answers ${SITE}`;
const FILES = "files";
const MOVED = "moved";

const TOLD = `coup1920 answers ${SITE}`;

/** How the name of an answers file ends, and of an older copy of one. */
const ANSWERS = /\.answers\.([\w-]+\.)?json$/;

/**
 * What became of a file: whether it is stored now, and what is; and otherwise the name of the error.
 *
 * @typedef {{ stored: boolean, now: string | null, trouble: string }} Swapped
 */

/**
 * Return the text of every file by its name; null where this browser keeps nothing.
 *
 * @returns {Promise<Map<string, string> | null>}
 */
export async function read() {
  try {
    return await withAnswers(async (database) => {
      const files = database.transaction(FILES).objectStore(FILES);
      const [names, texts] = await Promise.all([done(files.getAllKeys()), done(files.getAll())]);
      return new Map(names.map((name, at) => [String(name), texts[at]]));
    });
  } catch (error) {
    console.warn("This browser keeps no answers.", error);
    return null;
  }
}

/**
 * Store a file as it is to be from now on, if it is still as it was thought to be; other pages hear of it.
 *
 * @param {string} name
 * @param {string | null} before what is thought to be stored; null for nothing
 * @param {string | null} after what is to be stored; null if it is to go
 * @returns {Promise<Swapped>}
 */
export async function swap(name, before, after) {
  try {
    const now = await withAnswers(async (database) => {
      // A file is stored once the disk has it, whatever happens to the browser then.
      const change = database.transaction(FILES, "readwrite", { durability: "strict" });
      const files = change.objectStore(FILES);
      const found = (await done(files.get(name))) ?? null;
      if (found === before) {
        if (after === null) files.delete(name);
        else files.put(after, name);
      }
      await ended(change);
      return found === before ? after : found;
    });
    const stored = now === after;
    if (stored && before !== after) tell(name, after);
    return { stored, now, trouble: "" };
  } catch (error) {
    return { stored: false, now: null, trouble: error instanceof Error ? error.name : String(error) };
  }
}

/**
 * Hear of every file that another page of the site stores.
 *
 * @param {(name: string, text: string | null) => void} hear
 */
export function listen(hear) {
  new BroadcastChannel(TOLD).onmessage = ({ data }) => hear(data.name, data.text);
}

/**
 * @param {string} name
 * @param {string | null} text
 */
function tell(name, text) {
  const channel = new BroadcastChannel(TOLD);
  channel.postMessage({ name, text });
  channel.close();
}

/**
 * @template T
 * @param {(database: IDBDatabase) => Promise<T>} act
 */
function withAnswers(act) {
  return using(DATABASE, [FILES, MOVED], async (database) => {
    await bringOld(database);
    return act(database);
  });
}

/**
 * Bring in, once, what an earlier version of the site has kept among the notebooks.
 *
 * @param {IDBDatabase} database
 */
async function bringOld(database) {
  if (await done(database.transaction(MOVED).objectStore(MOVED).count())) return;
  const old = await oldFiles();
  const change = database.transaction([FILES, MOVED], "readwrite", { durability: "strict" });
  const files = change.objectStore(FILES);
  for (const [name, text] of old) {
    if (!(await done(files.count(name)))) files.put(text, name);
  }
  change.objectStore(MOVED).put(true, "JupyterLite");
  await ended(change);
}

/**
 * Return the answers files among the files that JupyterLite keeps, by their names.
 *
 * @returns {Promise<[string, string][]>}
 */
async function oldFiles() {
  const kept = (await withSavedFiles("readonly", (files) => done(files.getAll()))) ?? [];
  return kept
    .filter(({ name }) => ANSWERS.test(name))
    .map(({ name, content }) => [name, typeof content === "string" ? content : JSON.stringify(content)]);
}
