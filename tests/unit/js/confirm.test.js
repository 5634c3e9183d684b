import "./dom.js";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { confirm } from "#coupquiz/notebook/scripts/confirm.js";

let box;
let acts;

beforeEach(() => {
  acts = 0;
  const words = { label: "Delete all", question: "Delete?", yes: "Yes", no: "No" };
  box = confirm({ ...words, act: () => (acts += 1) });
  document.body.replaceChildren(box);
});

const press = (label) =>
  [...box.querySelectorAll("button")].find(({ textContent }) => textContent === label).click();
const labels = () => [...box.querySelectorAll("button")].map(({ textContent }) => textContent).join();

test("one press asks, and the focus stands on what changes nothing", () => {
  press("Delete all");
  assert.equal(labels(), "Yes,No");
  assert.equal(document.activeElement.textContent, "No");
  assert.equal(acts, 0);
});

test("yes acts once, and the first button is back", () => {
  press("Delete all");
  press("Yes");
  assert.equal(acts, 1);
  assert.equal(labels(), "Delete all");
  assert.equal(document.activeElement.textContent, "Delete all");
});

test("no and Escape change nothing", () => {
  press("Delete all");
  press("No");
  press("Delete all");
  box.querySelector(".asked").dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  assert.equal(labels(), "Delete all");
  assert.equal(acts, 0);
});
