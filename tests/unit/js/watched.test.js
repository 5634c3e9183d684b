import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { watched } from "#coupdata/views/html/scripts/watched.js";

let told;
let lose;
const model = { on: (_event, act) => (lose = act), send: (word) => told.push(word) };

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  told = [];
});

test("Python hears that a view is seen once it is painted, and that it is gone", () => {
  const leave = watched(model);
  assert.deepEqual(told, []);
  mock.timers.tick(100);
  assert.deepEqual(told, ["seen"]);
  leave();
  assert.deepEqual(told, ["seen", "gone"]);
});

test('of one that is gone before it is painted too: "gone" alone would count for another', () => {
  watched(model)();
  mock.timers.tick(300);
  assert.deepEqual(told, ["seen", "gone"]);
});

test("a view without a kernel says nothing", () => {
  const leave = watched(model);
  lose();
  leave();
  assert.deepEqual(told, []);
});
