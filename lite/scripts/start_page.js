// @ts-check
/** @import { FetchJson } from "#coupdata/views/on_page/scripts/types.d.ts" */

// The first page of the site: the timeline comes to life, and answers are taken along, brought back and handed in, all
// without Python.

import { redraw } from "#coupdata/views/html/scripts/draw.js";
import { find } from "#coupdata/views/html/scripts/find.js";
import { _, ngettext } from "#coupdata/views/html/scripts/i18n.js";
import { dueToday } from "./due_today.js";
import { listen, read, swap } from "./kept_answers.js";
import { exported, exportName, fileOf, imported, joined, NotProgress, notebooksOf } from "./progress_file.js";
import { renewNotebooks } from "./saved_notebooks.js";

const work = find(document, ".work");
const state = find(work, ".state");
const word = find(work, ".word");
const name = find(work, "input[name=learner]", HTMLInputElement);
const chooser = find(work, "input[type=file]", HTMLInputElement);
const needsAnswers = [".take", ".hand-in button"].map((each) => find(work, each, HTMLButtonElement));

/** Say what this browser keeps, and what of it comes back today. */
async function tellState() {
  const kept = await read();
  tellDue(kept ?? new Map());
  work.classList.toggle("unkept", kept === null);
  const n = kept ? answered(kept) : 0;
  for (const button of needsAnswers) button.disabled = !n;
  redraw(
    state,
    kept === null
      ? _(
          "This browser keeps nothing of this site, so your answers end with the page of each notebook. Export them there before you close it.",
        )
      : told(n),
  );
  if (!name.value && kept) name.value = [...notebooksOf(kept).values()].find((file) => file.name)?.name ?? "";
}

/**
 * Say how much comes back today; nothing before anything was answered.
 *
 * @param {Map<string, string>} kept
 */
function tellDue(kept) {
  const due = dueToday(kept, new Date());
  find(document, ".due", HTMLElement).hidden = !due;
  if (due) redraw(find(document, ".due a"), dueWords(due));
}

/** @param {NonNullable<ReturnType<typeof dueToday>>} due */
function dueWords(due) {
  if (due === "open") return _("Something may be due today");
  const { n, isMost } = due;
  if (!n) return _("Nothing is due today");
  return isMost
    ? ngettext("Due today: {n} question at most", "Due today: {n} questions at most", n)
    : ngettext("Due today: {n} question", "Due today: {n} questions", n);
}

/** @param {number} n */
function told(n) {
  return n
    ? ngettext(
        "{n} answer of yours is kept in this browser, on this device and nowhere else.",
        "{n} answers of yours are kept in this browser, on this device and nowhere else.",
        n,
      )
    : _("What you answer is kept in this browser, on this device and nowhere else. There is nothing yet.");
}

/** @param {Map<string, string>} kept */
function answered(kept) {
  const files = [...notebooksOf(kept).values()];
  const records = files.flatMap(({ banks }) =>
    Object.values(banks ?? {}).flatMap((bank) => Object.values(bank)),
  );
  return records.filter(({ answer }) => answer).length;
}

/** Save all answers as a file on the device. */
async function takeAlong() {
  const notebooks = notebooksOf((await read()) ?? new Map());
  if (!notebooks.size) return redraw(word, _("There are no answers yet."));
  const file = exportName(name.value, new Date());
  const url = URL.createObjectURL(new Blob([exported(notebooks)], { type: "application/json" }));
  Object.assign(document.createElement("a"), { href: url, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return redraw(word, _("Saved on your device as {file}.", { file }));
}

/** Put the learner's name into every file, and save them as the one to hand in. */
async function handIn() {
  const given = name.value.trim().replace(/\s+/g, " ").slice(0, 100);
  if (!given) {
    redraw(word, _("Write your name first: your teacher sees it in the name of the file."));
    return name.focus();
  }
  const kept = (await read()) ?? new Map();
  for (const [notebook, file] of notebooksOf(kept)) {
    const text = `${JSON.stringify({ ...file, name: given }, undefined, 1)}\n`;
    await swap(fileOf(notebook), kept.get(fileOf(notebook)) ?? null, text);
  }
  await takeAlong();
  const file = exportName(given, new Date());
  return redraw(
    word,
    _("Saved as {file}. Give this file to your teacher, as you hand in other work.", { file }),
  );
}

/** Merge an exported file into what is kept. */
async function bringBack() {
  const file = chooser.files?.[0];
  if (!file) return;
  try {
    const notebooks = imported(await file.text());
    let trouble = "";
    for (const [notebook, theirs] of notebooks) trouble ||= await keep(notebook, theirs);
    const n = notebooks.size;
    redraw(
      word,
      trouble
        ? _("Not kept in this browser ({trouble}).", { trouble })
        : ngettext(
            "Brought back: the answers to {n} notebook.",
            "Brought back: the answers to {n} notebooks.",
            n,
          ),
    );
  } catch (error) {
    if (!(error instanceof NotProgress)) throw error;
    const why = {
      foreign: _("{file} is not a file with answers of this lesson.", { file: file.name }),
      newer: _("{file} was made by a newer version of the lesson.", { file: file.name }),
      damaged: _("{file} is damaged, or no file with answers.", { file: file.name }),
    }[error.reason];
    redraw(word, why);
  } finally {
    chooser.value = "";
    await tellState();
  }
}

/**
 * Keep a notebook's answers with those that are there, and return what was in the way.
 *
 * @param {string} notebook
 * @param {import("./types.d.ts").AnswersFile} theirs
 */
async function keep(notebook, theirs) {
  const file = fileOf(notebook);
  let before = (await read())?.get(file) ?? null;
  for (;;) {
    const ours = before === null ? undefined : notebooksOf(new Map([[file, before]])).get(notebook);
    const after = `${JSON.stringify(ours ? joined(ours, theirs) : theirs, undefined, 1)}\n`;
    const { stored, now, trouble } = await swap(file, before, after);
    if (stored || trouble) return trouble;
    before = now;
  }
}

/** Make way for notebooks that are new since the last visit, and say where saved ones are. */
async function renew() {
  const links = [...document.querySelectorAll("a[href*='path=']")];
  const names = links.map((link) =>
    new URL(/** @type {HTMLAnchorElement} */ (link).href).searchParams.get("path"),
  );
  const kept = await renewNotebooks(/** @type {string[]} */ ([...new Set(names)])).catch(() => []); // nothing is kept
  if (!kept.length) return;
  redraw(
    word,
    _(
      "The lesson has changed since you were here. Your answers stay; notebooks that you had saved are kept as {names}.",
      {
        names: kept.join(", "),
      },
    ),
  );
}

/** Bring the timeline to life once it is looked at, and the reading, in which what is chosen lights up. */
function wakeTimeline() {
  const place = find(document, ".timeline .live");
  const still = find(document, ".timeline .still");
  const fetchJson = /** @type {FetchJson} */ (
    async (view, query = {}) => {
      const details = Object.values(query).map((value) => `-${value}`);
      const answer = await fetch(`static/lesson/values/${view.replace("/", "-")}${details.join("")}.json`);
      if (!answer.ok) throw new Error(`${view}: ${answer.status}`);
      return answer.json();
    }
  );
  const watch = new IntersectionObserver(async ([{ isIntersecting }]) => {
    if (!isIntersecting) return;
    watch.disconnect();
    try {
      const views = await import(new URL("views_on_page.js", import.meta.url).href);
      place.style.height = "0";
      const whole = document.createElement("div");
      place.append(whole);
      const { model } = await views.showExplorer(whole, fetchJson);
      const chart = find(whole, ".coup-chart");
      const drawn = new MutationObserver(() => {
        if (!chart.querySelector(".main-svg")) return;
        drawn.disconnect();
        place.style.height = "";
        still.remove();
      });
      drawn.observe(chart, { childList: true, subtree: true });
      await views.showReading(find(document, "#reading"), fetchJson, model);
    } catch (error) {
      console.error(error); // the picture stays
    }
  });
  watch.observe(still);
}

find(work, ".take").addEventListener("click", takeAlong);
find(work, ".bring").addEventListener("click", () => chooser.click());
chooser.addEventListener("change", bringBack);
find(work, ".hand-in", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  handIn();
});
listen(tellState);
addEventListener("pageshow", tellState);
wakeTimeline();
renew();
if (navigator.serviceWorker) navigator.serviceWorker.register("service-worker.js?enableCache=false"); // as JupyterLite does
