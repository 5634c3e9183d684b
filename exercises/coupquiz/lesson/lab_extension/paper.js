// @ts-check
/** @import { NotebookPanel } from "./types.d.ts" */

// A notebook as it is printed. Jupyter shows it in a box that scrolls, of which a browser prints what is in sight. So for
// as long as it prints there is a copy on the page of all that the cells show: nothing is run and nothing is sent.

import { draw } from "#coupdata/views/html/scripts/draw.js";
import { findAll } from "#coupdata/views/html/scripts/find.js";
import { isByHand, isFolded, sourceOf } from "./lesson_notebook.js";

/** Pixels across a sheet of paper; lesson.css has it in millimetres. */
const ACROSS = 680;

/**
 * Print a notebook whole whenever the browser prints, by whatever command.
 *
 * @param {() => NotebookPanel | undefined} inSight what is to be printed; without it the browser prints what it shows
 */
export function keepPrintable(inSight) {
  /** @type {HTMLElement | undefined} */
  let paper;
  const clear = () => paper?.remove();
  window.addEventListener("beforeprint", () => {
    clear();
    const panel = inSight();
    if (!panel) return;
    paper = paperOf(panel);
    document.body.prepend(paper); // first, so that what a picture refers to by its id is found in the copy
  });
  window.addEventListener("afterprint", clear);
}

/**
 * Return all that a notebook shows, cell by cell.
 *
 * @param {NotebookPanel} panel
 */
function paperOf({ content }) {
  const paper = draw(["div", { class: "coup-lesson-paper" }]);
  for (const { model, node } of content.widgets) {
    const cell = model.toJSON();
    if (isByHand(cell)) continue;
    const isCode = cell.cell_type === "code";
    if (isCode && !isFolded(cell)) paper.append(draw(["pre", {}, sourceOf(cell)]));
    const shown = findAll(
      node,
      isCode ? ".jp-OutputArea-output:not(.jp-OutputArea-output *)" : ".jp-MarkdownOutput",
    );
    paper.append(...shown.map(copyOf));
  }
  return paper;
}

/**
 * Return a copy of what is on the page, with what was chosen and typed there.
 *
 * @param {HTMLElement} shown
 */
function copyOf(shown) {
  const copy = /** @type {HTMLElement} */ (shown.cloneNode(true));
  const [chosen, lists] = [shown, copy].map((root) => findAll(root, "select", HTMLSelectElement));
  lists.forEach((list, place) => {
    list.selectedIndex = chosen[place].selectedIndex; // which is not copied, as other fields are
  });
  for (const field of findAll(copy, "textarea", HTMLTextAreaElement)) {
    field.replaceWith(draw(["div", { class: "written" }, field.value])); // not only the lines that fit into it
  }
  for (const button of findAll(copy, "[type=radio]")) button.removeAttribute("name"); // or its group would be one with it
  for (const chart of findAll(copy, ".coup-chart")) {
    const width = Number(chart.querySelector("svg")?.getAttribute("width"));
    if (width > ACROSS) chart.style.zoom = String(ACROSS / width);
  }
  return copy;
}
