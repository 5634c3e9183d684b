import "./dom.js";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { completed, order } from "#coupquiz/kinds/order/control.js";
import { put } from "./dom.js";

let list;
let answers;
let show;

const item = (id) => [
  "li",
  { "data-part": id },
  ["button", { class: "item", type: "button" }, ["span", { class: "grip" }, "⠿"], `Event ${id}`],
  ["button", { class: "move", "data-by": "-1", type: "button" }, "▲"],
  ["button", { class: "move", "data-by": "1", type: "button" }, "▼"],
];
const keep = ["button", { class: "keep", type: "button" }, "Keep this order"];

beforeEach(async () => {
  const root = await put(["fieldset", {}, ["ol", {}, item("a"), item("b"), item("c")], keep]);
  list = root.querySelector("ol");
  answers = [];
  show = order({
    root,
    listen: (target, type, act) => target.addEventListener(type, act),
    give: (answer) => answers.push(answer.join("")),
    type: () => {},
  });
});

const ids = () => [...list.children].map((each) => each.dataset.part).join("");
const grip = (id) => list.querySelector(`[data-part=${id}] .item`);
const arrow = (id, by) => list.querySelector(`[data-part=${id}] .move[data-by="${by}"]`);
const live = () => list.nextElementSibling.textContent;
const key = (id, name, more = {}) => {
  grip(id).focus();
  const event = new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...more });
  grip(id).dispatchEvent(event);
  return event.defaultPrevented;
};
const space = (id) => grip(id).dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 0 }));

test("arrows move an item by one, say where it is now, and are spent at the ends", () => {
  arrow("a", "1").click();
  assert.equal(ids(), "bac");
  assert.deepEqual(answers, ["bac"]);
  assert.equal(live(), "Event a: position 2 of 3");
  assert.equal(arrow("b", "-1").ariaDisabled, "true");
  assert.equal(arrow("a", "-1").ariaDisabled, "false");
  arrow("b", "-1").click();
  assert.deepEqual(answers, ["bac"]);
});

test("Alt with an arrow key moves an item at once", () => {
  key("c", "ArrowUp", { altKey: true });
  assert.equal(ids(), "acb");
  assert.deepEqual(answers, ["acb"]);
  key("a", "ArrowUp", { altKey: true });
  assert.deepEqual(answers, ["acb"]);
});

test("an arrow key alone goes to the neighbour, and other keys are left to the page", () => {
  assert.equal(key("a", "ArrowDown"), true);
  assert.equal(document.activeElement, grip("b"));
  assert.equal(key("b", "x"), false);
  assert.equal(ids(), "abc");
});

test("Space picks an item up, arrow keys carry it, Space puts it down: one answer", () => {
  space("a");
  assert.equal(live(), "Picked up. Event a: position 1 of 3");
  key("a", "ArrowDown");
  key("a", "ArrowDown");
  assert.deepEqual(answers, []);
  space("a");
  assert.equal(live(), "Put down. Event a: position 3 of 3");
  assert.deepEqual(answers, ["bca"]);
});

test("Escape puts an item back where it was picked up", () => {
  space("c");
  key("c", "ArrowUp");
  key("c", "Escape");
  assert.equal(ids(), "abc");
  assert.equal(live(), "Put back. Event c: position 3 of 3");
  assert.deepEqual(answers, []);
});

test("Tab reaches one item, the one with the focus", () => {
  const reached = () => [...list.querySelectorAll("button")].filter(({ tabIndex }) => tabIndex === 0);
  assert.ok(reached().every((button) => button.parentNode.dataset.part === "a"));
  grip("b").focus();
  assert.ok(reached().every((button) => button.parentNode.dataset.part === "b"));
  assert.equal(reached().length, 3);
});

test("an answer from Python is shown, but not while an item is held", () => {
  show(["c", "a", "b"]);
  assert.equal(ids(), "cab");
  space("c");
  show(["a", "b", "c"]);
  assert.equal(ids(), "cab");
  space("c");
  show(null);
  assert.equal(ids(), "abc");
});

test("the order as it is shown can be the answer, until there is another", () => {
  const button = list.parentNode.querySelector(".keep");
  show(null);
  button.click();
  assert.deepEqual(answers, ["abc"]);
  show(["a", "b", "c"]);
  button.click();
  assert.deepEqual(answers, ["abc"]);
  assert.equal(button.ariaDisabled, "true");
  show(null);
  assert.equal(button.ariaDisabled, "false");
});

test("an answer of an older question is completed: what it does not know stands last", () => {
  assert.deepEqual(completed(["c", "x", "a"], ["a", "b", "c"]), ["c", "a", "b"]);
  assert.deepEqual(completed([], ["a", "b"]), ["a", "b"]);
});

const drag = (on, pointerType) => {
  const start = new MouseEvent("pointerdown", { bubbles: true, button: 0 });
  on.closest(".item").setPointerCapture = () => {};
  on.dispatchEvent(Object.assign(start, { pointerType, pointerId: 1 }));
  list.dispatchEvent(new MouseEvent("pointermove", { clientY: 10 }));
  list.dispatchEvent(new MouseEvent("pointerup"));
};

for (const [pointer, part, order] of [
  ["mouse", "item", "bca"],
  ["mouse", "grip", "bca"],
  ["touch", "grip", "bca"],
  ["pen", "grip", "bca"],
  ["touch", "item", "abc"],
  ["pen", "item", "abc"],
]) {
  test(`what is dragged by ${pointer} on its ${part}: ${order}`, () => {
    drag(list.querySelector(`[data-part=a] .${part}`), pointer);
    drag(list.querySelector(`[data-part=a] .${part}`), pointer);
    assert.equal(ids(), order);
    assert.equal(answers.length, order === "abc" ? 0 : 2);
  });
}
