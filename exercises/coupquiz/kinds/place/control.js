// @ts-check
/** @import { Control } from "#coupquiz/kinds/scripts/types.d.ts" */

// A mark on the axis, and a field that says the same in words. What the mark says is EDTF, what is typed stays as it is.

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { find } from "#coupdata/views/html/scripts/find.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { inWords, read, written } from "#coupquiz/kinds/axis/edtf.js";
import { liveSheet } from "#coupquiz/kinds/axis/sheet.js";
import { describe, write } from "#coupquiz/kinds/scripts/fields.js";

const UNDATED = "undated"; // as Python has it

/** @type {Control<string>} */
export const place = ({ root, listen, give, type }) => {
  const field = find(root, "input[type=text]", HTMLInputElement);
  const heard = draw(["p", { class: "heard", role: "status" }]);
  const none = draw([
    "button",
    { type: "button", class: "none", "aria-pressed": "false" },
    _("No date is given"),
  ]);
  const note = find(root, ".note");
  find(root, ".in-words").after(none);
  note.after(heard);
  describe(field, note);
  const sheet = liveSheet(
    root,
    listen,
    [{ id: "it", name: _("The event on the axis") }],
    ["day", "night", "half", "month", "year"],
    (_id, days, isDone) => {
      write(field, inWords(days));
      if (isDone) give(written(days));
    },
  );
  listen(field, "input", () => type(field.value));
  listen(none, "click", () => give(none.ariaPressed === "true" ? "" : UNDATED));
  return (answer, state) => {
    if (sheet.isHeld()) return;
    const drawn = typeof state.read === "string" ? state.read : "";
    const own = read(answer ?? "");
    const isNone = drawn === "..";
    write(field, own ? inWords(own) : isNone && answer === UNDATED ? "" : (answer ?? ""));
    none.ariaPressed = String(isNone);
    sheet.show("it", drawn, isNone ? _("no date") : "");
    redraw(heard, state.heard);
  };
};
