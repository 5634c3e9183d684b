// @ts-check
// The site's packages, which come as one tar file and are taken apart in the browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entries } from "../../../lite/scripts/packed_files.js";

/** A file as `ustar` has it: a header of 512 bytes, and the content up to a whole block. */
function entry(/** @type {string} */ name, /** @type {string} */ content, prefix = "") {
  const size = Buffer.byteLength(content);
  const block = Buffer.alloc(512 + Math.ceil(size / 512) * 512);
  block.write(name, 0);
  block.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  block.write("ustar\x0000", 257);
  block.write(prefix, 345);
  block.write(content, 512);
  return block;
}

test("every file comes out under its name, however long that is", () => {
  const full = "x".repeat(100); // a name that leaves no room for the zero after it
  const tar = Buffer.concat([
    entry("a.txt", "one"),
    entry("empty", ""),
    entry(full, "y".repeat(513), "a/folder"),
    entry("é.txt", "last"),
    Buffer.alloc(1024),
  ]);
  const found = [...entries(tar)].map(([name, content]) => [name, new TextDecoder().decode(content)]);
  assert.deepEqual(found, [
    ["a.txt", "one"],
    ["empty", ""],
    [`a/folder/${full}`, "y".repeat(513)],
    ["é.txt", "last"],
  ]);
});
