// @ts-check
/** @import { Control } from "#coupquiz/kinds/scripts/types.d.ts" */

// Beside each item a list to choose its match from.

import { findAll } from "#coupdata/views/html/scripts/find.js";
import { write } from "#coupquiz/kinds/scripts/fields.js";

/** @type {Control<Record<string, string>>} */
export const match = ({ root, listen, give }) => {
  const lists = findAll(root, "select", HTMLSelectElement);
  const item = (/** @type {HTMLElement} */ list) => list.dataset.item ?? "";
  for (const list of lists) {
    listen(list, "change", () => {
      const matched = lists.filter(({ value }) => value);
      give(Object.fromEntries(matched.map((each) => [item(each), each.value])));
    });
  }
  return (answer) => {
    for (const list of lists) write(list, answer?.[item(list)] ?? "");
  };
};
