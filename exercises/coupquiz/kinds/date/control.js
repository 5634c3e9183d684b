// @ts-check
/** @import { Control } from "#coupquiz/kinds/scripts/types.d.ts" */

// A field for a date, and how Python read it.

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { find } from "#coupdata/views/html/scripts/find.js";
import { describe, write } from "#coupquiz/kinds/scripts/fields.js";

/** @type {Control<string>} */
export const date = ({ root, listen, type }) => {
  const field = find(root, "input", HTMLInputElement);
  const heard = draw(["p", { class: "heard", role: "status" }]);
  const note = find(root, ".note");
  note.after(heard);
  describe(field, note);
  listen(field, "input", () => type(field.value));
  return (answer, state) => {
    write(field, answer ?? "");
    redraw(heard, state.heard);
  };
};
