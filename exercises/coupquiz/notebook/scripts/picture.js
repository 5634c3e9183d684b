// @ts-check
/** @import { Shown } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { PictureTraits } from "#coupquiz/kinds/scripts/types.d.ts" */

// A page with nothing to press, drawn again whenever Python has another.

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { asleep, begin } from "#coupdata/views/html/scripts/view.js";
import { watched } from "#coupdata/views/html/scripts/watched.js";

/** @param {Shown<PictureTraits>} shown */
function render({ model, el }) {
  const { follow, signal, end } = begin(model);
  const place = draw(["div", {}]);
  el.replaceChildren(asleep(model), place);
  follow(["page"], () => redraw(place, model.get("page")));
  signal.addEventListener("abort", watched(model));
  return end;
}

export default { render };
