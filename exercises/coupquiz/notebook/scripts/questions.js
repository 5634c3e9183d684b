// @ts-check
/** @import { Shown } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { QuestionsTraits } from "#coupquiz/kinds/scripts/types.d.ts" */

// Questions in a column.

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { findAll } from "#coupdata/views/html/scripts/find.js";
import { keepKeys } from "#coupdata/views/html/scripts/keep_keys.js";
import { asleep, begin } from "#coupdata/views/html/scripts/view.js";
import { watched } from "#coupdata/views/html/scripts/watched.js";
import { ask } from "#coupquiz/kinds/scripts/question.js";

/** @param {Shown<QuestionsTraits>} shown */
function render({ model, el }) {
  const { follow, on, signal, end } = begin(model);
  const page = draw(model.get("page"));
  keepKeys(page);
  const questions = findAll(page, ".question").map((root) =>
    ask(root, (message) => model.send(message), signal),
  );
  const problem = draw(["p", { class: "trouble", role: "alert" }]);
  page.prepend(problem);
  el.replaceChildren(asleep(model), page);
  follow(["states", "problem"], () => {
    redraw(problem, model.get("problem"));
    for (const question of questions) question.show(model.get("states")[question.id]);
  });
  on("comm_live_update", () => {
    for (const question of questions) question.lose();
  });
  signal.addEventListener("abort", watched(model));
  return end;
}

export default { render };
