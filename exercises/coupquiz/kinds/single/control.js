// @ts-check
/** @import { Control } from "#coupquiz/kinds/scripts/types.d.ts" */

// One of several: radio buttons.

import { findAll } from "#coupdata/views/html/scripts/find.js";
import { unique } from "#coupdata/views/html/scripts/unique.js";

/** @type {Control<string>} */
export const single = ({ root, listen, give }) => {
  const name = unique(); // buttons of one name are one group, so each view needs a name of its own
  const buttons = findAll(root, "input", HTMLInputElement);
  for (const button of buttons) {
    button.name = name;
    listen(button, "change", () => give(button.value));
  }
  return (answer) => {
    for (const button of buttons) button.checked = button.value === answer;
  };
};
