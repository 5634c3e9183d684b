import assert from "node:assert/strict";
import { test } from "node:test";
import { minutesToSay, timeText } from "#coupquiz/classroom/scripts/countdown.js";
import { announcement, voteWords } from "#coupquiz/classroom/scripts/seat/said.js";
import { codeIn, isOpen, screenOf, waits } from "#coupquiz/classroom/scripts/seat/where.js";

const part = (id) => ({ id, title: id, chapter: "", done: 0, of: 1 });
const view = (more) => ({
  ...{ title: "Lesson", seat: "Seat 1", key: "ABCD EFGH", way: "wait", paused: false, page: "", open: false },
  ...{ round: 1, stage: "open", parts: [], left: null, runs: false, changes: 0, ...more },
});
const wait = view({});
const parts = view({ way: "own-pace", parts: [part("part-1"), part("part-3")] });
const vote = view({ way: "vote", page: "vote-1-1", open: true });
const closed = { ...vote, open: false, stage: "closed" };
const revealed = { ...closed, stage: "revealed" };
const again = { ...vote, page: "vote-1-2", round: 2 };
const exam = view({ way: "test", page: "test", open: true, left: 600, runs: true });
const paused = (each) => ({ ...each, paused: true, open: false });

test("an address leads to a room by its code, and to a part by its name", () => {
  assert.equal(codeIn("#9DRXP9"), "9DRXP9");
  assert.equal(codeIn("#9drxp9"), "9drxp9");
  for (const hash of ["", "#", "#part-3", "#coup-s-red-army"]) assert.equal(codeIn(hash), "");
  assert.equal(screenOf(parts, "#part-3"), "page/part-3");
  assert.equal(screenOf(parts, "#part-2"), "parts", "it is not open");
  assert.equal(screenOf(parts, ""), "parts");
});

test("a single part needs no menu", () => {
  assert.equal(screenOf({ ...parts, parts: [part("part-3")] }, ""), "page/part-3");
});

test("what all do goes before the part that one has chosen", () => {
  assert.equal(screenOf(vote, "#part-3"), "page/vote-1-1");
  assert.equal(screenOf(exam, "#part-3"), "page/test");
  assert.equal(screenOf({ ...exam, page: "" }, ""), "test");
  assert.equal(screenOf(wait, ""), "wait");
});

test("an answer waits through a pause, and in a part while all do something else; to a vote that is closed it does not", () => {
  assert.ok(!waits(parts, "part-3"));
  assert.ok(waits(vote, "part-3"));
  assert.ok(waits(paused(parts), "part-3"));
  assert.ok(waits(paused(vote), "vote-1-1"));
  assert.ok(!waits(closed, "vote-1-1"));
});

test("what is open can be answered, and looks so through a pause", () => {
  for (const each of [parts, vote, exam, paused(vote)]) assert.ok(isOpen(each));
  for (const each of [closed, revealed, { ...exam, open: false, left: 0 }]) assert.ok(!isOpen(each));
});

test("every change is said once", () => {
  const steps = [
    [wait, vote, "A new question. Voting is open."],
    [vote, closed, "Voting is closed."],
    [closed, vote, "Voting is open again."],
    [closed, again, "Vote again."],
    [again, revealed, "The answer is shown."],
    [vote, paused(vote), "Look up. Your teacher has paused the lesson."],
    [paused(vote), vote, "Your teacher lets you go on."],
    [paused(vote), closed, "Voting is closed."],
    [paused(parts), parts, "Your teacher lets you go on."],
    [vote, parts, "Go on at your own pace."],
    [parts, { ...parts, parts: [...parts.parts, part("part-4")] }, "There is a new part."],
    [wait, exam, "The test has begun."],
    [exam, { ...exam, open: false, left: 0 }, "Time is up."],
    [exam, { ...exam, open: false, page: "" }, "The test is closed."],
    [exam, view({ way: "over" }), "The lesson is over."],
  ];
  for (const [before, after, said] of steps) {
    assert.equal(announcement(before, after), said);
    assert.equal(announcement(after, { ...after, changes: 9 }), "", "an answer of another page is no news");
  }
});

test("a vote says whether it counts", () => {
  assert.match(voteWords(vote, false)[1], /change your vote until voting closes/);
  assert.match(voteWords(vote, true)[1], /is in/);
  assert.match(voteWords(again, false).join(), /Second vote.*Talked/);
  assert.match(voteWords(closed, true).join(), /closed.*neighbour/);
});

test("a clock shows minutes and seconds, and never 0:00 before its time", () => {
  const texts = [0, 0.2, 59, 60, 245, 3600, 3725].map(timeText);
  assert.deepEqual(texts, ["0:00", "0:01", "0:59", "1:00", "4:05", "1:00:00", "1:02:05"]);
});

test("the time left is said at five minutes and at one, not when a page opens between", () => {
  assert.equal(minutesToSay(300.4, 299.9), 5);
  assert.equal(minutesToSay(60.4, 59.9), 1);
  assert.equal(minutesToSay(299.9, 299.4), 0);
  assert.equal(minutesToSay(Number.POSITIVE_INFINITY, 600), 0);
  assert.equal(minutesToSay(Number.POSITIVE_INFINITY, 200), 0);
});
