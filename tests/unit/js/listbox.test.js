import "./dom.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { chosenBy, markOption } from "#coupdata/views/html/scripts/listbox.js";
import { put } from "./dom.js";

const IDS = Array.from({ length: 20 }, (_each, n) => `e${n}`);

test("arrows choose the next, and stop at either end", () => {
  assert.equal(chosenBy("ArrowDown", IDS, "e3"), "e4");
  assert.equal(chosenBy("ArrowUp", IDS, "e3"), "e2");
  assert.equal(chosenBy("ArrowDown", IDS, "e19"), "e19");
  assert.equal(chosenBy("ArrowUp", IDS, "e0"), "e0");
});

test("with nothing chosen, down begins at the top and up at the bottom", () => {
  assert.equal(chosenBy("ArrowDown", IDS, ""), "e0");
  assert.equal(chosenBy("ArrowUp", IDS, ""), "e19");
});

test("page keys go eight further, Home and End to the ends, Escape to no choice", () => {
  assert.equal(chosenBy("PageDown", IDS, "e3"), "e11");
  assert.equal(chosenBy("PageUp", IDS, "e3"), "e0");
  assert.equal(chosenBy("Home", IDS, "e3"), "e0");
  assert.equal(chosenBy("End", IDS, "e3"), "e19");
  assert.equal(chosenBy("Escape", IDS, "e3"), "");
});

test("other keys mean nothing, nor does any where there is nothing to choose", () => {
  assert.equal(chosenBy("d", IDS, "e3"), undefined);
  assert.equal(chosenBy("ArrowDown", [], ""), undefined);
});

test("one option is marked at most, and named to a screen reader", async () => {
  const option = (id) => ["div", { role: "option", "aria-selected": "false", id }];
  const list = await put(["div", { role: "listbox" }, option("a"), option("b")]);
  const marked = () => [...list.children].map((each) => each.getAttribute("aria-selected")).join();
  markOption(list, list.children[0]);
  markOption(list, list.children[1]);
  assert.equal(marked(), "false,true");
  assert.equal(list.getAttribute("aria-activedescendant"), "b");
  markOption(list, undefined);
  assert.equal(marked(), "false,false");
  assert.equal(list.hasAttribute("aria-activedescendant"), false);
});
