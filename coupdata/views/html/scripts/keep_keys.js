// @ts-check

/**
 * Keep keys from the notebook, where "d d" would delete the cell and arrows would leave it. JupyterLab hears of a key
 * when we let it pass; Notebook 7 hears of it first, and heeds the attribute where it stands on what has the focus.
 * Ctrl S goes on to it: who has typed an answer and presses it wants the notebook saved, not the page.
 *
 * @param {HTMLElement} root
 */
export function keepKeys(root) {
  for (const type of ["keydown", "keypress", "keyup"]) {
    root.addEventListener(type, (event) => event.stopPropagation());
  }
  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element) target.setAttribute("data-lm-suppress-shortcuts", "true");
  });
  root.addEventListener("keydown", (event) => {
    const isS = event.keyCode === 83; // in every alphabet; Jupyter goes by this, too
    if (!isS || !(event.ctrlKey || event.metaKey)) return;
    const copy = new KeyboardEvent("keydown", event);
    if (!root.parentNode?.dispatchEvent(copy)) event.preventDefault(); // the notebook has taken it
  });
}
