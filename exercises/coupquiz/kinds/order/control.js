// @ts-check
/** @import { Control } from "#coupquiz/kinds/scripts/types.d.ts" */

// A list whose items move: by their arrows, by keys, and by the pointer as an extra. An item that moves never leaves the
// page, its neighbours pass it, and so it keeps the focus and the pointer.

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { find, findAll, met } from "#coupdata/views/html/scripts/find.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";

/** @typedef {1 | -1} By one place down, or up */

/** @type {Control<string[]>} */
export const order = ({ root, listen, give }) => {
  const list = find(root, "ol");
  const live = draw(["p", { class: "unseen", "aria-live": "assertive" }]);
  list.after(live);
  const items = () => findAll(list, "li");
  const ids = () => items().map((item) => item.dataset.part ?? "");
  const tell = (/** @type {HTMLElement} */ item, happened = "") => {
    const place = { n: items().indexOf(item) + 1, all: items().length };
    const title = find(item, ".item").lastChild?.textContent ?? "";
    redraw(live, `${happened} ${_("{title}: position {n} of {all}", { title, ...place })}`.trim());
  };

  /** @type {HTMLElement | null} */
  let held = null; // the item that was picked up by a key
  /** @type {string[]} */
  let before = []; // the order when it was

  /** Make this the one item that Tab reaches, with its arrows. */
  const visit = (/** @type {HTMLElement} */ item) => {
    for (const button of findAll(list, "button")) button.tabIndex = item.contains(button) ? 0 : -1;
  };
  const limit = () => {
    for (const arrow of findAll(list, ".move")) {
      const end = arrow.dataset.by === "-1" ? list.firstElementChild : list.lastElementChild;
      arrow.ariaDisabled = String(arrow.parentNode === end);
    }
  };
  const arrange = (/** @type {string[]} */ order) => {
    const byId = new Map(items().map((item) => [item.dataset.part, item]));
    for (const id of order) list.append(/** @type {HTMLElement} */ (byId.get(id)));
    limit();
  };
  const beside = (/** @type {HTMLElement} */ item, /** @type {By} */ by) =>
    by < 0 ? item.previousElementSibling : item.nextElementSibling;
  /** Move an item, and return whether there was room. */
  const move = (/** @type {HTMLElement} */ item, /** @type {By} */ by) => {
    const neighbour = beside(item, by);
    if (neighbour && by < 0) item.after(neighbour);
    else if (neighbour) item.before(neighbour);
    limit();
    tell(item);
    return neighbour !== null;
  };
  const hold = (/** @type {HTMLElement | null} */ item) => {
    held?.classList.remove("held");
    held = item;
    held?.classList.add("held");
  };
  const drop = () => {
    if (!held) return;
    tell(held, _("Put down."));
    hold(null);
    give(ids());
  };

  listen(list, "focusin", (event) => {
    const item = met(event, "li");
    if (item) visit(item);
  });
  listen(list, "focusout", drop);
  listen(list, "keydown", (/** @type {KeyboardEvent} */ event) => {
    const item = met(event, "li");
    if (!item) return;
    /** @type {By | undefined} */
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : undefined;
    if (by && (event.altKey || held)) {
      if (move(item, by) && !held) give(ids());
    } else if (by) {
      const next = beside(item, by);
      if (next) find(next, ".item").focus();
    } else if (event.key === "Escape" && held) {
      hold(null);
      arrange(before);
      /** @type {HTMLElement} */ (event.target).focus();
      tell(item, _("Put back."));
    } else return;
    event.preventDefault();
  });
  listen(list, "click", (/** @type {MouseEvent} */ event) => {
    const item = met(event, "li");
    const arrow = met(event, ".move");
    if (item && arrow) {
      hold(null);
      if (move(item, arrow.dataset.by === "-1" ? -1 : 1)) give(ids());
    } else if (item && event.detail === 0 && met(event, ".item")) {
      // a click without a pointer: Space or Enter
      if (held) return drop();
      before = ids();
      hold(item);
      tell(item, _("Picked up."));
    }
  });

  /** @type {HTMLElement | null} */
  let dragged = null;
  let moved = false;
  listen(list, "pointerdown", (/** @type {PointerEvent} */ event) => {
    const item = met(event, ".item");
    const isHeld = event.pointerType === "mouse" || met(event, ".grip"); // a finger elsewhere scrolls the page
    if (!item || !isHeld || event.button !== 0) return;
    [dragged, moved] = [item.parentElement, false];
    item.setPointerCapture(event.pointerId);
  });
  listen(list, "pointermove", (/** @type {PointerEvent} */ event) => {
    if (!dragged) return;
    for (const by of /** @type {By[]} */ ([-1, 1])) {
      const box = beside(dragged, by)?.getBoundingClientRect();
      if (!box || (event.clientY - (box.top + box.height / 2)) * by < 0) continue;
      dragged.classList.add("held");
      moved = move(dragged, by) || moved;
    }
  });
  const release = () => {
    dragged?.classList.remove("held");
    if (moved) give(ids());
    [dragged, moved] = [null, false];
  };
  for (const type of ["pointerup", "pointercancel"]) listen(list, type, release);

  const keep = find(root, ".keep");
  listen(keep, "click", () => keep.ariaDisabled !== "true" && give(ids()));

  const shown = ids();
  const first = () => /** @type {HTMLElement} */ (list.firstElementChild);
  visit(first());
  limit();
  return (answer) => {
    keep.ariaDisabled = String(answer !== null); // an order that was changed is an answer already
    if (held || dragged) return;
    const order = completed(answer ?? [], shown);
    if (order.join() === ids().join()) return;
    arrange(order);
    if (!list.contains(document.activeElement)) visit(first());
  };
};

/**
 * Return an order of all that is shown: the answer as far as its items are known, then the rest as they stand.
 *
 * @param {string[]} answer
 * @param {string[]} shown
 */
export function completed(answer, shown) {
  const known = answer.filter((id) => shown.includes(id));
  return [...known, ...shown.filter((id) => !known.includes(id))];
}
