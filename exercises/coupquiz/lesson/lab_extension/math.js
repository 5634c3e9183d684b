// @ts-check
/** @import { RenderMime } from "./types.d.ts" */

/**
 * Have mathematics set where there is any. For the first text that a notebook shows, Jupyter fetches and runs the whole of
 * MathJax, in which time the lesson is not there yet.
 *
 * @param {RenderMime} rendermime of one notebook
 */
export function setMathWhereItIs(rendermime) {
  const { latexTypesetter } = rendermime;
  if (!latexTypesetter) return;
  rendermime.latexTypesetter = {
    typeset: (node) => (/[$\\]/.test(node.textContent ?? "") ? latexTypesetter.typeset(node) : undefined),
  };
}
