// @ts-check

/**
 * Note on the page whether keys were used last. What Jupyter gives the focus by itself, as the title of a notebook that
 * opens, has a ring only then: nobody else asks where the focus is.
 */
export function noteKeys() {
  const note = (/** @type {boolean} */ byKeys) =>
    document.documentElement.classList.toggle("coup-lesson-by-keys", byKeys);
  document.addEventListener("keydown", () => note(true), { capture: true });
  document.addEventListener("pointerdown", () => note(false), { capture: true });
}
