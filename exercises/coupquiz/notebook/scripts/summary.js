// @ts-check
/** @import { Shown } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { SummaryTraits } from "#coupquiz/kinds/scripts/types.d.ts" */

// The table of answers: each row leads to its question, wherever on the page that stands.

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { met } from "#coupdata/views/html/scripts/find.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { keepKeys } from "#coupdata/views/html/scripts/keep_keys.js";
import { asleep, begin } from "#coupdata/views/html/scripts/view.js";
import { watched } from "#coupdata/views/html/scripts/watched.js";
import { confirm } from "./confirm.js";

/** @param {Shown<SummaryTraits>} shown */
function render({ model, el }) {
  const { listen, follow, signal, end } = begin(model);
  const table = draw(["div", {}]);
  const word = draw(["p", { class: "coup coup-word", role: "status" }]);
  const again = draw(["p", { class: "coup coup-again" }]);
  if (model.get("again")) {
    again.append(
      confirm({
        label: _("Start again"),
        question: _("Start all these questions again? A copy of your answers is kept."),
        yes: _("Start again"),
        no: _("Keep my answers"),
        act: () => model.send("start again"),
      }),
    );
  }
  listen(table, "click", (event) => {
    const link = met(event, "a");
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    const question = document.getElementById(link.hash.slice(1));
    redraw(word, question ? "" : _("That question is not on this page yet: choose Run, then Run All Cells."));
    question?.scrollIntoView({ block: "start" });
    const control = /** @type {HTMLElement | null | undefined} */ (
      question?.querySelector("input, select, textarea, button")
    );
    control?.focus({ preventScroll: true });
  });
  for (const part of [table, again]) keepKeys(part);
  follow(["page"], () => redraw(table, model.get("page")));
  follow(["word"], () => redraw(word, model.get("word")));
  el.replaceChildren(asleep(model), table, again, word);
  signal.addEventListener("abort", watched(model));
  return end;
}

export default { render };
