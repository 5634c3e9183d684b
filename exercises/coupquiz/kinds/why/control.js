// @ts-check
/** @import { Control } from "#coupquiz/kinds/scripts/types.d.ts" */

// Room for one's own words.

import { find } from "#coupdata/views/html/scripts/find.js";
import { describe, write } from "#coupquiz/kinds/scripts/fields.js";

/** @type {Control<string>} */
export const why = ({ root, listen, type }) => {
  const room = find(root, "textarea", HTMLTextAreaElement);
  describe(room, find(root, ".note"));
  listen(room, "input", () => type(room.value));
  return (answer) => write(room, answer ?? "");
};
