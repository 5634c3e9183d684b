// @ts-check
/** @import { Shown } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { QuestionsTraits } from "#coupquiz/kinds/scripts/types.d.ts" */

// Questions in a column.

import { draw } from "#coupdata/views/html/scripts/draw.js";
import { keepKeys } from "#coupdata/views/html/scripts/keep_keys.js";
import { asleep, begin } from "#coupdata/views/html/scripts/view.js";
import { watched } from "#coupdata/views/html/scripts/watched.js";
import { download } from "./download.js";
import { bringQuestions } from "./questions_on_page.js";

/** @param {Shown<QuestionsTraits>} shown */
function render({ model, el }) {
  const { follow, on, signal, end } = begin(model);
  const page = draw(model.get("page"));
  keepKeys(page);
  const questions = bringQuestions(page, model, signal);
  el.replaceChildren(asleep(model), page);
  follow(["states", "problem", "exports"], questions.show);
  on("msg:custom", download);
  on("comm_live_update", questions.lose);
  signal.addEventListener("abort", watched(model));
  return end;
}

export default { render };
