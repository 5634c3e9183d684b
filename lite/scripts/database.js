// @ts-check

// The browser's database, with promises.

/** Where JupyterLite keeps the notebooks that were saved, and this site's root, by which it calls the database. */
export const SITE = new URL("../..", import.meta.url).pathname;

/**
 * Do something with a database, which is open no longer than that takes.
 *
 * @template T
 * @param {string} name
 * @param {string[]} stores what it is made with
 * @param {(database: IDBDatabase) => Promise<T>} act
 */
export async function using(name, stores, act) {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    for (const store of stores) opening.result.createObjectStore(store);
  };
  const database = await done(opening);
  try {
    return await act(database);
  } finally {
    database.close();
  }
}

/**
 * Do something with the files that JupyterLite keeps, each by its path; nothing where it has kept none yet.
 *
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(files: IDBObjectStore) => Promise<T>} act
 * @returns {Promise<T | undefined>}
 */
export async function withSavedFiles(mode, act) {
  const opening = indexedDB.open(`JupyterLite Storage - ${SITE}`);
  opening.onupgradeneeded = () => opening.transaction?.abort(); // there is none, and there shall be none
  const database = await done(opening).catch(() => undefined);
  if (!database) return undefined;
  try {
    if (!database.objectStoreNames.contains("files")) return undefined;
    const change = database.transaction("files", mode);
    const result = await act(change.objectStore("files"));
    if (mode === "readwrite") await ended(change);
    return result;
  } finally {
    database.close();
  }
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
export function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * @param {IDBTransaction} transaction
 * @returns {Promise<void>}
 */
export function ended(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
