import "./dom.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { showTimeline } from "#coupquiz/classroom/scripts/seat/seat_timeline.js";

/** @type {((status: number, values: object) => void)[]} what answers each question to the room */
let waiting = [];
globalThis.fetch = (path) => {
  assert.equal(path, "seat/asked");
  return new Promise((done) =>
    waiting.push((status, values) => done({ ok: status < 400, status, json: async () => values })),
  );
};

/** A timeline, and what it was told to hide. */
async function shown() {
  const hidden = [];
  const views = {
    showExplorer: async (_place, _fetchJson, asked) => {
      hidden.push(asked);
      return { hide: async (now) => hidden.push(now), end: () => {} };
    },
  };
  waiting = [];
  const showing = showTimeline(null, /** @type {any} */ (views));
  waiting[0](200, { open: "week.a" });
  return { hidden, ...(await showing) };
}

test("it begins without what is asked, and looks again when it is told to", async () => {
  const { hidden, follow } = await shown();
  const following = follow();
  waiting[1](200, {});
  await following;
  assert.deepEqual(hidden, [{ open: "week.a" }, {}]);
});

test("what the room said later counts, whenever it comes", async () => {
  const { hidden, follow } = await shown();
  const both = [follow(), follow()];
  waiting[2](200, {});
  waiting[1](200, { open: "week.a,week.b" });
  await Promise.all(both);
  assert.deepEqual(hidden, [{ open: "week.a" }, {}]);
});

test("whoever told it hears that the room does not answer", async () => {
  const { hidden, follow } = await shown();
  const following = follow();
  waiting[1](503, {});
  await assert.rejects(following);
  assert.deepEqual(hidden, [{ open: "week.a" }]);
});
