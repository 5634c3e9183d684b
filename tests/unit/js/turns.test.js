import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { takeTurns } from "#coupquiz/kinds/scripts/turns.js";

let sent;
let said;
let shown;
let turns;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  [sent, said, shown] = [[], [], []];
  turns = takeTurns({ send: (message) => sent.push(message), say: (word) => said.push(word) });
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
  assert.deepEqual(said.at(-1), "not saved");
  turns.type("b");
  mock.timers.tick(1000);
  assert.deepEqual(said.at(-1), "not saved");
  assert.deepEqual(sent, []);
});

test("an answer that was on its way when the kernel was lost is said to be not saved", () => {
  turns.give("a");
  turns.lose();
  assert.deepEqual(said, ["saving", "not saved"]);
});
