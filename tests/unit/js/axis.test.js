import "./dom.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, inWords, isoOf, read, stepped, unitAround, written } from "#coupquiz/kinds/axis/edtf.js";
import { arrows } from "#coupquiz/kinds/link/arrows.js";

const day = dayOf;

test("a moment lies in a day, a night, half a month, a month and a year", () => {
  const noon = day("1920-05-02") + 0.5;
  const units = ["day", "half", "month", "year"].map((unit) => written(unitAround(noon, unit)));
  assert.deepEqual(units, ["1920-05-02", "1920-05-01/1920-05-15", "1920-05", "1920"]);
  const evening = unitAround(day("1920-05-02") + 0.8, "night");
  assert.equal(written(evening), "[1920-05-02..1920-05-03]");
  assert.equal(written(unitAround(day("1920-05-02") + 0.2, "night")), "[1920-05-01..1920-05-02]");
});

test("half a month ends where words say so: February of a leap year, April", () => {
  assert.equal(written(unitAround(day("1920-02-14"), "half")), "1920-02-01/1920-02-14");
  assert.equal(written(unitAround(day("1920-02-15"), "half")), "1920-02-15/1920-02-29");
  assert.equal(written(unitAround(day("1920-04-30"), "half")), "1920-04-16/1920-04-30");
});

test("what is written is read as the same, and what nobody writes is nothing", () => {
  for (const text of ["1920-05-02", "[1920-05-02..1920-05-03]", "1920-04-16/1920-04-30", "1920-04", "1920"]) {
    assert.equal(written(read(text)), text);
  }
  assert.equal(read("1920-05-02/1920-05-04").unit, "");
  for (const text of ["", "..", "undated", "2 May", "1921/1920"]) assert.equal(read(text), null, text);
});

test("steps go on to the next of their kind, over the ends of months and years, and back", () => {
  const steps = [
    ["1920-04-30", "day", 1, "1920-05-01"],
    ["1919-12-31", "day", 1, "1920-01-01"],
    ["[1920-04-30..1920-05-01]", "night", 1, "[1920-05-01..1920-05-02]"],
    ["[1920-05-01..1920-05-02]", "night", -2, "[1920-04-29..1920-04-30]"],
    ["1920-04-16/1920-04-30", "half", 1, "1920-05-01/1920-05-15"],
    ["1919-12", "month", 5, "1920-05"],
    ["1920", "year", -1, "1919"],
  ];
  for (const [from, unit, by, to] of steps) assert.equal(written(stepped(read(from), unit, by)), to);
});

test("days are said in words", () => {
  const said = {
    "1920-05-02": "2 May 1920",
    "[1920-05-02..1920-05-03]": "night of 2 to 3 May 1920",
    "[1920-04-30..1920-05-01]": "night of 30 April to 1 May 1920",
    "1920-04-16/1920-04-30": "later April 1920",
    "1920-05-01/1920-05-15": "earlier May 1920",
    "1920-05": "May 1920",
    1920: "1920",
    "1920-05-02/1920-05-04": "2 May 1920 to 4 May 1920",
  };
  for (const [text, words] of Object.entries(said)) assert.equal(inWords(read(text)), words);
});

test("days are numbers that can be told back", () => {
  for (const iso of ["1666-09-02", "1917-01-01", "1920-02-29"]) assert.equal(isoOf(dayOf(iso)), iso);
});

test("arrows at one event keep apart, and those that span more bend further", () => {
  const links = [
    { id: "a -> b", side: "", from: 10, to: 50 },
    { id: "a -> c", side: "wrong", from: 10, to: 90 },
  ];
  const [near, far] = arrows(links, 100).map(([, attributes, [, { d }]]) => ({ ...attributes, d }));
  const numbers = (d) => d.match(/-?[\d.]+/g).map(Number);
  assert.notEqual(numbers(near.d)[1], numbers(far.d)[1]);
  assert.ok(numbers(near.d)[2] < numbers(far.d)[2]);
  assert.deepEqual([near.class, far.class], ["", "wrong"]);
});
