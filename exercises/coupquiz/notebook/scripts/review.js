// @ts-check
/** @import { Shown } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { ReviewTraits } from "#coupquiz/kinds/scripts/types.d.ts" */

// What comes back today, one question after another. Which one it is, and when the way on is open, Python says.

import { draw } from "#coupdata/views/html/scripts/draw.js";
import { keepKeys } from "#coupdata/views/html/scripts/keep_keys.js";
import { asleep, begin } from "#coupdata/views/html/scripts/view.js";
import { watched } from "#coupdata/views/html/scripts/watched.js";
import { download } from "./download.js";
import { bringQuestions } from "./questions_on_page.js";

/** @param {Shown<ReviewTraits>} shown */
function render({ model, el }) {
  const { follow, listen, on, signal, end } = begin(model);
  const place = draw(["div", { tabindex: "-1" }]);
  const onward = draw(["p", { class: "coup coup-review-onward" }]);
  const next = draw(["button", { type: "button" }]);
  el.replaceChildren(asleep(model), place, onward);
  keepKeys(onward);

  /** What the question before still listened to. */
  let before = new AbortController();
  let isAsked = false;
  /** @type {ReturnType<typeof bringQuestions>} */
  let questions;
  follow(["page"], () => {
    before.abort();
    before = new AbortController();
    const page = draw(model.get("page"));
    keepKeys(page);
    questions = bringQuestions(page, model, AbortSignal.any([signal, before.signal]));
    place.replaceChildren(page);
    if (isAsked) {
      place.focus({ preventScroll: true });
      place.scrollIntoView({ block: "nearest" });
    }
    isAsked = false;
  });
  follow(["states", "problem", "exports"], () => questions.show());
  on("comm_live_update", () => questions.lose());
  on("msg:custom", download);
  follow(["onward"], () => {
    next.textContent = model.get("onward");
    onward.replaceChildren(...(model.get("onward") ? [next] : []));
  });
  listen(next, "click", () => {
    isAsked = true;
    model.send("next");
  });
  signal.addEventListener("abort", watched(model));
  return end;
}

export default { render };
