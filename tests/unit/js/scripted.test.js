// Views and the script that all of a kind share.

import assert from "node:assert/strict";
import { test } from "node:test";
import scripted from "#coupdata/views/html/scripts/scripted.js";
import { modelOf } from "./dom.js";

test("a script that two views share is loaded once", async () => {
  let loaded = 0;
  const source =
    "export default { render: ({ el }) => { el.textContent = 'drawn'; return () => 'ended'; } };";
  globalThis.URL.createObjectURL = () => {
    loaded += 1;
    return `data:text/javascript,${encodeURIComponent(source)}`;
  };
  for (const id of ["one", "another"]) {
    const get_model = async (/** @type {string} */ wanted) =>
      modelOf({ source: wanted === "of-all" && source });
    const model = Object.assign(modelOf({ shared_script: "IPY_MODEL_of-all", id }), {
      widget_manager: { get_model },
    });
    const el = document.createElement("div");
    const end = await scripted().render({ model, el });
    assert.equal(el.textContent, "drawn");
    assert.equal(end(), "ended");
  }
  assert.equal(loaded, 1);
});

test("a script that keeps something for a widget begins anew with each", async () => {
  const source = `export default () => {
    let views = 0;
    return { render: ({ el }) => { views += 1; el.textContent = String(views); } };
  };`;
  globalThis.URL.createObjectURL = () => `data:text/javascript,${encodeURIComponent(source)}`;
  const get_model = async () => modelOf({ source });
  const model = Object.assign(modelOf({ shared_script: "IPY_MODEL_of-all" }), {
    widget_manager: { get_model },
  });
  const drawn = [];
  for (const widget of [scripted(), scripted()]) {
    for (let view = 0; view < 2; view++) {
      const el = document.createElement("div");
      await widget.render({ model, el });
      drawn.push(el.textContent);
    }
  }
  assert.deepEqual(drawn, ["1", "2", "1", "2"]);
});
