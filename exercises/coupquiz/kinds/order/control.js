// A list whose items move: by their arrows, by keys, and by the pointer as an extra. An item that moves never
// leaves the page, its neighbours pass it, and so it keeps the focus and the pointer.

controls.order = ({ root, listen, give }) => {
  const list = root.querySelector("ol");
  const live = draw(["p", { class: "unseen", "aria-live": "assertive" }]);
  list.after(live);
  const items = () => [...list.children];
  const title = (item) => item.querySelector(".item").textContent;
  const ids = () => items().map((item) => item.dataset.part);
  const tell = (item, word = "") => {
    live.textContent = `${word}${title(item)}: position ${items().indexOf(item) + 1} of ${items().length}`;
  };

  let current = null; // the one item that Tab reaches, with its arrows
  let held = null; // the item that was picked up by a key
  let before = []; // the order when it was

  const visit = (item) => {
    current = item;
    for (const other of items()) {
      for (const button of other.querySelectorAll("button")) button.tabIndex = other === item ? 0 : -1;
    }
  };
  const limit = () => {
    const [first, last] = [list.firstChild, list.lastChild];
    for (const arrow of list.querySelectorAll(".move")) {
      arrow.ariaDisabled = String(arrow.parentNode === (arrow.dataset.by === "-1" ? first : last));
    }
  };
  const arrange = (order) => {
    for (const id of order) list.append(items().find((item) => item.dataset.part === id));
    limit();
  };
  const move = (item, by) => {
    const neighbour = by < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (neighbour) by < 0 ? item.after(neighbour) : item.before(neighbour);
    limit();
    tell(item);
    return neighbour !== null;
  };
  const hold = (item) => {
    held?.classList.remove("held");
    held = item;
    held?.classList.add("held");
  };
  const drop = () => {
    if (!held) return;
    tell(held, "Put down. ");
    hold(null);
    give(ids());
  };

  listen(list, "focusin", (event) => visit(event.target.closest("li")));
  listen(list, "focusout", drop);
  listen(list, "keydown", (event) => {
    const item = event.target.closest("li");
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by && (event.altKey || held)) {
      if (move(item, by) && !held) give(ids());
    } else if (by) {
      const next = by < 0 ? item.previousElementSibling : item.nextElementSibling;
      next?.querySelector(".item").focus();
    } else if (event.key === "Escape" && held) {
      hold(null);
      arrange(before);
      event.target.focus();
      tell(item, "Put back. ");
    } else return;
    event.preventDefault();
  });
  listen(list, "click", (event) => {
    const item = event.target.closest("li");
    if (event.target.closest(".move")) {
      hold(null);
      if (move(item, Number(event.target.closest(".move").dataset.by))) give(ids());
    } else if (event.detail === 0 && event.target.closest(".item")) {
      // a click without a pointer: Space or Enter
      if (held) return drop();
      before = ids();
      hold(item);
      tell(item, "Picked up. ");
    }
  });

  let dragged = null;
  let moved = false;
  listen(list, "pointerdown", (event) => {
    const grip = event.target.closest(".item");
    if (!grip || event.button !== 0) return;
    [dragged, moved] = [grip.parentNode, false];
    grip.setPointerCapture(event.pointerId);
  });
  listen(list, "pointermove", (event) => {
    if (!dragged) return;
    for (const by of [-1, 1]) {
      const neighbour = by < 0 ? dragged.previousElementSibling : dragged.nextElementSibling;
      const box = neighbour?.getBoundingClientRect();
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

  const shown = ids();
  visit(list.firstChild);
  limit();
  return (answer) => {
    if (held || dragged) return;
    const known = (answer ?? shown).filter((id) => shown.includes(id));
    const order = [...known, ...shown.filter((id) => !known.includes(id))];
    if (order.join() === ids().join()) return;
    arrange(order);
    if (!list.contains(document.activeElement)) visit(list.firstChild);
  };
};
