// @ts-check
import assert from "node:assert/strict";
import test from "node:test";
import { keepSaved, note, renew } from "#coupquiz/lesson/lab_extension/saved_views.js";

const VIEW = "application/vnd.jupyter.widget-view+json";

/** @param {string} id @param {string} html */
const output = (id, html) => ({
  data: { [VIEW]: { model_id: id }, "text/html": html, "text/plain": "A view" },
});

/** @param {ReturnType<typeof output>[]} outputs */
function cellWith(...outputs) {
  /** @type {unknown[]} */
  const origins = [];
  return {
    origins,
    outputs,
    /** @type {import("#coupquiz/lesson/lab_extension/types.d.ts").SharedCell["updateOutputs"]} */
    updateOutputs(start, end, renewed, origin) {
      origins.push(origin);
      outputs.splice(start, end - start, .../** @type {typeof outputs} */ (renewed));
    },
  };
}

/** @param {object} data @param {string} [comm_id] */
const told = (data, comm_id) => ({ header: { msg_type: "comm_msg" }, content: { comm_id, data } });

/** Something to connect to that can be emitted. */
function signal() {
  /** @type {((sender: any, args: any) => unknown)[]} */
  const acts = [];
  return {
    connect: (/** @type {any} */ act) => acts.push(act),
    disconnect: () => {},
    emit: (/** @type {unknown} */ args) => acts.map((act) => act(null, args)),
  };
}

test("a notebook saves a view as it is then, silently, in its place and with its styles", () => {
  const cell = cellWith(output("first", "<style>a{}</style><p>asked</p>"), output("second", "<p>asked</p>"));
  const views = new Map([
    ["first", "<p>answered</p>"],
    ["another", "<p>not here</p>"],
  ]);
  renew(cell, views);
  assert.deepEqual(cell.outputs[0], output("first", "<style>a{}</style><p>answered</p>"));
  assert.deepEqual(cell.outputs[1], output("second", "<p>asked</p>"));
  renew(cell, views);
  assert.deepEqual(cell.origins, ["silent-change"]); // which Jupyter does not draw, and once
});

test("a question that is asked twice is saved in both places", () => {
  const cell = cellWith(output("one", "asked"), output("one", "asked"));
  renew(cell, new Map([["one", "answered"]]));
  assert.deepEqual(cell.outputs, [output("one", "answered"), output("one", "answered")]);
});

test("a text and a cell without outputs, or whose output was cleared, stay as they are", () => {
  const cell = cellWith();
  renew(cell, new Map([["first", "answered"]]));
  renew({}, new Map([["first", "answered"]]));
  assert.deepEqual(cell.origins, []);
});

test("what Python tells of a view is noted, also when it tells of all at once", () => {
  const views = new Map();
  note(told({ method: "update", state: { as_saved: "one" } }, "1"), views);
  note(told({ method: "update", state: { page: [] } }, "1"), views);
  note(
    told({ method: "update_states", states: { 2: { state: { as_saved: "two" } }, 3: { state: {} } } }),
    views,
  );
  note(told({ method: "update", state: { as_saved: "" } }, "4"), views); // as its output has it
  note({ header: { msg_type: "stream" }, content: {} }, views);
  note(told({ method: "custom", content: "seen" }, "5"), views);
  assert.deepEqual(
    [...views],
    [
      ["1", "one"],
      ["2", "two"],
    ],
  );
});

test("outputs change when a notebook is saved, and not before", () => {
  const [iopubMessage, saveState] = [signal(), signal()];
  const cell = cellWith(output("first", "asked"));
  const model = {
    dirty: false,
    sharedModel: {
      get cells() {
        model.dirty = true; // as each change has it
        return [cell];
      },
    },
  };
  keepSaved(
    /** @type {any} */ ({
      model,
      saveState,
      sessionContext: { iopubMessage },
    }),
  );
  iopubMessage.emit(told({ method: "update", state: { as_saved: "answered" } }, "first"));
  assert.deepEqual(cell.outputs, [output("first", "asked")]);
  saveState.emit("started");
  assert.deepEqual(cell.outputs, [output("first", "answered")]);
  assert.equal(model.dirty, false);
  saveState.emit("completed");
  assert.equal(cell.origins.length, 1);
});
