// @ts-check
/** @import { Control } from "#coupquiz/kinds/scripts/types.d.ts" */

// Events, chosen two by two: a cause, then its effect. Arrows beside them show the links, and a list below says them.

import { draw, redraw } from "#coupdata/views/html/scripts/draw.js";
import { find, findAll, met } from "#coupdata/views/html/scripts/find.js";
import { _ } from "#coupdata/views/html/scripts/i18n.js";
import { arrows } from "./arrows.js";

const ARROW = " -> "; // as Python has it

/** @type {Control<string[]>} */
export const link = ({ root, listen, give }) => {
  const events = find(root, ".events");
  const cards = findAll(events, ".event");
  const id = (/** @type {HTMLElement} */ card) => card.dataset.item ?? "";
  const title = (/** @type {string} */ wanted) =>
    cards.find((card) => id(card) === wanted)?.firstElementChild?.textContent ?? "";
  const live = draw(["p", { class: "unseen", role: "status" }]);
  const list = draw(["ul", { class: "links" }]);
  const picture = draw(["svg", { class: "arrows", "aria-hidden": "true" }]);
  events.append(picture);
  events.after(live, list);
  /** @type {string[]} */
  let links = [];
  /** @type {HTMLElement | null} */
  let cause = null;

  const pair = (/** @type {string} */ link) => link.split(ARROW);
  const say = (/** @type {string} */ words) => redraw(live, words);
  const choose = (/** @type {HTMLElement | null} */ card) => {
    cause?.setAttribute("aria-pressed", "false");
    cause = card;
    cause?.setAttribute("aria-pressed", "true");
    events.classList.toggle("choosing", cause !== null);
  };
  const drawArrows = () => {
    const middles = new Map(cards.map((card) => [id(card), card.offsetTop + card.offsetHeight / 2]));
    const edge = Math.max(...cards.map((card) => card.offsetLeft + card.offsetWidth));
    const room = events.clientWidth - edge;
    const known = links.map((each) => {
      const [from, to] = pair(each);
      const row = findAll(list, "li").find((item) => item.dataset.part === each);
      const side = ["right", "wrong"].find((name) => row?.classList.contains(name)) ?? "";
      return { id: each, side, from: middles.get(from) ?? 0, to: middles.get(to) ?? 0 };
    });
    const size = { height: events.clientHeight, width: room, style: `inset-inline-start: ${edge}px` };
    for (const [name, value] of Object.entries(size)) {
      if (picture.getAttribute(name) !== String(value)) picture.setAttribute(name, String(value));
    }
    redraw(picture, ...arrows(known, room));
  };
  const show = () => {
    redraw(
      list,
      ...links.map((each) => {
        const [from, to] = pair(each).map(title);
        const said = _("“{cause}” → “{effect}”", { cause: from, effect: to });
        const turn = _("Turn round: {link}", { link: said });
        const remove = _("Remove: {link}", { link: said });
        return /** @type {any} */ ([
          "li",
          { class: "option", "data-part": each },
          ["span", {}, said],
          ["button", { type: "button", class: "move", "data-act": "turn", "aria-label": turn }, "⇅"],
          ["button", { type: "button", class: "move", "data-act": "remove", "aria-label": remove }, "✕"],
        ]);
      }),
    );
    drawArrows();
  };
  const change = (/** @type {string[]} */ wanted, /** @type {string} */ words) => {
    links = wanted;
    show();
    say(words);
    give(links);
  };
  const join = (/** @type {HTMLElement} */ from, /** @type {HTMLElement} */ to) => {
    const [one, other] = [id(from), id(to)];
    choose(null);
    const names = { cause: title(one), effect: title(other) };
    const added = `${one}${ARROW}${other}`;
    const rest = links.filter((each) => each !== `${other}${ARROW}${one}` && each !== added);
    change([...rest, added], _("Linked: “{cause}” led to “{effect}”.", names));
  };
  const press = (/** @type {HTMLElement} */ card) => {
    if (cause && cause !== card) return join(cause, card);
    choose(cause ? null : card);
    say(cause ? _("“{cause}”: now choose what it led to.", { cause: title(id(card)) }) : _("Let go."));
  };

  const visit = (/** @type {HTMLElement} */ card) => {
    for (const other of cards) other.tabIndex = other === card ? 0 : -1;
  };
  listen(events, "focusin", (event) => {
    const card = met(event, ".event");
    if (card) visit(card);
  });
  listen(events, "keydown", (/** @type {KeyboardEvent} */ event) => {
    const card = met(event, ".event");
    if (!card) return;
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by) cards[cards.indexOf(card) + by]?.focus();
    else if (event.key === "Escape" && cause) {
      choose(null);
      say(_("Let go."));
    } else return;
    event.preventDefault();
  });
  listen(list, "click", (event) => {
    const button = met(event, "button");
    const part = met(event, "li")?.dataset.part ?? "";
    if (!button) return;
    const at = links.indexOf(part);
    const turned = pair(part).reverse().join(ARROW);
    if (button.dataset.act === "turn")
      change(
        links.map((each) => (each === part ? turned : each)),
        _("Turned round."),
      );
    else
      change(
        links.filter((each) => each !== part),
        _("Removed."),
      );
    const left = findAll(list, `[data-act="${button.dataset.act}"]`);
    (left[Math.min(at, left.length - 1)] ?? cards.find((card) => card.tabIndex === 0))?.focus();
  });

  /** @type {HTMLElement | null} */
  let dragged = null; // by a mouse or a pen; a finger scrolls the page
  let wasDragged = false;
  listen(events, "pointerdown", (/** @type {PointerEvent} */ event) => {
    wasDragged = false;
    dragged = event.pointerType === "touch" || event.button !== 0 ? null : met(event, ".event");
  });
  listen(window, "pointerup", (/** @type {PointerEvent} */ event) => {
    const over = document.elementFromPoint(event.clientX, event.clientY)?.closest(".event");
    const card = cards.find((each) => each === over);
    if (dragged && card && card !== dragged) {
      wasDragged = true;
      join(dragged, card);
    }
    dragged = null;
  });
  listen(events, "click", (event) => {
    const card = met(event, ".event");
    if (card && !wasDragged) press(card);
  });
  listen(window, "resize", drawArrows);

  for (const card of cards) card.setAttribute("aria-pressed", "false");
  if (cards.length) visit(cards[0]);
  return (answer) => {
    const known = new Set(cards.map(id));
    links = (answer ?? []).filter(
      (each) => pair(each).length === 2 && pair(each).every((one) => known.has(one)),
    );
    show();
  };
};
