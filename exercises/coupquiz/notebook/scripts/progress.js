// @ts-check
/** @import { Shown } from "#coupdata/views/html/scripts/types.d.ts" */
/** @import { ProgressMessage, ProgressTraits } from "#coupquiz/kinds/scripts/types.d.ts" */

// The picture of progress, and what can be done with all answers: name, export, import, delete.

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { find } from "#coupdata/views/html/scripts/find.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { keepKeys } from "#coupdata/views/html/scripts/keep_keys.js";
import { asleep, begin } from "#coupdata/views/html/scripts/view.js";
import { watched } from "#coupdata/views/html/scripts/watched.js";
import { confirm } from "./confirm.js";
import { download } from "./download.js";

/** @param {Shown<ProgressTraits>} shown */
function render({ model, el }) {
  const { follow, on, signal, end } = begin(model);
  const picture = draw(["div", {}]);
  const word = draw(["p", { class: "coup coup-word", role: "status" }]);
  const send = (/** @type {ProgressMessage} */ message) => {
    redraw(word);
    model.send(message);
  };
  const name = drawName(send);
  const tools = draw(["div", { class: "coup coup-again tools" }]);
  const buttons = draw(["div", { class: "buttons" }]);
  buttons.append(...drawTransfer(send), drawDelete(send));
  tools.append(name, buttons);
  keepKeys(tools);
  el.replaceChildren(asleep(model), picture, tools, word);

  follow(["page"], () => redraw(picture, model.get("page")));
  follow(["word"], () => redraw(word, model.get("word")));
  follow(["name"], () => {
    const field = find(name, "input", HTMLInputElement);
    if (document.activeElement !== field) field.value = model.get("name");
  });
  on("msg:custom", download);

  // Answers are given in other notebooks: each time this one is seen again, the picture is drawn again.
  let seen = true;
  const watch = new IntersectionObserver(([{ isIntersecting }]) => {
    const isBack = isIntersecting && !seen;
    seen = isIntersecting;
    if (!isBack) return;
    try {
      model.send({ act: "look" });
    } catch {
      // Voila has shut the kernel down, as the page is being left
    }
  });
  watch.observe(picture);
  signal.addEventListener("abort", () => watch.disconnect());
  signal.addEventListener("abort", watched(model));
  return end;
}

/** @typedef {(message: ProgressMessage) => void} Send */

/** @param {Send} send */
function drawName(send) {
  const attributes = { type: "text", maxlength: "100", autocomplete: "name" };
  const name = draw(["label", {}, _("Your name (optional)"), " ", ["input", attributes]]);
  const field = find(name, "input", HTMLInputElement);
  field.addEventListener("change", () => send({ act: "name", name: field.value }));
  return name;
}

/**
 * What takes all answers out to a file, and in from one.
 *
 * @param {Send} send
 */
function drawTransfer(send) {
  const save = draw(["button", { type: "button" }, _("Export to a file")]);
  save.addEventListener("click", () => send({ act: "export" }));
  const load = draw(["button", { type: "button" }, _("Import a file")]);
  const attributes = { type: "file", accept: ".json", hidden: "", "aria-label": _("File to import") };
  const chooser = /** @type {HTMLInputElement} */ (draw(["input", attributes]));
  load.addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", async () => {
    const file = chooser.files?.[0];
    if (file) send({ act: "import", file: file.name, content: await file.text() });
    chooser.value = "";
  });
  return [save, load, chooser];
}

/** @param {Send} send */
function drawDelete(send) {
  return confirm({
    label: _("Delete all"),
    question: _(
      "Delete all answers in all the notebooks in this folder, and the older copies too? This cannot be undone.",
    ),
    yes: _("Delete all"),
    no: _("Keep them"),
    act: () => send({ act: "delete" }),
  });
}

export default { render };
