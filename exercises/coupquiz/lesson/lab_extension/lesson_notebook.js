// @ts-check
/** @import { Cell, CellContent, NotebookModel, Output } from "./types.d.ts" */

// Which notebooks fill themselves, and with what. What runs by itself runs with all that a learner may do, and Jupyter
// trusts any notebook without outputs as soon as it is uploaded, copied or saved. So nothing runs by itself but the code
// of the lesson, and what the learner has run in this notebook before.

/**
 * Return whether a notebook asks to be filled.
 *
 * @param {Pick<NotebookModel, "getMetadata"> | null} model
 */
export function asksToBeFilled(model) {
  return model?.getMetadata("coup1920")?.fill === true;
}

/**
 * Return whether a notebook says that it has tables, for which Python needs pandas.
 *
 * @param {Pick<NotebookModel, "getMetadata"> | null} model
 */
export function hasTables(model) {
  return model?.getMetadata("coup1920")?.tables === true;
}

/**
 * Return what of a notebook may run by itself: the lesson's cells, and after them a learner's own. There are none if
 * Jupyter does not trust the notebook, or if code that is out of sight is not the lesson's.
 *
 * @template {Pick<Cell, "model">} C
 * @param {readonly C[]} cells
 * @param {object} by
 * @param {boolean} by.isTrusting whether this Jupyter keeps a record of what it trusts
 * @param {(source: string) => boolean} by.isLessons
 * @param {(source: string) => boolean} by.isOwn whether the learner has run this here
 * @returns {{ lessons: C[], own: C[] }}
 */
export function runsByItself(cells, { isTrusting, isLessons, isOwn }) {
  const code = cells.filter(({ model }) => model.type === "code");
  const lessons = code.filter(({ model }) => isLessons(sourceOf(model.toJSON())));
  const others = code.filter((cell) => !lessons.includes(cell));
  const isStrange =
    (isTrusting && code.some(({ model }) => !model.trusted)) ||
    others.some(({ model }) => isFolded(model.toJSON()));
  if (isStrange) return { lessons: [], own: [] };
  return { lessons, own: others.filter(({ model }) => isOwn(sourceOf(model.toJSON()))) };
}

/**
 * Return the ids of the widgets that cells show if all of them have run; none if one of them has not.
 *
 * @param {CellContent[]} cells
 * @returns {string[]}
 */
export function widgetsOf(cells) {
  if (cells.some(({ execution_count }) => typeof execution_count !== "number")) return [];
  return cells
    .flatMap(({ outputs }) => outputs ?? [])
    .map(viewOf)
    .filter((id) => id !== undefined);
}

/**
 * Return the id of the widget that an output shows, if it shows one.
 *
 * @param {Output} output
 * @returns {string | undefined}
 */
export function viewOf({ data }) {
  return data?.["application/vnd.jupyter.widget-view+json"]?.model_id;
}

/**
 * Return whether a cell's code is out of sight.
 *
 * @param {CellContent} cell
 */
export function isFolded({ metadata }) {
  return metadata.jupyter?.source_hidden === true;
}

/**
 * Return whether a cell says what to do where notebooks do not fill themselves.
 *
 * @param {CellContent} cell
 */
export function isByHand({ metadata }) {
  return metadata.coup1920?.by_hand === true;
}

/** @param {CellContent} cell */
export function sourceOf({ source }) {
  return typeof source === "string" ? source : source.join("");
}
