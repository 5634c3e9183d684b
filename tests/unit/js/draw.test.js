import "./dom.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { redraw } from "#coupdata/views/html/scripts/draw.js";
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

const LISTS = {
  "the same": [["p", { class: "a" }, "one ", ["b", {}, "two"]], "three"],
  "another text": [["p", { class: "a" }, "ONE ", ["b", {}, "two"]], "three"],
  "another attribute": [["p", { class: "b", lang: "ka" }, "one ", ["b", {}, "two"]], "three"],
  "no attribute": [["p", {}, "one ", ["b", {}, "two"]], "three"],
  "another element": [["div", { class: "a" }, "one"], "three"],
  "a text where an element was": ["one", ["i", {}, "three"]],
  more: [["p", { class: "a" }, "one ", ["b", {}, "two"], ["i", {}, "2½"]], "three", ["p", {}, "four"]],
  fewer: [["p", { class: "a" }, "one "]],
  nothing: [],
  "an svg": [["svg", {}, ["g", {}, ["path", { d: "M0 0" }]], ["foreignObject", {}, ["p", {}, "x"]]]],
};

for (const [from, before] of Object.entries(LISTS)) {
  for (const [to, after] of Object.entries(LISTS)) {
    test(`from ${from} to ${to}: as if drawn new`, async () => {
      const box = await put(["div", {}, ...before]);
      redraw(box, ...after);
      assert.equal(box.outerHTML, (await put(["div", {}, ...after])).outerHTML);
    });
  }
}

test("what stays the same is the same element, and keeps what keeps keys from the notebook", async () => {
  const box = await put(["div", {}, ["p", { class: "a" }, "one ", ["b", {}, "two"]]]);
  const [p, b, text] = [box.firstChild, box.querySelector("b"), box.querySelector("b").firstChild];
  b.setAttribute("data-lm-suppress-shortcuts", "true");
  redraw(box, ["p", { class: "b" }, "1 ", ["b", {}, "TWO"], "!"]);
  assert.deepEqual([box.firstChild, box.querySelector("b"), b.firstChild], [p, b, text]);
  assert.equal(b.getAttribute("data-lm-suppress-shortcuts"), "true");
});

test("what comes into an svg later is SVG as well", async () => {
  const box = await put(["div", {}, ["svg", {}, ["g", {}]]]);
  redraw(box, ["svg", {}, ["g", {}], ["title", {}, "T"], ["foreignObject", {}, ["p", {}]]]);
  assert.equal(box.querySelector("title").namespaceURI, "http://www.w3.org/2000/svg");
  assert.equal(box.querySelector("p").namespaceURI, "http://www.w3.org/1999/xhtml");
});
