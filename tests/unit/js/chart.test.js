// A chart of a notebook, and what is changed on it before and after it is drawn.

import "./dom.js";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import chart, { restyle } from "#coupdata/views/timeline_chart/chart.js";
import { modelOf } from "./dom.js";

/** @type {[name: string, ...given: any[]][]} what was asked of Plotly */
let asked = [];

beforeEach(() => {
  asked = [];
  const note =
    (/** @type {string} */ name) =>
    (/** @type {HTMLElement} */ _el, /** @type {any[]} */ ...given) =>
      asked.push([name, ...given]);
  globalThis.Plotly = { newPlot: note("newPlot"), restyle: note("restyle"), purge: note("purge") };
});

const figure = () => ({
  data: [{ x: [1] }, { x: [2], marker: { size: 9 } }],
  layout: { height: 100 },
  config: {},
});
const NONE = { traces: [], changes: {} };
const FADED = { traces: [1], changes: { "marker.opacity": [[0.15]] } };

/** A chart on the page, and its model. */
async function shown(traits = {}) {
  const model = modelOf({
    figure: figure(),
    choice: NONE,
    fading: NONE,
    hears: true,
    catalogue: {},
    ...traits,
  });
  const el = document.createElement("div");
  document.body.append(el);
  const leave = await chart.render({ model, el });
  return { model, leave };
}

test("a chart is drawn once, with what was chosen and filtered before", async () => {
  const choice = { traces: [0], changes: { x: [[5]] } };
  const { model } = await shown({ choice, fading: FADED });
  const drawn = [{ x: [5] }, { x: [2], marker: { size: 9, opacity: [0.15] } }];
  assert.deepEqual(asked, [["newPlot", drawn, { height: 100 }, {}]]);
  assert.deepEqual(model.get("figure"), figure()); // another view of it begins from the same
});

test("what changes afterwards changes on the chart, and nothing else is drawn anew", async () => {
  const { model } = await shown();
  model.set("fading", FADED);
  assert.deepEqual(asked.slice(1), [["restyle", FADED.changes, [1]]]);
});

test("a chart that has left the page is given up", async () => {
  const { leave } = await shown();
  leave();
  assert.deepEqual(
    asked.map(([name]) => name),
    ["newPlot", "purge"],
  );
});

test("a change makes what a trace does not have yet", () => {
  /** @type {Record<string, any>[]} */
  const traces = [{}, {}];
  restyle(traces, { traces: [1], changes: { "textfont.color": [["red"]], text: [["a"]] } });
  assert.deepEqual(traces, [{}, { textfont: { color: ["red"] }, text: ["a"] }]);
});
