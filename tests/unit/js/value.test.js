import "./dom.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { value } from "#coupquiz/kinds/value/control.js";
import { put } from "./dom.js";

const bring = async (more) => {
  const root = await put(["section", { class: `question value${more}` }, ["input", { type: "text" }]]);
  return { field: root.querySelector("input"), show: value({ root, listen: () => {}, type: () => {} }) };
};

test("a value that a cell gives is shown, and cannot be typed as well", async () => {
  const { field, show } = await bring(" from-python");
  show(["may-day", "arrests"]);
  assert.equal(field.value, "may-day, arrests");
  assert.ok(field.readOnly);
});

test("a value that is asked for on the page is typed there", async () => {
  const { field } = await bring("");
  assert.ok(!field.readOnly);
});
