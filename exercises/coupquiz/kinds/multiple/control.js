// @ts-check
/** @import { Control } from "#coupquiz/kinds/scripts/types.d.ts" */

// Some of several: checkboxes.

import { findAll } from "#coupdata/views/html/scripts/find.js";

/** @type {Control<string[]>} */
export const multiple = ({ root, listen, give }) => {
  const boxes = findAll(root, "input", HTMLInputElement);
  for (const box of boxes) {
    listen(box, "change", () => give(boxes.filter(({ checked }) => checked).map(({ value }) => value)));
  }
  return (answer) => {
    for (const box of boxes) box.checked = (answer ?? []).includes(box.value);
  };
};
