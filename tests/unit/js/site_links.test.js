// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { pageOf } from "#coupquiz/lesson/lab_extension/site_links.js";

const SITE = "https://school.example/lessons/tiflis";
const HERE = `${SITE}/notebooks/index.html?path=00_start_here.ipynb#heading`;

test("a link to a notebook leads to the page that shows it", () => {
  for (const name of ["01_reading.ipynb", "my notes & more.ipynb"]) {
    const address = pageOf(`${SITE}/files/${encodeURIComponent(name)}`, HERE);
    assert.ok(address?.startsWith(`${SITE}/notebooks/index.html?path=`));
    assert.equal(new URL(address).searchParams.get("path"), name);
    assert.equal(new URL(address).hash, "");
  }
});

test("other links stay as they are", () => {
  for (const href of [
    "#heading",
    "https://en.wikipedia.org/a.ipynb",
    `${SITE}/files/map.svg`,
    `${SITE}/index.html`,
  ]) {
    assert.equal(pageOf(href, HERE), null);
  }
});
