// @ts-check
/** @import { NotebookPanel } from "./types.d.ts" */

// Links in the lesson as a site. Jupyter's own way opens a window at an address that only a server knows, and does so
// too late for browsers that open windows on a touch alone. Here a link is one to the browser, too: it leads to the next
// notebook in the same window, and so the way back is the browser's.

/**
 * Let the links of a notebook lead to the site's pages.
 *
 * @param {NotebookPanel} panel
 */
export function linkWithinSite(panel) {
  const follow = (/** @type {Event} */ event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    const address = link && pageOf(link.href, location.href);
    if (!address) return;
    link.href = address;
    link.target = "_self";
    event.stopPropagation();
  };
  panel.content.node.addEventListener("click", follow, { capture: true });
}

/**
 * Return the address of the page that shows a notebook; null for a link to anything else.
 *
 * @param {string} href where Jupyter has the notebook's file
 * @param {string} here the address of a page that shows another
 */
export function pageOf(href, here) {
  const page = new URL(here);
  const file = new URL(href, here);
  const root = new URL("../files/", page);
  if (!file.href.startsWith(root.href) || !file.pathname.endsWith(".ipynb")) return null;
  page.search = new URLSearchParams({
    path: decodeURIComponent(file.pathname.slice(root.pathname.length)),
  }).toString();
  page.hash = "";
  return page.href;
}
