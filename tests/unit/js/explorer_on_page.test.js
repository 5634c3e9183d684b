import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { put } from "./dom.js";

globalThis.ResizeObserver = class {
  observe() {}
  disconnect() {}
};
globalThis.requestAnimationFrame = () => 0; // no page has room for a chart here

const { showExplorer } = await import("#coupdata/views/on_page/scripts/explorer_on_page.js");
const { showTour } = await import("#coupdata/views/on_page/scripts/tour_on_page.js");

const settle = () => new Promise((done) => setTimeout(done, 5));
const row = (id, hidden) => ({
  ...{ id, title: id.toUpperCase(), when: hidden ? "asked for in 2.1" : "1 May", hidden },
  ...{ glyph: "●", colour: "red", key: false, actor: [], theme: [], place: [] },
});
const page = (words) => ["div", {}, ["h3", {}, words], ["button", { "data-event": "b" }, "B"]];
/** What a server would say, of an explorer that leaves out these events. */
const values = (hidden) => ({
  ...{ catalogue: {}, name: "The timeline", filters: [], widths: [360] },
  events: ["a", "b"].map((id) => row(id, hidden.includes(id))),
  cards: Object.fromEntries(["", "a", "b"].map((id) => [id, page(hidden.includes(id) ? "?" : `card ${id}`)])),
  note: hidden.length ? `${hidden} is not there yet` : "",
  note_shown: hidden.length ? `${hidden} is there` : "",
});
const TOUR = {
  catalogue: {},
  page: ["div", {}, ["ol", {}, ["li", {}, "A"], ["li", {}, "B"]]],
  events: ["a", "b"],
};

let asked = [];
/** What answers a page, now or when the test lets it. */
let answer = (_query, value) => value;
const fetchJson = async (name, query = {}) => {
  asked.push(query.open ?? "");
  return answer(query, name === "tour" ? TOUR : values(query.open ? query.open.split(",") : []));
};
let place;
const texts = (selector) => [...place.querySelectorAll(selector)].map((each) => each.textContent);

beforeEach(async () => {
  place = await put(["div", {}]);
  asked = [];
  answer = (_query, value) => value;
});

test("what is asked for is left out, until it is no more, and what is chosen stays", async () => {
  const { model, hide } = await showExplorer(place, fetchJson, { open: "b" });
  model.set("selected", "b");
  assert.deepEqual(texts(".when"), ["1 May", "asked for in 2.1"]);
  assert.deepEqual(texts(".coup-hidden-note span"), ["b is not there yet"]);
  assert.deepEqual(texts("h3"), ["?"]);
  await hide({});
  assert.deepEqual(texts(".when"), ["1 May", "1 May"]);
  assert.deepEqual(texts(".coup-hidden-note span"), [""]);
  assert.deepEqual(texts("h3"), ["card b"]);
  assert.equal(model.get("selected"), "b");
  assert.deepEqual(asked, ["b", ""]);
});

test("nothing is loaded where the same is asked for as before, and a card that says the same stays", async () => {
  const { model, hide } = await showExplorer(place, fetchJson, { open: "b" });
  model.set("selected", "a");
  const button = place.querySelector("h3 + button");
  button.focus();
  await hide({ open: "b" });
  assert.deepEqual(asked, ["b"]);
  await hide({});
  assert.equal(document.activeElement, button);
});

test("the button shows all, and hides again what is asked for then", async () => {
  const { model, hide } = await showExplorer(place, fetchJson, { open: "b" });
  model.set("selected", "b");
  const button = place.querySelector(".coup-hidden-note button");
  button.click();
  await settle();
  assert.deepEqual(texts(".coup-hidden-note span"), ["b is there"]);
  assert.deepEqual(texts(".when"), ["1 May", "1 May"]);
  assert.deepEqual(texts("h3"), ["card b"]);
  await hide({ open: "a,b" });
  assert.deepEqual(texts(".coup-hidden-note span"), ["a,b is there"]);
  assert.deepEqual(texts(".when"), ["1 May", "1 May"]);
  button.click();
  await settle();
  assert.deepEqual(texts(".coup-hidden-note span"), ["a,b is not there yet"]);
  assert.deepEqual(texts(".when"), ["asked for in 2.1", "asked for in 2.1"]);
});

test("where it cannot be loaded all stays as it is, and can be tried again", async () => {
  const { hide } = await showExplorer(place, fetchJson, { open: "b" });
  const button = place.querySelector(".coup-hidden-note button");
  const log = console.error;
  console.error = () => {};
  answer = () => Promise.reject(new Error("The room does not answer."));
  button.click();
  await assert.rejects(hide({}));
  await settle();
  console.error = log;
  assert.equal(button.textContent, "Show them");
  assert.deepEqual(texts(".when"), ["1 May", "asked for in 2.1"]);
  answer = (_query, value) => value;
  await hide({});
  assert.deepEqual(texts(".when"), ["1 May", "1 May"]);
});

test("what comes late does not count any more", async () => {
  const { hide, end } = await showExplorer(place, fetchJson, { open: "b" });
  /** @type {(() => void)[]} */
  const waiting = [];
  answer = (_query, value) => new Promise((done) => waiting.push(() => done(value)));
  const first = hide({ open: "a" });
  const second = hide({});
  for (const arrive of waiting.reverse()) arrive();
  await Promise.all([first, second]);
  assert.deepEqual(texts(".when"), ["1 May", "1 May"]);
  const third = hide({ open: "a" });
  end();
  waiting.at(-1)();
  await third;
  assert.deepEqual(texts(".when"), ["1 May", "1 May"]);
});

test("the tour passes over what is asked for, and is not moved where that is the same", async () => {
  const { model, hide } = await showTour(place, fetchJson, { open: "b" });
  assert.deepEqual(model.get("passed"), [2]);
  let moved = 0;
  model.on("change:passed", () => moved++);
  await hide({ open: "b", told: "a" });
  assert.equal(moved, 0);
  await hide({});
  assert.deepEqual(model.get("passed"), []);
});
