import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { CONTROLS } from "#coupquiz/kinds/scripts/controls.js";
import { ask } from "#coupquiz/kinds/scripts/question.js";
import { put } from "./dom.js";

const STATE = {
  answer: null,
  ticked: [],
  turn: "",
  counted: { check: 0, hint: 0 },
  kept: "",
  at: "",
  trouble: "",
  buttons: [
    { act: "check", label: "Check", note: "", off: false },
    { act: "hint", label: "Hint", note: "costs a quarter", off: true },
  ],
  certainties: {},
  explanation: "",
  unexplained: false,
  said: [],
  help: [],
  marks: {},
  heard: "",
  cites: [],
};
const WORDS = { silent: "It stays here.", lost: "It stays on this page until the cell is run." };
const REPLY = ["div", {}, ["p", { class: "feedback" }, "Not that one."]];

let root;
let question;
let sent;
let page; // until the end of the test, or it would send again and again what nobody answers

async function begin(kind, ...controls) {
  const attributes = { class: "question", "data-question": "q1", "data-kind": kind };
  root = await put(["section", attributes, ...controls]);
  sent = [];
  question = ask(root, (message) => sent.push(message), page.signal, WORDS);
}

const option = (id) => ["label", { "data-part": id }, ["input", { type: "radio", value: id }], id];
const choose = (id) => {
  const button = root.querySelector(`[value=${id}]`);
  button.checked = true;
  button.dispatchEvent(new Event("change", { bubbles: true }));
};
const press = (act) => root.querySelector(`[data-act=${act}]`).click();
const acts = () => sent.map(({ act }) => act).join();

beforeEach(() => {
  page = new AbortController();
  return begin("single", option("a"), option("b"));
});

afterEach(() => {
  page.abort();
  sessionStorage.clear();
});

test("an answer is sent with its question, and said to be on its way", () => {
  choose("b");
  const { turn, ...message } = sent[0];
  assert.deepEqual(message, { question: "q1", act: "answer", answer: "b" });
  assert.equal(root.querySelector(".kept").textContent, "Saving …");
  question.show({ ...STATE, turn, answer: "b", kept: "Saved" });
  assert.equal(root.querySelector(".kept").textContent, "Saved");
  assert.ok(root.classList.contains("answered"));
});

test("how sure the learner is goes with the next check alone, and is asked only where Python says so", () => {
  question.show(STATE);
  assert.equal(root.querySelector(".certainty input"), null);
  question.show({ ...STATE, certainties: { guessed: "Just a guess", sure: "Sure" } });
  assert.equal(root.querySelector(".certainty").textContent, "How sure are you?Just a guessSure");
  root.querySelector("[value=sure]").checked = true;
  press("check");
  press("check");
  assert.deepEqual(
    sent.map(({ act, certainty }) => [act, certainty]),
    [
      ["check", "sure"],
      ["check", undefined],
    ],
  );
});

const room = ["div", { class: "explanation" }, ["label", {}, "Why?", ["textarea", {}]]];
const explain = (text) => {
  const field = root.querySelector("textarea");
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};

test("an explanation goes with a check, an empty one too, where there is room for it", async () => {
  await begin("single", option("a"), room);
  question.show(STATE);
  press("check");
  explain("So.");
  root.querySelector("textarea").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  assert.deepEqual(
    sent.map(({ act, explanation }) => [act, explanation]),
    [
      ["check", ""],
      ["check", "So."],
    ],
  );
});

test("Enter that ends a word which an input method composes checks nothing", async () => {
  await begin("single", option("a"), room);
  question.show(STATE);
  const enter = (isComposing) => new KeyboardEvent("keydown", { key: "Enter", bubbles: true, isComposing });
  root.querySelector("textarea").dispatchEvent(enter(true));
  assert.equal(acts(), "");
  root.querySelector("textarea").dispatchEvent(enter(false));
  assert.equal(acts(), "check");
});

test("another answer takes nothing of an explanation with it but what was typed since Python spoke", async () => {
  await begin("single", option("a"), option("b"), room);
  question.show({ ...STATE, answer: "a", explanation: "So." });
  assert.equal(root.querySelector("textarea").value, "So.");
  choose("b");
  assert.equal("explanation" in sent[0], false);
  question.show({ ...STATE, turn: sent[0].turn, answer: "b", explanation: "" });
  assert.equal(root.querySelector("textarea").value, "");
  explain("Thus");
  choose("a");
  assert.equal(sent[1].explanation, "Thus");
});

test("how sure the learner is stays chosen where an explanation is asked for first", async () => {
  await begin("single", option("a"), room);
  question.show({ ...STATE, certainties: { sure: "Sure" } });
  root.querySelector("[value=sure]").checked = true;
  press("check");
  question.show({ ...STATE, turn: sent[0].turn, certainties: { sure: "Sure" }, unexplained: true });
  assert.ok(root.querySelector("[value=sure]").checked);
  press("check");
  question.show({ ...STATE, turn: sent[1].turn, certainties: { sure: "Sure" }, unexplained: false });
  assert.equal(root.querySelector("[value=sure]").checked, false);
});

test("feedback and marks of the answer before go as soon as there is another", () => {
  question.show({ ...STATE, answer: "a", said: REPLY, marks: { a: false } });
  assert.equal(root.querySelector(".feedback").textContent, "Not that one.");
  assert.ok(root.querySelector("[data-part=a]").classList.contains("wrong"));
  choose("b");
  assert.equal(root.querySelector(".feedback"), null);
  assert.equal(root.querySelector(".wrong"), null);
});

test("the same feedback is not drawn again, or it would be read out twice", () => {
  question.show({ ...STATE, said: REPLY });
  const before = root.querySelector(".feedback");
  question.show({ ...STATE, said: structuredClone(REPLY), kept: "Saved" });
  assert.equal(root.querySelector(".feedback"), before);
});

test("buttons act, unless they are off; a press changes them in place and keeps the focus", () => {
  question.show(STATE);
  press("check");
  press("hint");
  assert.equal(acts(), "check");
  const button = root.querySelector("[data-act=check]");
  button.focus();
  question.show({ ...STATE, turn: sent[0].turn, buttons: [{ ...STATE.buttons[0], act: "again" }] });
  assert.equal(document.activeElement, button);
  assert.equal(button.dataset.act, "again");
});

test("ticks beside the answer go to Python together", async () => {
  const tick = (id) => ["input", { type: "checkbox", "data-tick": id }];
  question.show({ ...STATE, said: ["p", {}, tick("x"), tick("y")], ticked: ["y"] });
  const box = root.querySelector("[data-tick=x]");
  assert.ok(root.querySelector("[data-tick=y]").checked);
  box.checked = true;
  box.dispatchEvent(new Event("change", { bubbles: true }));
  assert.deepEqual(sent[0].ticked, ["x", "y"]);
});

test("Enter in a field presses the first button, with what was typed", async () => {
  await begin("value", ["input", { type: "text" }]);
  question.show(STATE);
  const field = root.querySelector("input");
  field.value = "1920";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  assert.equal(acts(), "check");
  assert.equal(sent[0].answer, "1920");
});

test("a kind that the page does not know is said to be so, and the other questions go on", async () => {
  await begin("crossword");
  assert.match(root.querySelector("[role=alert]").textContent, /does not know its kind, “crossword”/);
  question.show(STATE);
  question.lose();
  assert.deepEqual(sent, []);
});
const CHOICES = ["a", "b"];
const input = (type, more) => ["input", { type, ...more }];
const boxes = (type) => CHOICES.map((id) => ["label", { "data-part": id }, input(type, { value: id }), id]);
const field = ["div", {}, ["label", {}, input("text", {})], ["p", { class: "note" }, "Any."]];
const buttons = ["▲", "▼"].map((text) => ["button", { class: "move", type: "button" }, text]);
const note = ["p", { class: "note" }, "Any."];
const days = { first: "1917-01-01", last: "1920-12-31", from: "1920-04-26", to: "1920-05-08" };
const sheet = [
  "div",
  {
    class: "axis-sheet",
    ...Object.fromEntries(Object.entries(days).map(([name, day]) => [`data-${name}`, day])),
  },
];
const end = (id) => ["label", { "data-part": id }, ["span", {}, id], input("text", { "data-end": id })];
const KINDS = {
  single: [boxes("radio"), "b"],
  claim: [boxes("radio"), "b"],
  evidence: [boxes("radio"), "b"],
  multiple: [boxes("checkbox"), ["b"]],
  order: [
    [
      [
        "ol",
        {},
        ...CHOICES.map((id) => ["li", { "data-part": id }, ["button", { class: "item" }, id], ...buttons]),
      ],
      ["button", { class: "keep", type: "button" }, "Keep this order"],
    ],
    ["b", "a"],
  ],
  match: [
    [["select", { "data-item": "x" }, ...CHOICES.map((id) => ["option", { value: id }, id])]],
    { x: "b" },
  ],
  fill: [[input("text", { "data-blank": "1" })], { 1: "treaty" }],
  date: [[field], "7 May 1920"],
  place: [[sheet, ["label", { class: "in-words" }, input("text", {})], note], "1920-05-07"],
  span: [
    [sheet, ["div", { class: "ends" }, end("start"), end("end")], note],
    { start: "1920-04-16/1920-04-30", end: ".." },
  ],
  link: [
    [
      [
        "div",
        { class: "events" },
        ...CHOICES.map((id) => ["button", { class: "event", "data-item": id }, id]),
      ],
    ],
    ["a -> b"],
  ],
  value: [[field], "1920"],
  why: [[["div", {}, ["textarea", {}], ["p", { class: "note" }, "Any."]]], "Because."],
};

test("a question of every kind is drawn here", () => {
  assert.deepEqual(Object.keys(KINDS).sort(), Object.keys(CONTROLS).sort());
});

for (const [kind, [controls, answer]] of Object.entries(KINDS)) {
  test(`at an equal state nothing on the page is touched: ${kind}`, async () => {
    await begin(kind, ...controls);
    const said = [
      "div",
      {},
      ["p", {}, ["strong", {}, "Right."], " So it was."],
      ["input", { "data-tick": "t" }],
    ];
    const help = ["div", {}, ["ol", {}, ["li", {}, "A hint."]]];
    const state = {
      ...STATE,
      answer,
      said,
      help,
      heard: "Understood.",
      trouble: "Full.",
      marks: { b: true },
    };
    question.show(state);
    const changes = new MutationObserver(() => {});
    const all = {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeOldValue: true,
    };
    changes.observe(root, all);
    question.show(structuredClone(state));
    const isChange = ({ attributeName: name, oldValue, target }) =>
      !name || (target.getAttribute(name) ?? "") !== (oldValue ?? "");
    assert.equal(changes.takeRecords().filter(isChange).length, 0);
    question.show({
      ...state,
      heard: "Read anew.",
      buttons: [{ ...state.buttons[0], note: "free" }],
      said: [],
    });
    assert.notEqual(changes.takeRecords().length, 0);
    changes.disconnect();
  });
}

test("what is pressed keeps its place in the page while another part of its button changes", () => {
  question.show(STATE);
  const [check, hint] = root.querySelectorAll("button");
  const label = hint.firstChild;
  question.show({
    ...STATE,
    buttons: [STATE.buttons[0], { ...STATE.buttons[1], label: "Next hint", note: "" }],
  });
  assert.ok([...root.querySelectorAll("button")].every((each, at) => each === [check, hint][at]));
  assert.equal(hint.firstChild, label);
  assert.equal(hint.textContent, "Next hint");
});

const announced = () => root.querySelector("[role=status]").textContent;

test("the verdict and the first sentence are announced, not what was said to an answer long ago", () => {
  const verdict = (
    word,
    more = " The night was the second. In it cadets fought. The rest is told below.",
  ) => [
    "div",
    {},
    ["p", {}, ["span", { "aria-hidden": "true" }, "✗"], ["strong", {}, word], more],
    ["p", {}, "The reading says:"],
  ];
  const state = { ...STATE, said: verdict("Not right.") };
  question.show(state);
  assert.equal(announced(), "");
  press("check");
  question.show({ ...state, turn: sent[0].turn });
  assert.equal(announced(), "Not right. The night was the second.");
  press("check");
  assert.equal(announced(), "", "a second try that says the same is heard again");
  question.show({ ...state, turn: sent[1].turn });
  assert.equal(announced(), "Not right. The night was the second.");
  choose("b");
  assert.equal(announced(), "");
});

test("how a date was read is announced where it stands, and not once more before the verdict", () => {
  const heard = "Understood as 7 May 1920.";
  const said = [
    "div",
    {},
    ["p", {}, ["strong", {}, "Not right."], ` ${heard} That is too late. It was the sixth.`],
  ];
  question.show(STATE);
  press("check");
  question.show({ ...STATE, said, heard, turn: sent[0].turn });
  assert.equal(announced(), "Not right. That is too late.");
});

test("a hint that was read stays as it is when another comes", () => {
  const help = (...hints) => ["div", {}, ["ol", {}, ...hints.map((hint) => ["li", {}, hint])]];
  question.show({ ...STATE, help: help("One.") });
  const first = root.querySelector("li");
  question.show({ ...STATE, help: help("One.", "Two.") });
  assert.equal(root.querySelector("li"), first);
  assert.equal(root.querySelector("ol").textContent, "One.Two.");
});

test("what is not saved is said in a sentence, once, which goes when it is", async () => {
  choose("b");
  question.lose();
  const alert = root.querySelector("[role=alert]");
  assert.equal(root.querySelector(".kept").textContent, "Not saved");
  assert.match(alert.textContent, /stays on this page/);
  const before = alert.firstChild;
  choose("a");
  question.lose();
  assert.ok(alert.firstChild === before);
  question.show({ ...STATE, turn: sent[0].turn, answer: "b" });
  assert.match(alert.textContent, /stays on this page/); // an older answer
});

test("what is not saved outlives the view, in the notebook whose answers these are", async () => {
  const column = (answers) => [
    "div",
    { "data-answers": answers },
    ["section", { "data-question": "q1", "data-kind": "single" }, option("a"), option("b")],
  ];
  const views = [];
  for (const answers of ["anna", "ben", "anna"]) {
    root = (await put(column(answers))).firstChild;
    sent = [];
    question = ask(root, (message) => sent.push(message), page.signal, WORDS);
    question.show(STATE);
    views.push(sent.map(({ answer }) => answer).join());
    if (views.length === 1) {
      choose("b");
      question.lose();
    }
  }
  assert.deepEqual(views, ["", "", "b"]);
  assert.ok(root.querySelector("[value=b]").checked);
});
