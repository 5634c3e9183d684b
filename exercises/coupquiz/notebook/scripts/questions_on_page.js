// @ts-check
/** @import { Model } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { QuestionsTraits } from "#coupquiz/kinds/scripts/types.d.ts" */

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { findAll } from "#coupdata/views/html/scripts/find.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { ask } from "#coupquiz/kinds/scripts/question.js";

/**
 * Bring the questions of a notebook's page to life, until the signal.
 *
 * @param {HTMLElement} page
 * @param {Model<QuestionsTraits>} model
 * @param {AbortSignal} signal
 * @returns {{ show: () => void, lose: () => void }} what shows their states as the model has them, and that there is no
 *   Python any more
 */
export function bringQuestions(page, model, signal) {
  const words = {
    silent: _(
      "The notebook does not respond. Your answer stays on this page and is saved when it does. If that takes long, load the page again: your answer will still be there.",
    ),
    lost: _("Your answer stays on this page and is saved when you run this cell again."),
  };
  const questions = findAll(page, ".question").map((root) =>
    ask(root, (message) => model.send(message), signal, words),
  );
  const problem = draw(["p", { class: "trouble", role: "alert" }]);
  const way = draw(["p", { class: "export" }]);
  const column = page.querySelector(".coup-questions") ?? page;
  column.prepend(problem);
  column.append(way);
  const save = draw(["button", { type: "button" }, _("Export to a file")]);
  save.addEventListener("click", () => model.send("export"));
  return {
    show: () => {
      redraw(problem, model.get("problem"));
      for (const question of questions) {
        const state = model.get("states")[question.id];
        if (state) question.show(state);
      }
      if (model.get("exports") !== Boolean(way.firstChild)) {
        way.replaceChildren(...(model.get("exports") ? [save] : []));
      }
    },
    lose: () => {
      for (const question of questions) question.lose();
    },
  };
}
