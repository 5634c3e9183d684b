// How much the first page says comes back today; tests/unit/coupquiz/review/test_coming_file.py has the twin.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dueToday } from "../../../lite/scripts/due_today.js";

const NOW = new Date(2026, 10, 29, 18);
const TODAY = "2026-11-29T10:00:00";
const EARLIER = "2026-11-20T10:00:00";

const answers = (...times) => {
  const records = times.map((at, number) => [`q${number}`, { answer: "a", at }]);
  return ["n.answers.json", JSON.stringify({ banks: { week: Object.fromEntries(records) } })];
};

const coming = (records, at, days, more) => [
  "review.coming.json",
  JSON.stringify({ format: "coup1920 coming", version: 1, records, at, days, ...more }),
];

const due = (...files) => dueToday(new Map(files), NOW);

test("before anything was answered nothing is said", () => {
  assert.equal(due(), null);
  assert.equal(due(coming(1, EARLIER, { "2026-11-29": 3 })), null);
});

test("it says what the day of the learner's clock has", () => {
  const days = { "2026-11-28": 2, "2026-11-29": 6, "2026-11-30": 8 };
  assert.deepEqual(due(answers(EARLIER), coming(1, EARLIER, days)), { n: 6, isMost: false });
});

test("what was answered today can only make them fewer", () => {
  const days = { "2026-11-29": 6 };
  assert.deepEqual(due(answers(EARLIER, TODAY), coming(1, EARLIER, days)), { n: 6, isMost: true });
  assert.deepEqual(due(answers(TODAY, TODAY), coming(2, EARLIER, days)), { n: 6, isMost: true });
  assert.deepEqual(due(answers(TODAY)), { n: 0, isMost: true }, "and the first answers come tomorrow");
});

test("where it does not know it does not say a number", () => {
  const days = { "2026-11-29": 6 };
  const yesterday = "2026-11-28T10:00:00";
  assert.equal(due(answers(EARLIER)), "open");
  assert.equal(due(answers(EARLIER, yesterday), coming(1, EARLIER, days)), "open", "answered since then");
  assert.equal(due(answers(EARLIER, EARLIER), coming(1, EARLIER, days)), "open", "brought in since then");
  assert.equal(due(answers(EARLIER), coming(2, EARLIER, days)), "open", "deleted since then");
  assert.equal(due(answers(EARLIER), coming(1, EARLIER, { "2026-10-29": 6 })), "open", "too long ago");
  assert.equal(due(answers(EARLIER), coming(1, EARLIER, days, { version: 2 })), "open", "a newer version");
  assert.equal(due(answers(EARLIER), ["review.coming.json", "{"]), "open", "damaged");
  for (const nothing of [undefined, null, 6]) {
    assert.equal(due(answers(EARLIER), coming(1, EARLIER, nothing)), "open", "no days in it");
  }
});
