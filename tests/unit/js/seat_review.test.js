import "./dom.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { bringAlong } from "#coupquiz/classroom/scripts/seat/bring_along.js";
import { openPage } from "#coupquiz/classroom/scripts/seat/open_page.js";

const view = {
  ...{
    title: "Lesson",
    seat: "Seat 1",
    key: "ABCD EFGH",
    way: "own-pace",
    paused: false,
    page: "",
    open: true,
  },
  ...{ round: 1, stage: "open", left: null, runs: false, changes: 0 },
  parts: [{ id: "part-1", title: "Today", chapter: "", done: 0, of: 2, none: "" }],
};
const state = (more = {}) => ({
  answer: null,
  ticked: [],
  turn: "",
  counted: {},
  kept: "",
  at: "",
  trouble: "",
  buttons: [],
  certainties: {},
  explanation: "",
  unexplained: false,
  said: [],
  help: [],
  marks: {},
  heard: "",
  read: "",
  cites: [],
  ...more,
});
const due = (id, place) => ({
  ...{
    bank: "review",
    place,
    states: { [id]: state({ buttons: [{ act: "check", label: "Check", note: "", off: false }] }) },
  },
  questions: [
    "div",
    {},
    [
      "section",
      { class: "question", "data-question": id, "data-kind": "single" },
      ["label", { "data-part": "x" }, ["input", { type: "radio", value: "x" }], "x"],
    ],
  ],
});
const settle = () => new Promise((done) => setTimeout(done, 5));

/** Answer what the scripts fetch from now on: by path, [status, values], or an error. */
function serve(answers) {
  globalThis.fetch = async (path) => {
    const answer = answers[path.split("?")[0]];
    if (answer instanceof Error) throw answer;
    const [status, values] = answer;
    return { ok: status < 400, status, json: async () => values };
  };
}

/** Choose a file at what brings answers along, and return what is said and what was told. */
async function chosen(size = 2) {
  const told = [];
  const root = bringAlong((said) => told.push(said));
  const chooser = root.querySelector("input");
  Object.defineProperty(chooser, "files", { value: [{ size, text: async () => "{}" }] });
  chooser.dispatchEvent(new Event("change"));
  await settle();
  return [root.querySelector("p").textContent, told];
}

test("what is said of a file is the server's, or in the lesson's own words", async () => {
  serve({ "seat/work": [200, { said: "Brought here: 12 answers." }] });
  assert.deepEqual(await chosen(), ["Brought here: 12 answers.", ["Brought here: 12 answers."]]);
  assert.match((await chosen(3_000_000))[0], /too large/);
  serve({ "seat/work": [409, { said: "This is no file with answers." }] });
  assert.deepEqual(await chosen(), ["This is no file with answers.", []]);
  serve({ "seat/work": new TypeError("Failed to fetch") });
  assert.deepEqual(await chosen(), ["The room does not answer. Try again.", []]);
});

test("a page whose question comes back no more says so, and goes on", async () => {
  const page = (block) => [200, { blocks: [block] }];
  serve({ "seat/page": page(due("one", "Question 1 of 2 today")) });
  const screen = openPage("part-1", view, { isWaiting: () => false, lookAgain: () => {} });
  document.body.replaceChildren(screen.root);
  screen.show(view);
  await settle();
  assert.equal(screen.root.querySelector(".place").textContent, "Question 1 of 2 today");
  serve({
    "seat/answer": [410, { said: "A new day has begun." }],
    "seat/page": page(due("two", "Question 1 of 3 today")),
  });
  screen.root.querySelector("[data-act=check]").click();
  await settle();
  assert.equal(screen.root.querySelector(".place").textContent, "Question 1 of 3 today");
  assert.equal(document.activeElement.textContent, "A new day has begun.");
  for (const [onward, buttons] of [
    ["", 0],
    ["Finish", 1],
  ]) {
    serve({ "seat/answer": [200, { states: {}, onward }] });
    screen.root.querySelector("[data-act=check]").click();
    await settle();
    assert.equal(screen.root.querySelectorAll(".onward button").length, buttons);
  }
  screen.end();
});

test("what the server says of an answer that it does not take stands at its question", async () => {
  const block = due("one", "Question 1 of 2 today");
  serve({ "seat/page": [200, { blocks: [block] }] });
  const screen = openPage("part-1", view, { isWaiting: () => false, lookAgain: () => {} });
  screen.show(view);
  await settle();
  const trouble = () => screen.root.querySelector(".trouble").textContent;
  for (const [status, said] of [
    [409, "This is not open now."],
    [429, "That was too fast."],
    [503, "This computer cannot write it."],
  ]) {
    serve({ "seat/answer": [status, { said }] });
    screen.root.querySelector("[data-act=check]").click();
    await settle();
    assert.equal(trouble(), said);
  }
  serve({ "seat/answer": [500, {}] });
  screen.root.querySelector("[data-act=check]").click();
  await settle();
  assert.equal(trouble(), "Your answer stays on this page, and is sent again by itself.");
  screen.end();
});
