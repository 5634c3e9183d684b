// Mathematics is set where there is any: for the rest, nobody waits until MathJax is there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setMathWhereItIs } from "#coupquiz/lesson/lab_extension/math.js";
import "./dom.js";

function textOf(words) {
  const node = document.createElement("div");
  node.textContent = words;
  return node;
}

test("a text without mathematics is left as it is, others are set by Jupyter", async () => {
  const set = [];
  const latexTypesetter = { typeset: async (node) => set.push(node.textContent) };
  const rendermime = { latexTypesetter };
  setMathWhereItIs(rendermime);
  assert.equal(rendermime.latexTypesetter.typeset(textOf("The night of 2 to 3 May")), undefined);
  for (const words of ["$x^2$", "\\(x\\)", "\\begin{align}x\\end{align}"]) {
    await rendermime.latexTypesetter.typeset(textOf(words));
  }
  assert.deepEqual(set, ["$x^2$", "\\(x\\)", "\\begin{align}x\\end{align}"]);
});

test("where Jupyter sets no mathematics, nothing changes", () => {
  const rendermime = { latexTypesetter: null };
  setMathWhereItIs(rendermime);
  assert.equal(rendermime.latexTypesetter, null);
});
