import assert from "node:assert/strict";
import { test } from "node:test";
import { hitAt } from "#coupdata/views/event_explorer/chart_pointer.js";
import { fitting } from "#coupdata/views/event_explorer/filters.js";
import { neighbour } from "#coupdata/views/event_explorer/steps.js";

const row = (id, actor, theme) => ({ id, actor: [actor], theme: [theme], place: [] });
const ROWS = [
  row("a", "army", "war"),
  row("b", "party", "talks"),
  row("c", "army", "talks"),
  row("d", "army", "war"),
];
const ids = (rows) => rows.map(({ id }) => id).join("");

test("each filter that is set leaves what fits it, all together what fits all", () => {
  const left = (wanted) => ids(fitting(ROWS, (name) => wanted[name] ?? ""));
  assert.equal(left({}), "abcd");
  assert.equal(left({ actor: "army" }), "acd");
  assert.equal(left({ actor: "army", theme: "war" }), "ad");
  assert.equal(left({ actor: "party", theme: "war" }), "");
});

test("a step goes to the next event that the filters leave, from one that they do not, too", () => {
  const left = fitting(ROWS, (name) => (name === "actor" ? "army" : ""));
  assert.equal(neighbour(ROWS, left, "a", 1)?.id, "c");
  assert.equal(neighbour(ROWS, left, "b", 1)?.id, "c");
  assert.equal(neighbour(ROWS, left, "b", -1)?.id, "a");
  assert.equal(neighbour(ROWS, left, "d", 1), undefined);
  assert.equal(neighbour(ROWS, left, "", 1)?.id, "a");
  assert.equal(neighbour(ROWS, left, "", -1)?.id, "d");
});

test("a pointer meets an event on its symbol, along its bars, and on its label to either side", () => {
  const hit = { id: "a", panel: "days", y: 100, first: 10, last: 20, labelX: 15, labelY: 80, label: 50 };
  const leftwards = { ...hit, id: "b", y: 200, labelY: 180, label: -50 };
  const at = (x, y) => hitAt([hit, leftwards], (_panel, day) => day * 10, x, y)?.id;
  assert.equal(at(150, 100), "a");
  assert.equal(at(95, 108), "a");
  assert.equal(at(80, 100), undefined);
  assert.equal(at(150, 113), undefined);
  assert.equal(at(170, 80), "a");
  assert.equal(at(130, 80), undefined);
  assert.equal(at(130, 180), "b");
  assert.equal(at(170, 180), undefined);
});
