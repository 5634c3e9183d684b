// @ts-check
/** @import { Control } from "#coupquiz/kinds/scripts/types.d.ts" */

// Text fields inside a sentence.

import { findAll } from "#coupdata/views/html/scripts/find.js";
import { write } from "#coupquiz/kinds/scripts/fields.js";

/** @type {Control<Record<string, string>>} */
export const fill = ({ root, listen, type }) => {
  const fields = findAll(root, "input", HTMLInputElement);
  const blank = (/** @type {HTMLElement} */ field) => field.dataset.blank ?? "";
  for (const field of fields) {
    listen(field, "input", () => {
      const filled = fields.filter(({ value }) => value);
      type(Object.fromEntries(filled.map((each) => [blank(each), each.value])));
    });
  }
  return (answer) => {
    for (const field of fields) write(field, answer?.[blank(field)] ?? "");
  };
};
