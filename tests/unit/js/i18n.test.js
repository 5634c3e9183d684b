import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { _, language, ngettext, speak } from "#coupdata/views/html/scripts/i18n.js";
import { clock } from "#coupquiz/kinds/scripts/clock.js";

afterEach(() => speak({}));

test("without a catalogue, messages are English", () => {
  assert.equal(_("Saving …"), "Saving …");
  assert.equal(_("Stop {here} of {all}", { here: 2, all: 5 }), "Stop 2 of 5");
  assert.equal(ngettext("{n} stop", "{n} stops", 1), "1 stop");
  assert.equal(ngettext("{n} stop", "{n} stops", 0), "0 stops");
});

test("a message is said as the catalogue has it", () => {
  speak({ "": "fr", "Stop {here} of {all}": "Sur {all} étapes : {here}" });
  assert.equal(_("Stop {here} of {all}", { here: 2, all: 5 }), "Sur 5 étapes : 2");
  assert.equal(_("Saving …"), "Saving …");
  assert.equal(language(), "fr");
});

test("a number takes the form that the language has for it", () => {
  const russian = (n) => {
    if (n % 10 === 1 && n % 100 !== 11) return 0;
    return n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 10 || n % 100 >= 20) ? 1 : 2;
  };
  const index = Array.from({ length: 200 }, (_each, n) => russian(n));
  speak({ "{n} stop": { forms: ["{n} остановка", "{n} остановки", "{n} остановок"], index } });
  const said = (n) => ngettext("{n} stop", "{n} stops", n);
  assert.deepEqual([1, 2, 5, 11, 21, 111, 1921, 2022].map(said), [
    "1 остановка",
    "2 остановки",
    "5 остановок",
    "11 остановок",
    "21 остановка",
    "111 остановок",
    "1921 остановка",
    "2022 остановки",
  ]);
});

test("what a learner has typed is put into a message as it is", () => {
  assert.equal(_("Read as {said}.", { said: "{said} $& {n}" }), "Read as {said} $& {n}.");
});

test("an answer of today has the time alone, an older one its day as well", () => {
  const now = new Date(2026, 4, 14, 12, 0);
  assert.equal(clock(new Date(2026, 4, 14, 9, 5).toISOString(), now), "09:05");
  assert.equal(clock(new Date(2026, 4, 13, 9, 5).toISOString(), now), "13 May, 09:05");
});
