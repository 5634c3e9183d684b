// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { startPython } from "#coupquiz/lesson/lab_extension/browser_python.js";

/** What a page at an address starts, and how often it lets go of it. */
async function started(/** @type {string} */ address) {
  /** @type {string[]} */
  const paths = [];
  let ended = 0;
  const sessions = {
    ready: Promise.resolve(),
    startNew: async (/** @type {{ path: string }} */ { path }) => {
      paths.push(path);
      return { dispose: () => void ended++ };
    },
  };
  await startPython(sessions, address);
  return { paths, ended };
}

test("Python starts for the notebook that the address names, and waits there without us", async () => {
  const page = "https://host/site/notebooks/index.html";
  assert.deepEqual(await started(`${page}?path=01_reading.ipynb`), { paths: ["01_reading.ipynb"], ended: 1 });
  assert.deepEqual(await started(page), { paths: [], ended: 0 });
  assert.deepEqual(await started(`${page}?path=notes.txt`), { paths: [], ended: 0 });
});
