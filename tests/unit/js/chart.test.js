// A chart and Plotly's own widget, which all charts of a page share.

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import chartWidget from "#coupdata/views/timeline_chart/chart.js";
import { modelOf } from "./dom.js";

const PROGRAM = `export default () => ({
  initialize: ({ model }) => model.set("began", true),
  render: ({ el }) => (el.textContent = "drawn"),
});`;

/** A chart whose program comes to the page only after it was looked for this often in vain. */
function chart(inVain) {
  const program = modelOf({ source: PROGRAM });
  const get_model = async () => {
    if (inVain-- > 0) throw new Error("widget model not found");
    return program;
  };
  return Object.assign(modelOf({ shared_script: "IPY_MODEL_program", hears: true }), {
    widget_manager: { get_model },
  });
}

test("a chart waits for its program, which the kernel gives later to a page that is loaded again", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  globalThis.URL.createObjectURL = () => `data:text/javascript,${encodeURIComponent(PROGRAM)}`;
  const model = chart(3);
  const el = document.createElement("div");
  const widget = chartWidget();
  widget.initialize({ model, signal: new AbortController().signal });
  const drawn = widget.render({ model, el });
  for (let tries = 0; tries < 3; tries++) {
    await new Promise((done) => setImmediate(done));
    assert.equal(el.textContent, "");
    mock.timers.tick(100);
  }
  await drawn;
  assert.equal(el.textContent, "drawn");
});
