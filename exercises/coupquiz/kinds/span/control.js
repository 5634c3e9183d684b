// @ts-check
/** @import { Control } from "#coupquiz/kinds/scripts/types.d.ts" */

// Two marks on the axis, and for each a field that says the same in words, with a button for an end that is open.

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { find, findAll } from "#coupdata/views/html/scripts/find.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { inWords, read, written } from "#coupquiz/kinds/axis/edtf.js";
import { liveSheet } from "#coupquiz/kinds/axis/sheet.js";
import { describe, write } from "#coupquiz/kinds/scripts/fields.js";

const OPEN = ".."; // as EDTF has it

/** @type {Control<Record<string, string>>} */
export const span = ({ root, listen, give, type }) => {
  const fields = findAll(root, "input[type=text]", HTMLInputElement);
  const end = (/** @type {HTMLInputElement} */ field) => field.dataset.end ?? "";
  const heard = draw(["p", { class: "heard", role: "status" }]);
  const note = find(root, ".note");
  note.after(heard);
  /** @type {Record<string, string>} */
  let given = {}; // what was given for each end
  const changed = (/** @type {string} */ id, /** @type {string} */ text) => {
    given = { ...given, [id]: text };
    return Object.fromEntries(Object.entries(given).filter(([, each]) => each));
  };
  const opens = fields.map((field) => {
    const name = field.parentElement?.querySelector("span")?.textContent ?? "";
    const open = draw(["button", { type: "button", class: "none", "aria-pressed": "false" }, _("Left open")]);
    open.ariaLabel = _("{end}: the reading leaves it open", { end: name });
    field.parentElement?.after(open);
    describe(field, note);
    listen(field, "input", () => type(changed(end(field), field.value)));
    listen(open, "click", () => give(changed(end(field), open.ariaPressed === "true" ? "" : OPEN)));
    return open;
  });
  const sheet = liveSheet(
    root,
    listen,
    fields.map((field) => ({
      id: end(field),
      name: field.parentElement?.querySelector("span")?.textContent ?? "",
    })),
    ["day", "half", "month", "year"],
    (id, days, isDone) => {
      const field = fields.find((one) => end(one) === id);
      if (field) write(field, inWords(days));
      if (isDone) give(changed(id, written(days)));
    },
  );
  return (answer, state) => {
    if (sheet.isHeld()) return;
    given = { ...(answer ?? {}) };
    const drawn = /** @type {Record<string, string>} */ (state.read ?? {});
    fields.forEach((field, number) => {
      const [text, edtf] = [given[end(field)] ?? "", drawn[end(field)] ?? ""];
      const own = read(text);
      write(field, own ? inWords(own) : text === OPEN ? "" : text);
      opens[number].ariaPressed = String(edtf === OPEN);
      sheet.show(end(field), edtf, edtf === OPEN ? _("left open") : "");
    });
    redraw(heard, state.heard);
  };
};
