// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { isOwn, keepOwn } from "#coupquiz/lesson/lab_extension/own_code.js";

/** A browser's storage with this in it. */
function storage(kept = {}) {
  globalThis.localStorage = /** @type {any} */ ({
    getItem: (name) => kept[name] ?? null,
    setItem: (name, value) => {
      kept[name] = value;
    },
  });
  return kept;
}

test("what was run in a notebook is known there and nowhere else", () => {
  storage();
  keepOwn("a.ipynb", "len(events)");
  assert.ok(isOwn("a.ipynb", "len(events)"));
  assert.ok(!isOwn("b.ipynb", "len(events)"));
  assert.ok(!isOwn("a.ipynb", "len(actors)"));
});

test("only so much is kept, the latest", () => {
  storage();
  for (let number = 0; number < 101; number += 1) keepOwn("a.ipynb", String(number));
  assert.ok(!isOwn("a.ipynb", "0"));
  assert.ok(isOwn("a.ipynb", "1"));
  assert.ok(isOwn("a.ipynb", "100"));
  keepOwn("a.ipynb", "x".repeat(2001));
  assert.ok(!isOwn("a.ipynb", "x".repeat(2001)));
});

test("where a browser keeps nothing, or something else, nothing is known", () => {
  for (const damaged of ["{", "3", "null", '{"a": 1}', '["a"]']) {
    storage({ "coup1920:own-code": damaged });
    assert.ok(!isOwn("a.ipynb", "a"));
  }
  globalThis.localStorage = /** @type {any} */ ({
    getItem() {
      throw new Error("denied");
    },
    setItem() {
      throw new Error("denied");
    },
  });
  keepOwn("a.ipynb", "a");
  assert.ok(!isOwn("a.ipynb", "a"));
});
