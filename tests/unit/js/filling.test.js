// @ts-check
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { keepFilled } from "#coupquiz/lesson/lab_extension/filling.js";
import { asksToBeFilled, runsByItself, widgetsOf } from "#coupquiz/lesson/lab_extension/lesson_notebook.js";

const WIDGET = "application/vnd.jupyter.widget-view+json";

/** A cell of code as Jupyter has it; `shows` is the id of a widget. */
function cell(source, { folded = true, trusted = true, shows = "" } = {}) {
  const content = {
    cell_type: "code",
    source,
    metadata: { jupyter: { source_hidden: folded } },
    execution_count: /** @type {number | null} */ (shows ? 1 : null),
    outputs: shows ? [{ data: { [WIDGET]: { model_id: shows } } }] : [],
  };
  return { content, model: { type: "code", trusted, executionState: "idle", toJSON: () => content } };
}

const BY = {
  isTrusting: true,
  isLessons: (/** @type {string} */ source) => source.startsWith("lesson"),
  isOwn: (/** @type {string} */ source) => source === "mine",
};

const sources = (/** @type {ReturnType<typeof runsByItself>} */ { lessons, own }) =>
  [lessons, own].map((cells) => cells.map(({ model }) => model.toJSON().source));

test("a notebook is filled only if it asks for it", () => {
  for (const [asked, filled] of [
    [{ fill: true }, true],
    [{ fill: "yes" }, false],
    [{}, false],
    [undefined, false],
    [null, false],
  ]) {
    assert.equal(asksToBeFilled({ getMetadata: () => asked }), filled);
  }
  assert.equal(asksToBeFilled(null), false);
});

test("the lesson's cells run by themselves, and then those that the learner has run there", () => {
  const open = { folded: false };
  const cells = [cell("lesson 1"), cell("mine", open), cell("typed", open), cell("lesson 2", open)];
  assert.deepEqual(sources(runsByItself(cells, BY)), [["lesson 1", "lesson 2"], ["mine"]]);
});

test("nothing runs by itself if a cell out of sight has other code, even if it was run before", () => {
  for (const strange of ["evil", "mine"]) {
    assert.deepEqual(sources(runsByItself([cell("lesson"), cell(strange)], BY)), [[], []]);
  }
});

test("nothing runs by itself in a notebook that Jupyter does not trust", () => {
  const cells = [cell("lesson 1"), cell("lesson 2", { trusted: false })];
  assert.deepEqual(sources(runsByItself(cells, BY)), [[], []]);
});

test("where there is no record of trust, the lesson's code is enough and other code is not", () => {
  const by = { ...BY, isTrusting: false };
  assert.deepEqual(sources(runsByItself([cell("lesson", { trusted: false })], by)), [["lesson"], []]);
  assert.deepEqual(sources(runsByItself([cell("lesson"), cell("evil")], by)), [[], []]);
});

test("widgets count once every cell has run", () => {
  const ran = cell("lesson", { shows: "a" }).content;
  assert.deepEqual(widgetsOf([ran, cell("lesson", { shows: "b" }).content]), ["a", "b"]);
  assert.deepEqual(widgetsOf([ran, cell("lesson").content]), []);
});

/** @type {{ cells: ReturnType<typeof cell>[], end: (isDone: boolean) => void }[]} */
const begun = [];

afterEach(() => {
  for (const { end } of begun.splice(0)) end(true); // what is being filled keeps Node running until a learner is told
});

/** A notebook that is open, and what becomes of it. */
function opened(
  cells = [cell("lesson")],
  {
    living = /** @type {string[]} */ ([]),
    own = cells.slice(0, 0),
    explorers = /** @type {object[]} */ ([]),
  } = {},
) {
  /** @type {Record<string, ((sender: null, args: any) => void)[]>} */
  const heard = { status: [], kernel: [] };
  const signal = (/** @type {string} */ name) => ({ connect: (act) => heard[name].push(act) });
  const comms = Object.fromEntries(living.map((id) => [id, {}]));
  const kernel = { requestCommInfo: async () => ({ content: { comms } }) };
  /** @type {string[]} */
  const told = [];
  /** @type {{ cells: typeof cells, end: (isDone: boolean) => void }[]} */
  const runs = [];
  /** @type {string[]} */
  const started = [];
  const session = { kernel: /** @type {typeof kernel | null} */ (kernel) };
  const panel = {
    content: { widgets: cells },
    isDisposed: false,
    node: { querySelectorAll: () => explorers },
    sessionContext: {
      ready: Promise.resolve(),
      session,
      statusChanged: signal("status"),
      kernelChanged: signal("kernel"),
      startKernel: async () => {
        started.push("kernel");
        session.kernel = kernel;
      },
    },
  };
  const actions = {
    runCells: (_notebook, run) => {
      const { promise, resolve } = Promise.withResolvers();
      const one = { cells: run, end: resolve };
      runs.push(one);
      begun.push(one);
      return promise;
    },
  };
  const fill = keepFilled(
    /** @type {any} */ (panel),
    /** @type {any} */ (actions),
    /** @type {any} */ (() => ({ lessons: cells, own })),
    (stage) => told.push(stage),
  );
  return {
    fill,
    told,
    runs,
    session,
    status: (/** @type {string} */ now) => heard.status.map((act) => act(null, now)),
    changeKernel: () => heard.kernel.map((act) => act(null, { newValue: kernel })),
    started,
    loseKernel: () => {
      session.kernel = null;
      for (const act of [...heard.kernel, ...heard.kernel]) act(null, { newValue: null }); // Jupyter tells it twice
    },
  };
}

const soon = () => new Promise((done) => setTimeout(done, 5));
const later = () => new Promise((done) => setTimeout(done, 450));

test("it tells what it is doing, and is quiet when it is ready", async () => {
  const { fill, told, runs } = opened();
  const done = fill();
  await soon();
  assert.deepEqual(told, ["preparing"]);
  runs[0].end(true);
  await done;
  assert.deepEqual(told, ["preparing", "ready"]);
});

/** An explorer as the page has it: so many pixels wide, and its chart drawn so wide, or not yet. */
function explorer(/** @type {number} */ clientWidth, /** @type {number | undefined} */ drawn = undefined) {
  const chart = { _fullLayout: /** @type {{ width: number } | undefined} */ (drawn && { width: drawn }) };
  return { clientWidth, chart, querySelector: () => chart };
}

test("it is ready once the charts that a reader comes to are drawn", async () => {
  const late = explorer(600);
  const { fill, told, runs } = opened([cell("lesson")], {
    explorers: [explorer(0), explorer(600, 580), late],
  });
  const done = fill();
  await soon();
  runs[0].end(true);
  await soon();
  assert.deepEqual(told, ["preparing"]);
  late.chart._fullLayout = { width: 580 };
  await done;
  assert.deepEqual(told, ["preparing", "ready"]);
});

test("a kernel that is lost while a chart is drawn is missed, and nothing is ready", async () => {
  const late = explorer(600);
  const { fill, told, runs, loseKernel } = opened([cell("lesson")], { explorers: [late] });
  const done = fill();
  await soon();
  runs[0].end(true);
  await soon();
  loseKernel();
  late.chart._fullLayout = { width: 580 };
  await done;
  assert.deepEqual(told, ["preparing", "no kernel"]);
});

test("a notebook that has nothing that may run waits for the learner", async () => {
  const { fill, told, runs } = opened([]);
  await fill();
  assert.deepEqual(told, ["own code"]);
  assert.equal(runs.length, 0);
});

test("a page loaded again is filled, though its widgets live", async () => {
  const { fill, runs } = opened([cell("lesson", { shows: "a" })], { living: ["a", "b"] });
  fill();
  await soon();
  assert.equal(runs.length, 1);
});

test("a new kernel that has run all cells already is left as it is, and one that has run some is not", async () => {
  for (const [living, times] of /** @type {[string[], number][]} */ ([
    [["a", "b", "c"], 0],
    [["a"], 1],
  ])) {
    const cells = [cell("lesson 1", { shows: "a" }), cell("lesson 2", { shows: "b" })];
    const { runs, told, status } = opened(cells, { living });
    await soon();
    status("restarting");
    status("idle");
    await later();
    assert.equal(runs.length, times);
    assert.equal(told.at(-1), times ? "preparing" : "ready");
  }
});

test("it never runs twice at once", async () => {
  const { fill, runs } = opened();
  const all = [fill(), fill(), fill()];
  await soon();
  assert.equal(runs.length, 1);
  runs[0].end(true);
  await soon();
  runs[1]?.end(true);
  await Promise.all(all);
  assert.ok(runs.length <= 2);
});

test("a learner's own cells come last, and their errors are not the lesson's", async () => {
  const mine = cell("mine");
  const { fill, told, runs } = opened([cell("lesson")], { own: [mine] });
  const done = fill();
  await soon();
  runs[0].end(true);
  await soon();
  assert.deepEqual(runs[1].cells, [mine]);
  runs[1].end(false);
  await done;
  assert.equal(told.at(-1), "ready");
});

test("it says that it failed, and what was missing", async () => {
  const { fill, told, runs, session } = opened();
  let done = fill();
  await soon();
  runs[0].end(false);
  await done;
  assert.equal(told.at(-1), "failed");
  session.kernel = null;
  done = fill();
  await done;
  assert.equal(told.at(-1), "no kernel");
});

test("a restarted or another kernel fills it again, once each", async () => {
  const { fill, runs, status, changeKernel } = opened();
  const done = fill();
  await soon();
  runs[0].end(true);
  await done;
  for (const [news, times] of [
    [() => status("busy"), 1],
    [() => status("restarting"), 2],
    [changeKernel, 3],
  ]) {
    /** @type {() => void} */ (news)();
    status("idle");
    status("idle");
    await later();
    runs[Number(times) - 1].end(true);
    await soon();
    assert.equal(runs.length, times);
  }
});

test("a kernel that dies of it is not asked again", async () => {
  const { fill, told, runs, status } = opened();
  const done = fill();
  await soon();
  status("autorestarting");
  runs[0].end(false);
  await done;
  status("idle");
  await later();
  assert.equal(runs.length, 1);
  assert.equal(told.at(-1), "failed");
});

/** A notebook that is ready. */
async function filled() {
  const notebook = opened();
  const done = notebook.fill();
  await soon();
  notebook.runs[0].end(true);
  await done;
  return notebook;
}

/** The window of a browser, as far as somebody uses it. */
const page = new EventTarget();
globalThis.addEventListener = page.addEventListener.bind(page);

test("a kernel that its server has lost is started again, once somebody uses the page", async () => {
  const { started, told, loseKernel } = await filled();
  loseKernel();
  await soon();
  assert.deepEqual([told.at(-1), started], ["no kernel", []]);
  for (const sign of ["pointermove", "keydown"]) page.dispatchEvent(new Event(sign));
  await soon();
  assert.deepEqual([told.at(-1), started], ["preparing", ["kernel"]]);
});

test("a kernel that somebody has shut down stays so", async () => {
  const { started, status, loseKernel } = await filled();
  status("terminating");
  loseKernel();
  page.dispatchEvent(new Event("focus"));
  await soon();
  assert.deepEqual(started, []);
});

test("a kernel that is lost before the notebook is ready is not started again: filling it may be what it dies of", async () => {
  const { fill, runs, started, loseKernel } = opened();
  const done = fill();
  await soon();
  loseKernel();
  runs[0].end(false);
  await done;
  page.dispatchEvent(new Event("focus"));
  await soon();
  assert.deepEqual(started, []);
});
