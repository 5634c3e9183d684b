// @ts-check
/** @import { Control } from "#coupquiz/kinds/scripts/types.d.ts" */

// A value from the data: a field. A list that Python gives is shown with commas, and comes back as one text. Where a
// cell of the notebook gives the value, the field only shows it.

import { find } from "#coupdata/views/html/scripts/find.js";
import { write } from "#coupquiz/kinds/scripts/fields.js";

/** @type {Control<string | string[]>} */
export const value = ({ root, listen, type }) => {
  const field = find(root, "input", HTMLInputElement);
  field.readOnly = root.classList.contains("from-python");
  listen(field, "input", () => type(field.value));
  return (answer) => write(field, Array.isArray(answer) ? answer.join(", ") : (answer ?? ""));
};
