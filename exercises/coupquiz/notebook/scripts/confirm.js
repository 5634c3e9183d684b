// @ts-check

import { draw } from "#coupdata/views/html/scripts/draw.js";

/**
 * Draw a button for what cannot be undone: it asks once, beside itself, and nothing happens by one press.
 *
 * @param {{ label: string, question: string, yes: string, no: string, act: () => void }} words
 */
export function confirm({ label, question, yes, no, act }) {
  const button = (/** @type {string} */ text, kind = "") =>
    draw(["button", { type: "button", class: kind }, text]);
  const box = draw(["span", { class: "sure" }]);
  const [ask, go, stay] = [button(label), button(yes, "strong"), button(no)];
  const asked = draw([
    "span",
    { class: "asked", role: "group", "aria-label": question },
    ["span", {}, question],
  ]);
  asked.append(go, stay);
  const show = (/** @type {HTMLElement} */ shown, /** @type {HTMLElement} */ focus) => {
    box.replaceChildren(shown);
    focus.focus();
  };
  const rest = () => show(ask, ask);
  ask.addEventListener("click", () => show(asked, stay));
  stay.addEventListener("click", rest);
  go.addEventListener("click", () => {
    rest();
    act();
  });
  asked.addEventListener("keydown", ({ key }) => key === "Escape" && rest());
  box.append(ask);
  return box;
}
