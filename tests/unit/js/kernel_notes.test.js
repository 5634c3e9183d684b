// @ts-check
import assert from "node:assert/strict";
import test from "node:test";
import { keepClean } from "#coupquiz/lesson/lab_extension/kernel_notes.js";

/** @param {string} key of the metadata that Jupyter changes @param {boolean} dirty whether something else is to be saved */
async function changed(key, dirty) {
  /** @type {any} */
  let act;
  const metadataChanged = { connect: (/** @type {any} */ given) => (act = given), disconnect: () => {} };
  const model = { dirty, metadataChanged, getMetadata: () => {}, cells: { changed: metadataChanged } };
  keepClean(/** @type {any} */ (model));
  act(model, { key });
  model.dirty = true; // as Jupyter does with every change, after it has told
  await null;
  return model.dirty;
}

test("what Jupyter notes of a kernel is nothing to save", async () => {
  assert.equal(await changed("language_info", false), false);
  assert.equal(await changed("kernelspec", false), false);
});

test("what somebody has changed is", async () => {
  assert.equal(await changed("language_info", true), true);
  assert.equal(await changed("coup1920", false), true);
});
