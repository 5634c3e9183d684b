// What views of the case say to a screen reader: each thing once, and in words.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { drawList } from "#coupdata/views/event_explorer/scripts/event_list.js";
import { drawFilters, fitting } from "#coupdata/views/event_explorer/scripts/filters.js";
import { draw } from "#coupdata/views/html/scripts/draw.js";
import { begin } from "#coupdata/views/html/scripts/view.js";
import { modelOf } from "./dom.js";

globalThis.ResizeObserver = class {
  observe() {}
  disconnect() {}
};

const row = (id, actor) => ({
  id,
  title: `Event ${id}`,
  when: "no day given",
  glyph: "◆",
  colour: "red",
  key: false,
  actor: [actor],
  theme: [actor],
  place: [],
});

let model;
let step;
let filters;
let live;

beforeEach(() => {
  model = modelOf({
    hears: true,
    name: "Timeline",
    events: [row("a", "army"), row("b", "party")],
    filters: ["actor", "theme"].map((name) => ({
      name,
      label: name,
      choices: [
        ["army", "Army"],
        ["party", "Party"],
      ],
    })),
    selected: "",
    actor: "",
    theme: "",
    place: "",
  });
  const view = begin(model);
  const fits = () => fitting(model.get("events"), (name) => model.get(name));
  const bar = draw(["div", {}, ["button", {}, "Next"]]);
  step = bar.firstChild;
  filters = drawFilters({ model, view, fits });
  const list = drawList({ model, view, fits }, bar);
  live = list.querySelector("[aria-live]");
  document.body.replaceChildren(bar, filters, list);
});

test("a step says the date and the event, in words", () => {
  step.focus();
  model.set("selected", "b");
  assert.equal(live.textContent, "no day given, Event b");
});

test("what is chosen elsewhere, in the list or by a tour, is told there", () => {
  for (const elsewhere of [document.body, document.querySelector("[role=listbox]")]) {
    elsewhere.focus();
    model.set("selected", "a");
    assert.equal(live.textContent, "");
  }
});

test("filters that leave nothing say so, and one button clears them", () => {
  const clear = filters.querySelector("button");
  const said = () => filters.querySelector("[role=status]").textContent;
  assert.equal(clear.hidden, true);
  model.set("actor", "army");
  assert.equal(said(), "1 of 2 events");
  assert.equal(clear.hidden, true);
  model.set("theme", "party");
  assert.equal(said(), "No event fits these filters.");
  assert.equal(clear.hidden, false);
  clear.click();
  assert.deepEqual([model.get("actor"), model.get("theme")], ["", ""]);
  assert.equal(said(), "2 of 2 events");
  assert.equal(clear.hidden, true);
  assert.equal(document.activeElement.localName, "select");
});

test("who chooses on a drawing hears what", async () => {
  const { default: drawing } = await import("#coupdata/views/drawing/drawing.js");
  const page = [
    "div",
    { class: "coup" },
    ["div", { class: "coup-drawing" }],
    ["div", { role: "listbox" }, ["div", { role: "option", "data-choice": "army" }, "Army"]],
    ["section", { "data-about": "" }, ["p", { class: "name" }, "All"]],
    ["section", { "data-about": "army" }, ["p", { class: "name" }, "Red Army"]],
  ];
  const shape = ["svg", {}, ["g", { "data-choice": "army" }]];
  const traits = { hears: true, page, drawing: shape, chooses: "actor", actor: "", selected: "", width: 400 };
  const el = document.createElement("div");
  document.body.append(el);
  drawing.render({ model: modelOf(traits), el });
  const said = () => el.querySelector("p[role=status].unseen").textContent;
  const press = () => el.querySelector("g").dispatchEvent(new MouseEvent("click", { bubbles: true }));
  press();
  assert.equal(said(), "Chosen: Red Army");
  press();
  assert.equal(said(), "Nothing is chosen.");
});
