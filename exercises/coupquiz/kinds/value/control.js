// @ts-check
/** @import { Control } from "#coupquiz/kinds/scripts/types.d.ts" */

// A value from the data: a field. A list that Python gives is shown with commas, and comes back as one text.

import { find } from "#coupdata/views/html/scripts/find.js";
import { write } from "#coupquiz/kinds/scripts/fields.js";

/** @type {Control<string | string[]>} */
export const value = ({ root, listen, type }) => {
  const field = find(root, "input", HTMLInputElement);
  listen(field, "input", () => type(field.value));
  return (answer) => write(field, Array.isArray(answer) ? answer.join(", ") : (answer ?? ""));
};
