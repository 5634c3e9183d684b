// @ts-check

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { find } from "#coupdata/views/html/scripts/find.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { post, Refused } from "../server.js";

const LARGEST = 1_500_000; // bytes: as a message, in which it is longer, it must not have more than MOST_BYTES

/**
 * Return what brings answers of a file to this seat: what a learner took along from notebooks, the site or another room.
 *
 * @param {(said: string) => void} then is called once they are there, with what is said of it
 */
export function bringAlong(then = () => {}) {
  const root = draw([
    "div",
    { class: "take-along" },
    ["button", { class: "soft", type: "button" }, _("Bring my work here")],
    ["input", { type: "file", accept: ".json", hidden: "", "aria-label": _("File to bring here") }],
    [
      "p",
      { class: "quiet", role: "status" },
      _("Takes in a file with answers that you gave elsewhere. Your teacher sees them, too."),
    ],
  ]);
  const chooser = find(root, "input", HTMLInputElement);
  const word = find(root, "p");
  find(root, "button").addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", async () => {
    const file = chooser.files?.[0];
    if (!file) return;
    if (file.size > LARGEST) {
      redraw(word, _("This file is too large for one with answers. Choose another."));
      chooser.value = "";
      return;
    }
    const said = await bring(file).catch((error) => {
      redraw(word, (error instanceof Refused && error.message) || _("The room does not answer. Try again."));
    });
    chooser.value = "";
    if (!said) return;
    redraw(word, said);
    then(said);
  });
  return root;
}

/**
 * Send a file, and return what the server says of it.
 *
 * @param {File} file
 * @returns {Promise<string>}
 */
async function bring(file) {
  return (await post("seat/work", { content: await file.text() })).said;
}
