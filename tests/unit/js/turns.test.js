import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { takeTurns } from "#coupquiz/kinds/scripts/turns.js";

let sent;
let said;
let shown;
let turns;
let kept;
let broken;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  [sent, said, shown] = [[], [], []];
  [kept, broken] = [null, false];
  turns = view();
});

/** The question as a view shows it; what is not saved outlives the view. */
const view = () =>
  takeTurns({
    send: (message) => {
      if (broken) throw new Error("Kernel is dead");
      sent.push(message);
    },
    say: (word) => said.push(word),
    unsaved: { read: () => structuredClone(kept), write: (unsaved) => (kept = structuredClone(unsaved)) },
  });

const python = (state) => turns.hear(state, (answer, isTyping) => shown.push({ answer, isTyping }));

test("what is chosen goes to Python at once, and is said to be on its way", () => {
  turns.give("a");
  assert.deepEqual(
    sent.map(({ act, answer }) => [act, answer]),
    [["answer", "a"]],
  );
  assert.deepEqual(said, ["saving"]);
});

test("what is typed goes when no key has come for a while, and once", () => {
  for (const text of ["1", "19", "192"]) {
    turns.type(text);
    mock.timers.tick(300);
  }
  assert.deepEqual(sent, []);
  mock.timers.tick(100);
  mock.timers.tick(1000);
  assert.deepEqual(
    sent.map(({ answer }) => answer),
    ["192"],
  );
});

test("a check and a hint say how often they had counted, each press and whatever is sent again", () => {
  python({ turn: "", answer: "a", counted: { check: 1, hint: 0 } });
  for (const name of ["hint", "hint", "check", "solution"]) turns.act(name);
  mock.timers.tick(10_000);
  assert.deepEqual(
    sent.map(({ act, counted }) => [act, counted]),
    [
      ["hint", 0],
      ["hint", 1],
      ["check", 1],
      ["solution", undefined],
      ["solution", undefined],
    ],
  );
  python({ turn: sent[3].turn, answer: "a", counted: { check: 2, hint: 2 } });
  turns.act("hint");
  mock.timers.tick(10_000);
  assert.deepEqual(
    sent.slice(-2).map(({ counted }) => counted),
    [2, 2],
  );
});

test("leaving the field sends what is typed, and only what was not sent", () => {
  turns.type("1920");
  turns.flush();
  turns.flush();
  mock.timers.tick(1000);
  assert.equal(sent.length, 1);
});

test("a press of a button sends what is typed with it, in one message", () => {
  turns.type("1920");
  turns.act("check");
  mock.timers.tick(1000);
  assert.deepEqual(
    sent.map(({ act, answer }) => [act, answer]),
    [["check", "1920"]],
  );
});

test("what Python says to an older answer is passed over", () => {
  turns.give("a");
  turns.give("b");
  const [first, second] = sent;
  python({ turn: first.turn, answer: "a" });
  assert.deepEqual(shown, []);
  python({ turn: second.turn, answer: "b" });
  assert.deepEqual(shown, [{ answer: "b", isTyping: false }]);
});

test("turns are numbered within a view", () => {
  for (const name of ["a", "b", "c"]) turns.give(name);
  view().give("d");
  const [[one], [two], [three], [other]] = sent.map(({ turn }) => turn.split("#"));
  assert.deepEqual([two, three], [one, one]);
  assert.notEqual(other, one);
  const numbers = sent.slice(0, 3).map(({ turn }) => Number(turn.split("#")[1]));
  assert.ok(numbers[0] < numbers[1] && numbers[1] < numbers[2]);
});

test("what another view has answered is shown where nothing is on its way", () => {
  python({ turn: "another's", answer: "b" });
  assert.deepEqual(shown, [{ answer: "b", isTyping: false }]);
  turns.act("check");
  assert.equal(sent[0].answer, "b");
});

test("nothing that Python says takes the place of what is being typed", () => {
  turns.type("19");
  python({ turn: "another's", answer: "" });
  assert.deepEqual(shown, []);
  mock.timers.tick(400);
  assert.equal(sent[0].answer, "19");
});

test("without a kernel what is answered is said to be not saved, and nothing is sent", () => {
  turns.lose();
  assert.deepEqual(said, []);
  turns.give("a");
  assert.deepEqual(said.at(-1), "lost");
  turns.type("b");
  mock.timers.tick(1000);
  assert.deepEqual(said.at(-1), "lost");
  assert.deepEqual(sent, []);
});

test("an answer that was on its way when the kernel was lost is said to be not saved", () => {
  turns.give("a");
  turns.lose();
  assert.deepEqual(said, ["saving", "lost"]);
});

test("what no word comes back to is said to be not saved after ten seconds, and is sent again as it was", () => {
  turns.give("a");
  mock.timers.tick(9_999);
  assert.deepEqual(said, ["saving"]);
  mock.timers.tick(1);
  assert.deepEqual(said, ["saving", "silent"]);
  for (const seconds of [20, 40, 60]) mock.timers.tick(1000 * seconds);
  assert.equal(sent.length, 5);
  assert.equal(new Set(sent.map((message) => JSON.stringify(message))).size, 1);
  python({ turn: sent[0].turn, answer: "a" });
  mock.timers.tick(1_000_000);
  assert.equal(sent.length, 5);
  assert.deepEqual(shown, [{ answer: "a", isTyping: false }]);
});

test("only the newest answer is sent again, and none is said to be on its way while nobody responds", () => {
  turns.give("a");
  mock.timers.tick(10_000);
  turns.give("b");
  mock.timers.tick(10_000);
  assert.deepEqual(
    sent.map(({ answer }) => answer),
    ["a", "a", "b", "b"],
  );
  assert.deepEqual(new Set(said.slice(1)), new Set(["silent"]));
  python({ turn: sent.at(-1).turn, answer: "b" });
  turns.give("c");
  assert.equal(said.at(-1), "saving");
});

test("where a message cannot even be sent, that is said at once, and it is tried again", () => {
  broken = true;
  turns.give("a");
  assert.deepEqual(said, ["saving", "silent"]);
  broken = false;
  mock.timers.tick(10_000);
  assert.equal(sent[0].answer, "a");
});

test("a view that has ended sends what was typed, and nothing again", () => {
  turns.type("1920");
  turns.end();
  mock.timers.tick(1_000_000);
  assert.equal(sent.length, 1);
});

for (const [how, lose] of Object.entries({
  "the kernel was lost": () => turns.lose(),
  "nobody responded": () => mock.timers.tick(30_000),
  "the page was loaded again": () => turns.end(),
})) {
  for (const answer of ["b", ["b", "c"], { x: "b" }]) {
    test(`the next view saves the answer ${JSON.stringify(answer)} after ${how}`, () => {
      python({ turn: "", answer: "a" });
      turns.give(answer);
      lose();
      [sent, shown] = [[], []];
      turns = view();
      python({ turn: "", answer: "a" });
      assert.deepEqual(shown, [{ answer, isTyping: false }]);
      assert.deepEqual([sent[0].act, sent[0].answer], ["answer", answer]);
      python({ turn: sent[0].turn, answer });
      assert.equal(kept, null);
    });
  }
}

test("the next view saves what explains an answer, too", () => {
  python({ turn: "", answer: "a", explanation: "" });
  turns.explain("So.");
  turns.lose();
  [sent, shown] = [[], []];
  turns = view();
  turns.hear({ turn: "", answer: "a", explanation: "" }, (...all) => shown.push(all));
  assert.deepEqual(shown, [["a", false, "So."]]);
  assert.deepEqual([sent[0].answer, sent[0].explanation], ["a", "So."]);
});

test("the next view saves it as well where an answer on the way to it was saved without a word", () => {
  turns.give("a");
  turns.type("ab");
  turns.lose();
  turns = view();
  python({ turn: "", answer: "a" });
  assert.deepEqual(shown, [{ answer: "ab", isTyping: false }]);
});

for (const [why, answer] of Object.entries({
  "is saved by now": "b",
  "has been answered elsewhere since": "c",
})) {
  test(`the next view leaves alone what ${why}`, () => {
    python({ turn: "", answer: "a" });
    turns.give("b");
    turns.lose();
    [sent, shown] = [[], []];
    turns = view();
    python({ turn: "", answer });
    assert.deepEqual(shown, [{ answer, isTyping: false }]);
    assert.deepEqual([sent, kept], [[], null]);
  });
}

test("what nobody has responded to is sent at once when somebody may be there again, and then counts once", () => {
  turns.give("a");
  turns.retry();
  assert.deepEqual(sent[1], sent[0]);
  python({ turn: sent[0].turn, answer: "a" });
  turns.retry();
  assert.equal(sent.length, 2);
});

test("what was not sent, as there was nobody, is sent at once when there is", () => {
  broken = true;
  turns.give("a");
  assert.deepEqual(said, ["saving", "silent"]);
  broken = false;
  turns.retry();
  assert.equal(sent[0].answer, "a");
});

test("why an answer is not taken is said once, until something comes of it; of an older one nothing is", () => {
  turns = takeTurns({
    send: (message) => sent.push(message),
    say: (word, why) => said.push([word, why]),
    unsaved: { read: () => null, write: () => {} },
  });
  turns.give("a");
  turns.give("b");
  const [older, newer] = sent;
  turns.refuse(older.turn, "Too fast.");
  turns.refuse(newer.turn, "The disk is full.");
  mock.timers.tick(10_000);
  assert.deepEqual(sent, [older, newer, newer]);
  assert.deepEqual(said, [
    ["saving", undefined],
    ["saving", undefined],
    ["silent", "The disk is full."],
  ]);
  python({ turn: newer.turn, answer: "b" });
  turns.refuse(newer.turn, "The disk is full.");
  assert.equal(said.length, 3);
});
