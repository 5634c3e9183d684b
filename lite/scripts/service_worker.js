// @ts-check
/// <reference lib="webworker" />

// What stands between the pages and the network: every file of the site is kept once it was fetched, and the rest is
// fetched when the pages have what they want, so that a second visit needs no network. The build puts FILES before this
// script, which so is another one for every version of the site; JupyterLite's own, which brings Python the page's
// files, comes after it.

/** @type {Record<string, string>} what stands for the content of every file, by its path from the site's root */
const FILES = /** @type {any} */ (globalThis).FILES;

/** @type {string[]} those that are kept only if a page asks for them */
const SELDOM = /** @type {any} */ (globalThis).SELDOM;

const CACHE = "coup1920 files";

/** Milliseconds without a request, after which the pages are taken to have what they want: Python takes long to start. */
const QUIET = 10_000;

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const root = new URL(".", location.href);

let last = 0;
let isFull = false;
/** @type {Promise<void> | undefined} */
let filling;

worker.addEventListener("activate", (event) => event.waitUntil(forget()));

worker.addEventListener("fetch", (event) => {
  const path = pathOf(event.request.url);
  if (event.request.method !== "GET" || !(path in FILES)) return;
  last = Date.now();
  event.stopImmediatePropagation();
  event.respondWith(answer(event, path));
});

/**
 * Return a file as this version of the site has it.
 *
 * @param {FetchEvent} event
 * @param {string} path
 */
async function answer(event, path) {
  if (!isFull) {
    filling ??= fill();
    event.waitUntil(filling);
  }
  const cache = await opened();
  const kept = await cache?.match(keyOf(path));
  if (kept) return kept;
  const found = await fetch(event.request);
  if (found.status === 200 && found.type === "basic" && !found.redirected) {
    const copy = found.clone();
    event.waitUntil(keep(cache, path, copy));
  }
  return found;
}

/** Fetch what no page has asked for yet. */
async function fill() {
  try {
    const cache = await opened();
    if (!cache) return;
    const seldom = new Set(SELDOM);
    for (const path of Object.keys(FILES).filter((path) => !seldom.has(path))) {
      while (Date.now() - last < QUIET) await new Promise((resolve) => setTimeout(resolve, QUIET));
      if (await cache.match(keyOf(path))) continue;
      const found = await fetch(new URL(path, root));
      if (found.status === 200 && !(await keep(cache, path, found))) break;
    }
    isFull = true; // or has no room
  } catch {
    // The network is gone; the next page that is opened goes on with it.
  } finally {
    filling = undefined;
  }
}

/** Delete the files of other versions of the site. */
async function forget() {
  const cache = await opened();
  const known = new Set(Object.keys(FILES).map(keyOf));
  for (const { url } of (await cache?.keys()) ?? []) if (!known.has(url)) await cache?.delete(url);
}

/**
 * @param {Cache | undefined} cache
 * @param {string} path
 * @param {Response} found
 * @returns {Promise<boolean>} whether there was room for it
 */
async function keep(cache, path, found) {
  try {
    await cache?.put(keyOf(path), found);
    return true;
  } catch {
    return false;
  }
}

/** @returns {Promise<Cache | undefined>} nothing where the browser keeps nothing */
function opened() {
  return caches.open(`${CACHE} ${root.pathname}`).catch(() => undefined);
}

/** @param {string} path */
function keyOf(path) {
  return new URL(`${path}?content=${FILES[path]}`, root).href;
}

/**
 * Return the path of a file from the site's root; of a folder, that of the page in it.
 *
 * @param {string} address
 */
function pathOf(address) {
  const { origin, pathname } = new URL(address);
  if (origin !== root.origin || !pathname.startsWith(root.pathname)) return "";
  const path = decodeURIComponent(pathname.slice(root.pathname.length));
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}
