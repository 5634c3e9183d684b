// @ts-check
/** @import { MarkupElement } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { Desk } from "../types.d.ts" */
/** @import { Poll } from "./desk_vote.js" */

import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { element } from "../element.js";
import { button } from "./controls.js";

/**
 * Return where raised hands are counted: they are added to what devices sent.
 *
 * @param {Desk} desk
 * @param {Poll} poll
 * @returns {MarkupElement[]}
 */
export function handsForm({ hands, view }, { poll, categories, hands: counted }) {
  const opener = button(_("No devices? Count hands"), {
    set: { hands: !hands },
    kind: "opener",
    more: { "aria-expanded": `${hands}` },
  });
  if (!hands) return [opener];
  return [
    opener,
    [
      "form",
      { class: "hands", "data-form": "hands", "data-of": `${poll}-${view.round}` },
      ...categories.map(({ id, label, text }) =>
        element(
          "label",
          {},
          ["span", { class: "letter", "aria-hidden": "true" }, label],
          ["span", { class: "what" }, text],
          [
            "input",
            {
              name: id,
              type: "number",
              min: "0",
              max: "999",
              inputmode: "numeric",
              value: `${counted[id] ?? 0}`,
            },
          ],
        ),
      ),
      ["button", { type: "submit" }, _("Add these hands")],
    ],
  ];
}
