import assert from "node:assert/strict";
import { test } from "node:test";
import { put } from "./dom.js";

const { localModel } = await import("#coupdata/views/html/scripts/local_model.js");
const { begin } = await import("#coupdata/views/html/scripts/view.js");
const { drawList } = await import("#coupdata/views/event_explorer/scripts/event_list.js");
const { drawNote } = await import("#coupdata/views/event_explorer/scripts/hidden_note.js");
const { nextStop } = await import("#coupdata/views/event_explorer/scripts/tour.js");

import { hitAt } from "#coupdata/views/event_explorer/scripts/chart_pointer.js";
import { fitting } from "#coupdata/views/event_explorer/scripts/filters.js";
import { neighbour } from "#coupdata/views/event_explorer/scripts/steps.js";

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

/** An explorer's parts on a page. */
function shown(traits) {
  const model = localModel({ name: "", selected: "", actor: "", theme: "", place: "", ...traits });
  const view = begin(model);
  const part = { model, view, fits: () => fitting(model.get("events"), (name) => model.get(name)) };
  return { model, part };
}

const listed = (id, hidden = false) => ({
  ...row(id, "army", "war"),
  ...{
    title: id.toUpperCase(),
    when: hidden ? "asked for in 2.1" : "1 May",
    glyph: "●",
    colour: "red",
    hidden,
  },
});

test("the list follows what is hidden, and keeps the choice and the fading", async () => {
  const { model, part } = shown({ events: [listed("a"), listed("b", true)], selected: "b" });
  const page = await put(["div", {}]);
  page.append(drawList(part, page));
  const options = () => [...page.querySelectorAll("[role=option]")];
  assert.deepEqual(
    options().map((option) => option.querySelector(".when").textContent),
    ["1 May", "asked for in 2.1"],
  );
  model.set("actor", "party");
  model.set("events", [listed("b"), listed("a")]);
  assert.deepEqual(
    options().map((option) => option.dataset.id),
    ["b", "a"],
  );
  assert.deepEqual(
    options().map((option) => option.getAttribute("aria-selected")),
    ["true", "false"],
  );
  assert.equal(page.querySelector("[role=listbox]").getAttribute("aria-activedescendant"), options()[0].id);
  assert.ok(options().every((option) => option.getAttribute("aria-disabled") === "true"));
});

test("a line says what is hidden, quietly, and its button shows it and hides it again", async () => {
  const { model, part } = shown({ note: "", show_hidden: false });
  const page = await put(["div", {}]);
  page.append(drawNote(part));
  const [note, button, said] = ["p", "button", "span"].map((tag) => page.querySelector(tag));
  assert.ok(note.hidden);
  model.set("note", "4 events are not on the timeline yet.");
  assert.ok(!note.hidden);
  assert.equal(said.textContent, "4 events are not on the timeline yet.");
  assert.equal(said.getAttribute("aria-live"), "off");
  assert.equal(button.textContent, "Show them");
  button.focus();
  button.click();
  assert.equal(model.get("show_hidden"), true);
  assert.equal(button.textContent, "Hide them again");
  assert.equal(said.getAttribute("aria-live"), "polite");
  button.click();
  assert.equal(model.get("show_hidden"), false);
  model.set("note", "");
  assert.ok(note.hidden);
});

test("a walk passes over the stops that wait, and ends where no other is left", () => {
  assert.equal(nextStop(0, 1, 7, []), 1);
  assert.equal(nextStop(0, 1, 7, [1, 2]), 3);
  assert.equal(nextStop(3, -1, 7, [1, 2]), 0);
  assert.equal(nextStop(4, -1, 7, [3]), 2);
  assert.equal(nextStop(5, 1, 7, [6, 7]), 0);
  assert.equal(nextStop(0, 1, 3, [1, 2, 3]), 0);
});
