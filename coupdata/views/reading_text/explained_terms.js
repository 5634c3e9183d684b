// @ts-check

import { find, findAll } from "#coupdata/views/html/scripts/find.js";
import { unique } from "#coupdata/views/html/scripts/unique.js";

/**
 * Make each link to the glossary a button that shows the explanation where the word stands.
 *
 * @param {HTMLElement} article
 * @param {AbortSignal} ended
 */
export function explainTerms(article, ended) {
  const view = unique();
  /** @type {HTMLElement | null} */
  let shown = null; // the term whose explanation is open
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const tipOf = (/** @type {HTMLElement} */ term) => find(article, `.tip[data-term="${term.dataset.term}"]`);
  const soon = (/** @type {() => void} */ act, /** @type {number} */ wait) => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
  const show = (
    /** @type {HTMLElement} */ term,
    /** @type {PointerEvent | undefined} */ pointer = undefined,
  ) => {
    clearTimeout(timer);
    if (shown === term) return;
    hide();
    shown = term;
    term.setAttribute("aria-expanded", "true");
    tipOf(term).showPopover();
    place(tipOf(term), term, pointer);
  };
  const hide = () => {
    clearTimeout(timer);
    if (!shown) return;
    shown.setAttribute("aria-expanded", "false");
    tipOf(shown).hidePopover();
    shown = null;
  };
  const leave = () => soon(() => shown !== document.activeElement && hide(), 300); // time to reach the explanation

  for (const tip of findAll(article, ".tip")) {
    tip.id = `${view}-${tip.dataset.term}`;
    tip.popover = "manual";
    tip.setAttribute("role", "tooltip");
    tip.addEventListener("pointerenter", () => clearTimeout(timer));
    tip.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
  }
  for (const term of findAll(article, ".term")) {
    let wasShown = false;
    term.removeAttribute("href");
    term.tabIndex = 0;
    term.setAttribute("role", "button");
    term.setAttribute("aria-expanded", "false");
    term.setAttribute("aria-describedby", tipOf(term).id);
    term.addEventListener("focus", () => show(term));
    term.addEventListener("blur", () => shown === term && !tipOf(term).matches(":hover") && hide());
    term.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") soon(() => show(term, event), 120);
    });
    term.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
    term.addEventListener("pointerdown", (event) => {
      wasShown = event.pointerType !== "mouse" && shown === term;
    });
    term.addEventListener("click", () => (wasShown ? hide() : show(term)));
    term.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      if (shown === term) hide();
      else show(term);
    });
  }

  const outside = (/** @type {Event} */ event) => {
    const target = /** @type {Node} */ (event.target);
    return shown && !shown.contains(target) && !tipOf(shown).contains(target);
  };
  const on = { capture: true, signal: ended };
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide(), on);
  document.addEventListener("pointerdown", (event) => outside(event) && hide(), on);
  for (const type of ["scroll", "resize"]) {
    window.addEventListener(
      type,
      () => shown && (isInSight(shown) ? place(tipOf(shown), shown) : hide()),
      on,
    );
  }
  ended.addEventListener("abort", hide);
}

/** @param {HTMLElement} term */
function isInSight(term) {
  const { top, bottom } = term.getBoundingClientRect();
  return bottom > 0 && top < document.documentElement.clientHeight;
}

/**
 * Put the explanation under its word, or above where there is no room, and always inside the window.
 *
 * @param {HTMLElement} tip
 * @param {HTMLElement} term
 * @param {PointerEvent} [pointer]
 */
function place(tip, term, pointer) {
  const margin = 8;
  const gap = 6;
  const lines = [...term.getClientRects()]; // a term may run over the end of a line
  const isMet = (/** @type {DOMRect} */ { top, bottom }) =>
    pointer && pointer.clientY >= top && pointer.clientY <= bottom;
  const line = lines.find(isMet) ?? lines[0];
  const { clientWidth, clientHeight } = document.documentElement;
  const { width, height } = tip.getBoundingClientRect();
  const below = lines[lines.length - 1].bottom + gap;
  const above = lines[0].top - gap - height;
  const top = below + height + margin <= clientHeight || above < margin ? below : above;
  const within = (/** @type {number} */ value, /** @type {number} */ most) =>
    Math.max(margin, Math.min(value, most));
  tip.style.left = `${within(line.left - margin, clientWidth - width - margin)}px`;
  tip.style.top = `${within(top, clientHeight - height - margin)}px`;
}
