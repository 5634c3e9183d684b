import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { put } from "./dom.js";

const { link, localModel } = await import("#coupdata/views/html/scripts/local_model.js");
const { faded } = await import("#coupdata/views/on_page/scripts/chart_on_page.js");
const { widest } = await import("#coupdata/views/timeline_chart/widest.js");
const { begin } = await import("#coupdata/views/html/scripts/view.js");

beforeEach(() => put(["div", {}]));

test("who listens hears a change, once, and no more after leaving", () => {
  const model = localModel({ selected: "" });
  const heard = [];
  const hear = () => heard.push(model.get("selected"));
  model.on("change:selected", hear);
  model.set("selected", "a");
  model.set("selected", "a");
  model.set("selected", "b");
  model.off("change:selected", hear);
  model.set("selected", "c");
  assert.deepEqual(heard, ["a", "b"]);
  assert.equal(model.get("selected"), "c");
});

test("who leaves while a change is told does not keep it from others", () => {
  const model = localModel({ selected: "" });
  const heard = [];
  const once = () => model.off("change:selected", once);
  model.on("change:selected", once);
  model.on("change:selected", () => heard.push(model.get("selected")));
  model.set("selected", "a");
  assert.deepEqual(heard, ["a"]);
});

test("linked models are the same from the first on, until the link ends", () => {
  const [one, other] = [localModel({ selected: "a", actor: "x" }), localModel({ selected: "", actor: "" })];
  const ended = new AbortController();
  link(one, other, ["selected"], ended.signal);
  assert.equal(other.get("selected"), "a");
  other.set("selected", "b");
  assert.equal(one.get("selected"), "b");
  one.set("selected", "c");
  assert.equal(other.get("selected"), "c");
  assert.equal(other.get("actor"), "");
  ended.abort();
  one.set("selected", "d");
  assert.equal(other.get("selected"), "c");
});

test("a view begins, sets and ends with it as with a kernel", () => {
  const model = localModel({ selected: "" });
  const view = begin(model);
  let told = 0;
  view.follow(["selected"], () => told++);
  view.set("selected", "a");
  assert.equal(told, 2);
  view.end();
  model.set("selected", "b");
  assert.equal(told, 2);
  assert.equal(document.head.querySelector("style"), null, "the page links its style sheet");
});

test("the marks of each event are strong or weak, trace by trace, as the filters leave it", () => {
  const chart = {
    traces: [{ customdata: ["a", "b"] }, { customdata: [] }, { customdata: ["b", "a", "a"] }],
    fading: { traces: [0, 2], values: { "marker.opacity": [1, 0.15] } },
  };
  assert.deepEqual(faded(chart, new Set(["a"])), {
    "marker.opacity": [
      [1, 0.15],
      [0.15, 1, 1],
    ],
  });
});

test("the widest chart that has room is taken, and the narrowest where none has", () => {
  assert.deepEqual(
    [100, 250, 599, 600, 9999].map((room) => widest([250, 360, 600], room)),
    [250, 250, 360, 600, 600],
  );
});
