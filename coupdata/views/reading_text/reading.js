// @ts-check
/** @import { ReadingTraits, Shown, View } from "#coupdata/views/html/scripts/types.d.ts" */

// The behaviour of a reading: explanations of words, numbers of sentences, sentences lit up.

import { draw } from "#coupdata/views/html/scripts/draw.js";
import { find, findAll } from "#coupdata/views/html/scripts/find.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { keepKeys } from "#coupdata/views/html/scripts/keep_keys.js";
import { asleep, begin } from "#coupdata/views/html/scripts/view.js";
import { watched } from "#coupdata/views/html/scripts/watched.js";
import { explainTerms } from "./explained_terms.js";

/** @param {Shown<ReadingTraits>} shown */
function render({ model, el }) {
  const view = begin(model);
  const article = draw(model.get("page"));
  const numbers = draw([
    "label",
    { class: "numbers" },
    ["input", { type: "checkbox" }],
    _("Sentence numbers"),
  ]);
  const box = find(numbers, "input", HTMLInputElement);
  article.firstElementChild?.prepend(numbers);
  keepKeys(article);
  explainTerms(article, view.signal);
  el.classList.add("coup-reading-view");
  el.replaceChildren(asleep(model), article);

  view.listen(box, "change", () => view.set("numbered", box.checked));
  view.follow(["numbered"], () => {
    box.checked = model.get("numbered");
    article.classList.toggle("numbered", box.checked);
  });
  view.follow(["lit"], () => lightUp(article, el, model.get("lit")));
  view.signal.addEventListener("abort", watched(model));
  return view.end;
}

/**
 * @param {HTMLElement} article
 * @param {HTMLElement} el
 * @param {string[]} ids
 */
function lightUp(article, el, ids) {
  for (const sentence of findAll(article, ".sentence")) {
    if (ids.includes(sentence.dataset.id ?? "")) sentence.setAttribute("aria-current", "true");
    else sentence.removeAttribute("aria-current");
  }
  const first = article.querySelector("[aria-current]");
  if (!first || el.scrollHeight <= el.clientHeight) return; // only a reading that scrolls by itself moves
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const above = first.getBoundingClientRect().top - el.getBoundingClientRect().top;
  el.scrollBy({ top: above - el.clientHeight / 4, behavior: calm ? "auto" : "smooth" });
}

export default { render };
