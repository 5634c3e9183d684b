// @ts-check

// The timeline at a seat: it does not tell what is asked beside it, as long as that is open there.

import { fetchJson } from "../load_views.js";
import { get } from "../server.js";

/**
 * Show it in this place. What is returned ends it, and has it follow what is asked now; that fails where the room does not
 * answer.
 *
 * @param {HTMLElement} place
 * @param {typeof import("#coupdata/views/on_page/scripts/views_on_page.js")} views
 */
export async function showTimeline(place, { showExplorer }) {
  const { hide, end } = await showExplorer(place, fetchJson, await get("seat/asked"));
  let turn = 0;
  const follow = async () => {
    const mine = ++turn;
    const asked = await get("seat/asked");
    if (mine === turn) await hide(asked);
  };
  return { end, follow };
}
