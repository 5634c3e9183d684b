import "./dom.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { put } from "./dom.js";

test("a text becomes text, never markup", async () => {
  const drawn = await put(["p", { title: '"<b>"' }, "<b>bold</b>", ["i", {}, "&amp;"]]);
  assert.equal(drawn.textContent, "<b>bold</b>&amp;");
  assert.equal(drawn.getAttribute("title"), '"<b>"');
  assert.equal(drawn.children.length, 1);
});

test("what stands in an svg is drawn as SVG, and what a foreignObject holds as HTML", async () => {
  const drawn = await put([
    "div",
    {},
    [
      "svg",
      { viewBox: "0 0 9 9" },
      ["title", {}, "T"],
      ["g", {}, ["path", {}]],
      ["foreignObject", {}, ["p", {}]],
    ],
    ["p", {}],
  ]);
  const spaces = [...drawn.querySelectorAll("*")].map((each) => `${each.localName} ${each.namespaceURI}`);
  const svg = ["svg", "title", "g", "path", "foreignObject"].map(
    (tag) => `${tag} http://www.w3.org/2000/svg`,
  );
  assert.deepEqual(spaces, [...svg, "p http://www.w3.org/1999/xhtml", "p http://www.w3.org/1999/xhtml"]);
});
