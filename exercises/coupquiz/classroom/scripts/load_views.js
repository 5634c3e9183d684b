// @ts-check
/** @import { FetchJson } from "#coupdata/views/on_page/scripts/types.d.ts" */

// Views of the case, and their style, are loaded once one is wanted: a page is light before.

import { draw } from "#coupdata/views/html/scripts/draw.js";
import { get } from "./server.js";

/** @type {Promise<typeof import("#coupdata/views/on_page/scripts/views_on_page.js")> | undefined} */
let loading;

/** Get what views are made of. */
export const fetchJson = /** @type {FetchJson} */ ((name, query) => get(`values/${name}`, query));

/** Return what shows views; after a failure, the next call tries again. */
export function loadViews() {
  const address = (/** @type {string} */ name) => new URL(name, import.meta.url).href;
  loading ??= Promise.all([import(address("views_on_page.js")), dress(address("views.css"))]).then(
    ([views]) => views,
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/**
 * Put a style sheet on the page, before the page's own, which may overrule it.
 *
 * @param {string} href
 */
function dress(href) {
  return new Promise((done, fail) => {
    const sheet = draw(["link", { rel: "stylesheet", href }]);
    sheet.addEventListener("load", done);
    sheet.addEventListener("error", fail);
    document.head.prepend(sheet);
  });
}
