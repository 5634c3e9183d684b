// @ts-check
/** @import { CardTraits, Shown } from "#coupdata/views/html/scripts/types.d.ts" */

// A card that is drawn again for each event, and whose causes and effects can be followed.

import { draw } from "#coupdata/views/html/scripts/draw.js";
import { find, met } from "#coupdata/views/html/scripts/find.js";
import { keepKeys } from "#coupdata/views/html/scripts/keep_keys.js";
import { begin } from "#coupdata/views/html/scripts/view.js";

/** @param {Shown<CardTraits>} shown */
function render({ model, el }) {
  const { listen, follow, set, signal, end } = begin(model);
  el.classList.add("coup-card-view");
  keepKeys(el);
  listen(el, "click", (event) => {
    const chosen = met(event, "[data-event]")?.dataset.event;
    if (chosen) set("selected", chosen);
  });
  const measure = () => {
    const isCut = el.scrollHeight > el.clientHeight;
    if (isCut && !el.querySelector("button"))
      el.tabIndex = 0; // Safari scrolls by keys only where the focus is
    else el.removeAttribute("tabindex");
  };
  const sizes = new ResizeObserver(measure);
  sizes.observe(el);
  signal.addEventListener("abort", () => sizes.disconnect());
  follow(["page"], () => {
    const inside = el.contains(document.activeElement);
    el.replaceChildren(draw(model.get("page")));
    el.scrollTop = 0;
    measure();
    if (!inside) return;
    const heading = find(el, "h3"); // the button that was pressed is gone: the focus stays in the card
    heading.tabIndex = -1;
    heading.focus();
  });
  return end;
}

export default { render };
