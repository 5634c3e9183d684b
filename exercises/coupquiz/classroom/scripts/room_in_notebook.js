// @ts-check
/** @import { MarkupElement, Shown } from "#coupdata/views/html/scripts/types.d.ts" */

// A room in a notebook: how to join, and the desk in a frame of its own.

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { keepKeys } from "#coupdata/views/html/scripts/keep_keys.js";
import { asleep, begin } from "#coupdata/views/html/scripts/view.js";

/** @typedef {{ page: MarkupElement, desk: { port?: number, path?: string } }} ClassroomTraits */

/** @param {Shown<ClassroomTraits>} shown */
function render({ model, el }) {
  const { follow, listen, end } = begin(model);
  const [join, acts, desk] = [draw(["div", {}]), draw(["div", {}]), draw(["div", {}])];
  keepKeys(acts);
  follow(["page"], () => redraw(join, model.get("page")));
  follow(["desk"], () => {
    const { port, path } = model.get("desk");
    if (!port || !path) {
      redraw(acts);
      redraw(desk);
      return;
    }
    const address = deskAddress(port, path);
    const link = ["a", { href: address, target: "_blank", rel: "noopener" }, _("Open the desk by itself")];
    const close = ["button", { type: "button" }, _("Close the room")];
    const row = ["div", { class: "coup coup-classroom-acts" }, link, close];
    redraw(acts, /** @type {MarkupElement} */ (row));
    redraw(desk, ["iframe", { class: "coup-classroom-desk", src: address, title: _("The desk") }]);
  });
  listen(acts, "click", ({ target }) => {
    if (target instanceof HTMLButtonElement) model.send("close");
  });
  el.replaceChildren(asleep(model), join, acts, desk);
  return end;
}

/**
 * Return where the desk is, for the page that shows the notebook: on the same machine, or behind the hub that has it.
 *
 * @param {number} port
 * @param {string} path
 */
function deskAddress(port, path) {
  const { protocol, hostname, origin } = location;
  if (protocol === "http:") return `http://${hostname}:${port}/${path}`;
  const config = document.getElementById("jupyter-config-data")?.textContent ?? "{}";
  return `${origin}${JSON.parse(config).baseUrl ?? "/"}proxy/${port}/${path}`;
}

export default { render };
