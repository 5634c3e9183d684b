// All answers as one file, as a page without Python makes and takes it; test_handed_in_progress.py has the twin.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  exported,
  exportName,
  imported,
  joined,
  NotProgress,
  notebooksOf,
} from "../../../lite/scripts/progress_file.js";

const record = (more) => ({
  answer: "a",
  tries: 1,
  hints: 0,
  solved: false,
  best: 0,
  shown: false,
  at: "2026-05-03T10:00:00+00:00",
  ...more,
});

const file = (more, name = "") => ({
  format: "coup1920 answers",
  version: 1,
  learner: "0".repeat(32),
  name,
  notebook: "n",
  banks: { week: { q: record(more) } },
  aside: {},
});

test("the name of the file is the learner's, the lesson's and the day", () => {
  const day = new Date(2026, 10, 29);
  for (const [name, whose] of [
    ["Nino", "Nino"],
    ["Nino  Kapanadze ", "Nino Kapanadze"],
    ["a/b\\c:d", "abcd"],
    ["", "answers"],
    ["..", "answers"],
  ])
    assert.equal(exportName(name, day), `${whose}_coup1920_2026-11-29.answers.json`);
});

test("of two answers the later one stays, with the most that was reached, whichever comes first", () => {
  const early = file({ answer: "early", tries: 3, best: 0.5 }, "Nino");
  const late = file({ answer: "late", at: "2026-05-03T12:30:00+02:00", solved: true });
  for (const both of [joined(early, late), joined(late, early)]) {
    assert.equal(both.name, "Nino");
    assert.deepEqual(
      both.banks.week.q,
      record({ answer: "late", tries: 3, best: 0.5, solved: true, at: late.banks.week.q.at }),
    );
  }
});

test("the tries of both are there, each once, in order of time", () => {
  const tried = (day, more) => ({ at: `2026-05-0${day}T10:00:00+00:00`, score: 1, ...more });
  const ours = file({ log: [tried(1), tried(3, { answer: "a" })] });
  const theirs = { ...file({ log: [tried(2, { answer: "b" }), tried(3)] }), version: 2 };
  const log = [tried(1), tried(2, { answer: "b" }), tried(3, { answer: "a" })];
  for (const both of [joined(ours, theirs), joined(theirs, ours)]) {
    assert.deepEqual(both.banks.week.q.log, log);
    assert.equal(both.version, 2);
  }
});

test("what only one of two files has stays", () => {
  const other = { ...file(), banks: { start: { p: record() } } };
  assert.deepEqual(Object.keys(joined(file(), other).banks), ["week", "start"]);
});

test("what goes out comes in again", () => {
  const kept = new Map([
    ["n.answers.json", JSON.stringify(file())],
    ["n.answers.2026-05-03-100000.json", "an older copy"],
    ["damaged.answers.json", "{"],
  ]);
  assert.deepEqual(imported(exported(notebooksOf(kept))), new Map([["n", file()]]));
});

test("what is no such file says why", () => {
  const progress = { format: "coup1920 progress", version: 1, notebooks: { n: file() } };
  for (const [text, reason] of [
    ["{", "damaged"],
    ["null", "foreign"],
    [JSON.stringify({ ...progress, version: 2 }), "newer"],
    [JSON.stringify({ ...progress, notebooks: {} }), "damaged"],
    [JSON.stringify({ ...progress, notebooks: { "../n": file() } }), "damaged"],
    [JSON.stringify({ ...progress, notebooks: { n: null } }), "damaged"],
  ])
    assert.throws(
      () => imported(text),
      (error) => error instanceof NotProgress && error.reason === reason,
      text,
    );
});
