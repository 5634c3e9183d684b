// @ts-check
/** @import { ExplorerPart } from "#coupdata/views/html/scripts/types.d.ts" */

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";

/**
 * Draw what is said of events that are hidden, with a button that shows them all the same. It comes and goes quietly; who
 * has pressed the button hears what it did.
 *
 * @param {ExplorerPart} part
 */
export function drawNote({ model, view }) {
  const said = draw(["span", {}]);
  const button = draw(["button", { type: "button" }]);
  const note = draw(["p", { class: "coup coup-hidden-note" }]);
  note.append(said, " ", button);
  view.listen(button, "click", () => view.set("show_hidden", !model.get("show_hidden")));
  view.follow(["note", "show_hidden"], () => {
    said.setAttribute("aria-live", note.contains(document.activeElement) ? "polite" : "off");
    note.hidden = !model.get("note");
    redraw(said, model.get("note"));
    redraw(button, model.get("show_hidden") ? _("Hide them again") : _("Show them"));
  });
  return note;
}
