import "./dom.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { oneAfterAnother } from "#coupquiz/classroom/scripts/desk/acts.js";
import { ownPace, shownColumns } from "#coupquiz/classroom/scripts/desk/desk_pace.js";
import { doing } from "#coupquiz/classroom/scripts/desk/desk_page.js";
import { foundQuestions } from "#coupquiz/classroom/scripts/desk/desk_picker.js";
import { nextQuestion, votePanel } from "#coupquiz/classroom/scripts/desk/desk_vote.js";
import { isStuck, tried } from "#coupquiz/classroom/scripts/desk/seat_signs.js";
import { percent, spacedCode, typedAddress } from "#coupquiz/classroom/scripts/numbers.js";
import { shiftFlows } from "#coupquiz/classroom/scripts/vote_pictures.js";
import { largest } from "#coupquiz/classroom/scripts/wall/fit.js";
import { wallPage } from "#coupquiz/classroom/scripts/wall/wall_page.js";

const question = (id, number, prompt, vote = true) => ({
  bank: "week",
  id,
  number,
  prompt,
  vote,
});
const lines = { few: 0.35, enough: 0.7 };
const plan = {
  lines,
  parts: [
    { id: "part-1", title: "One", chapter: "A", questions: [["week", "a"]] },
    {
      id: "part-2",
      title: "Two",
      chapter: "A",
      questions: [
        ["week", "b"],
        ["week", "c"],
        ["week", "d"],
      ],
    },
  ],
  questions: [
    question("a", "1.1", "Who resisted the attack?"),
    question("b", "1.2", "Which night was it?"),
    question("c", "1.3", "Explain in your own words.", false),
    question("d", "1.10", "Who signed the treaty at night?"),
  ],
};
const share = (advice) => ({ right: 4, of: 8, share: 0.5, low: 0.2, high: 0.8, advice });
const categories = [
  { id: "x", label: "A", text: "Ten", right: false },
  { id: "y", label: "B", text: "Twenty", right: true },
];
const voted = (advice, round = 1) => ({
  plan,
  picks: false,
  hands: false,
  view: {
    way: "vote",
    round,
    stage: "closed",
    seats: [],
    poll: { ...plan.questions[0], poll: 1, choices: [], targets: [], categories, answered: 8, hands: {} },
    result: {
      categories,
      rounds: Array(round).fill({
        counts: { x: 4, y: 4 },
        right: 4,
        of: 8,
        pieces: [],
        share: share(advice),
        words: "",
      }),
      shift: [],
      swayed: null,
      solution: ["p", {}, "Twenty"],
    },
  },
});
const all = (node) => (typeof node === "string" ? [] : [node, ...node.slice(2).flatMap(all)]);
const strong = (panel) =>
  panel
    .flatMap(all)
    .filter(([tag, { class: kind }]) => tag === "button" && kind === "strong")
    .map(([, attributes]) => JSON.parse(attributes["data-act"]).act);
const words = (nodes) => JSON.stringify(nodes);

test("a part is opened beside whatever is open by then", () => {
  const desk = {
    plan: { ...plan, questions: [] },
    view: { way: "own-pace", parts: ["part-1"], seats: [] },
    all: true,
  };
  const switches = ownPace(desk)
    .flatMap(all)
    .filter(([, { role }]) => role === "switch");
  assert.deepEqual(
    switches.map(([, attributes]) => JSON.parse(attributes["data-act"])),
    [
      { act: "part", id: "part-1", open: false },
      { act: "part", id: "part-2", open: true },
    ],
  );
});

test("what was not done is said until something is asked for anew, also where the next thing was done", async () => {
  const done = [];
  let said = "";
  const act = oneAfterAnother(
    async ({ id }) => {
      if (id === "bad") throw new Error("No.");
      done.push(id);
    },
    (error) => {
      said = error?.message ?? "";
    },
  );
  const results = await Promise.all(["a", "bad", "b", "b"].map((id) => act({ id })));
  assert.deepEqual(results, [true, false, true, false]);
  assert.deepEqual([done, said], [["a", "b"], "No."]);
  assert.ok(await act({ id: "b" }));
  assert.equal(said, "");
});

test("a step that is pressed twice is taken twice, all else once", async () => {
  const done = [];
  const act = oneAfterAnother(
    async (message) => void done.push(message),
    () => {},
  );
  const step = { act: "step", by: 1 };
  await Promise.all([step, step, { act: "close" }, { act: "close" }].map(act));
  assert.deepEqual(done, [step, step, { act: "close" }]);
});

test("a class is stuck where most of those who tried are not right, and they are some", () => {
  const seats = ["r", "w", "w", ".", "p", "w"].map((signs) => ({ signs }));
  assert.deepEqual(tried(seats, 0), { right: 1, of: 5 });
  assert.equal(isStuck({ right: 1, of: 5 }, lines), true);
  assert.equal(isStuck({ right: 0, of: 2 }, lines), false);
  assert.equal(isStuck({ right: 4, of: 5 }, lines), false);
});

test("columns are of open parts and of what was answered, or all", () => {
  const view = { parts: ["part-1"], seats: [{ signs: "..r." }, { signs: "r..." }] };
  assert.deepEqual(shownColumns({ plan, view, all: false }), [0, 2]);
  assert.deepEqual(shownColumns({ plan, view, all: true }), [0, 1, 2, 3]);
});

test("a search finds questions by the beginning of a number and by all its words", () => {
  const ids = (search) =>
    foundQuestions(plan, search).flatMap(({ questions }) => questions.map(({ id }) => id));
  assert.deepEqual(ids(""), ["a", "b", "d"]);
  assert.deepEqual(ids("1.1"), ["a", "d"]);
  assert.deepEqual(ids("WHO night"), ["d"]);
  assert.deepEqual(
    foundQuestions(plan, "which").map(({ title }) => title),
    ["Two"],
  );
});

test("the next question is the next that can be voted on", () => {
  assert.equal(nextQuestion(plan.questions, plan.questions[1])?.id, "d");
  assert.equal(nextQuestion(plan.questions, plan.questions[3]), undefined);
});

test("the strong button is what the numbers advise; after a second vote it shows the answer", () => {
  assert.deepEqual(strong(votePanel(voted("explain"))), ["again"]);
  assert.deepEqual(strong(votePanel(voted("discuss"))), ["again"]);
  assert.deepEqual(strong(votePanel(voted("go-on"))), ["reveal"]);
  assert.deepEqual(strong(votePanel(voted("discuss", 2))), ["reveal"]);
});

test("what talking has changed is told in numbers of seats, and of both ways", () => {
  const desk = voted("discuss", 2);
  const { result } = desk.view;
  result.shift = [{ from: "x", to: "y", count: 3 }];
  result.swayed = { wrong: 3, found: 3, right: 0, lost: 0 };
  assert.match(words(votePanel(desk)), /From wrong to right: 3 of 3\. ?",/);
  result.swayed = { wrong: 1, found: 0, right: 29, lost: 1 };
  assert.match(words(votePanel(desk)), /From wrong to right: 0 of 1\. From right to wrong: 1 of 29\./);
  assert.match(words(votePanel(desk)), /30 seats voted twice/);
});

test("the lines of the scale are where the desk is told that they are", () => {
  const desk = voted("discuss");
  assert.match(words(votePanel(desk)), /The lines at 35% and 70%/);
  desk.plan = { ...plan, lines: { few: 0.4, enough: 0.6 } };
  assert.match(words(votePanel(desk)), /The lines at 40% and 60%/);
  assert.doesNotMatch(words(votePanel(desk)), /35%|70%/);
});

test("streams are as thick as many took them, and begin and end within their answers", () => {
  const shift = [
    { from: "x", to: "y", count: 3 },
    { from: "x", to: "x", count: 1 },
    { from: "y", to: "y", count: 4 },
  ];
  const { first, second, streams } = shiftFlows(["x", "y", "z"], shift, 168);
  assert.deepEqual(
    first.map(({ id, thick }) => [id, thick]),
    [
      ["x", 80],
      ["y", 80],
    ],
  );
  assert.deepEqual(
    second.map(({ id, thick }) => [id, thick]),
    [
      ["x", 20],
      ["y", 140],
    ],
  );
  assert.deepEqual(
    streams.map(({ from, to, top, bottom, thick }) => [from, to, top, bottom, thick]),
    [
      ["x", "x", 0, 0, 20],
      ["x", "y", 20, 28, 60],
      ["y", "y", 88, 88, 80],
    ],
  );
  assert.deepEqual(shiftFlows(["x"], [], 168), { first: [], second: [], streams: [] });
});

test("letters are the largest that fit, and the smallest where none do", () => {
  const tries = [];
  const fits = (most) => (size) => {
    tries.push(size);
    return size <= most;
  };
  assert.ok(Math.abs(largest(fits(40), 9, 100) - 40) <= 0.5);
  assert.ok(tries.at(-1) <= 40); // the last one stays
  assert.equal(largest(fits(400), 9, 100), 100);
  assert.equal(largest(fits(1), 9, 100), 9);
});

test("numbers are written as they are read", () => {
  assert.deepEqual([0.432, -0.07].map(percent), ["43%", "−7%"]);
  assert.equal(spacedCode("QX9RWP"), "QX9 RWP");
  assert.equal(typedAddress("http://192.0.2.2:8951/"), "192.0.2.2:8951");
  assert.equal(typedAddress("https://school.example/room/"), "https://school.example/room");
});

test("the desk says what the class does", () => {
  const view = { way: "vote", paused: false, parts: [], round: 2, stage: "open", test: { open: false } };
  assert.equal(doing(view), "Second vote open");
  assert.equal(doing({ ...view, paused: true }), "Paused: everybody looks up");
  assert.equal(doing({ ...view, way: "own-pace", parts: ["a"] }), "At their own pace: 1 part open");
});

const wall = {
  title: "Tiflis",
  code: "QX9RWP",
  address: "http://192.0.2.2:8951/",
  qr: "data:,",
  wall: "join",
  way: "wait",
  paused: false,
  here: 1,
  round: 1,
  stage: "open",
  question: null,
  result: null,
  test: false,
  left: null,
  runs: false,
};

test("the wall always has address and code, until the lesson is over", () => {
  for (const view of [wall, { ...wall, paused: true }, { ...wall, way: "test", test: true }]) {
    assert.match(words(wallPage(view, null)), /QX9 RWP/);
  }
  assert.doesNotMatch(words(wallPage({ ...wall, way: "over" }, null)), /QX9/);
});

test("who is paused looks up, and what there is to look at stays", () => {
  assert.match(words(wallPage({ ...wall, paused: true }, null)), /"h1",{},"Look up"/);
  const timeline = words(wallPage({ ...wall, paused: true, wall: "timeline" }, null));
  assert.match(timeline, /Look up/);
  assert.doesNotMatch(timeline, /"h1"/);
});
