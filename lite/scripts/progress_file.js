// @ts-check
/** @import { AnswersFile, QuestionRecord, Try } from "./types.d.ts" */

// All answers as one file, as a page without Python makes and takes it: the twin of coupquiz/answers/transfer.py, and of
// `merge` in file_format.py.

const FORMAT = "coup1920 progress";
const VERSION = 1;

/** How an answers file is called after its notebook; older copies of it are called otherwise. */
const SUFFIX = ".answers.json";

/** Why a file cannot be brought in. */
export class NotProgress extends Error {
  /** @param {"foreign" | "newer" | "damaged"} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Return what is in answers files, by their notebooks; what cannot be read is left out.
 *
 * @param {Map<string, string>} kept
 * @returns {Map<string, AnswersFile>}
 */
export function notebooksOf(kept) {
  /** @type {Map<string, AnswersFile>} */
  const notebooks = new Map();
  for (const [name, text] of kept) {
    if (!name.endsWith(SUFFIX)) continue;
    try {
      notebooks.set(name.slice(0, -SUFFIX.length), JSON.parse(text));
    } catch {
      // Python puts it aside once the notebook is opened
    }
  }
  return notebooks;
}

/**
 * Return the name of a notebook's answers file.
 *
 * @param {string} notebook
 */
export function fileOf(notebook) {
  return `${notebook}${SUFFIX}`;
}

/**
 * Return the text of a file with all answers.
 *
 * @param {Map<string, AnswersFile>} notebooks
 */
export function exported(notebooks) {
  const ordered = Object.fromEntries([...notebooks].sort(([one], [other]) => (one < other ? -1 : 1)));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, notebooks: ordered }, undefined, 1)}\n`;
}

/**
 * Return what an exported file is called: by the learner's name, if there is one, the lesson and the day.
 *
 * @param {string} name
 * @param {Date} day
 */
export function exportName(name, day) {
  const forbidden = /[\p{Cc}/\\:*?"<>|]/gu;
  const plain = name
    .replace(forbidden, "")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  return `${plain || "answers"}_coup1920_${date}${SUFFIX}`;
}

/**
 * Return the notebooks in an exported file.
 *
 * @param {string} text
 * @returns {Map<string, AnswersFile>}
 * @throws {NotProgress}
 */
export function imported(text) {
  let values;
  try {
    values = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new NotProgress("damaged");
  }
  if (values?.format !== FORMAT) throw new NotProgress("foreign");
  if (values.version !== VERSION) throw new NotProgress("newer");
  const notebooks = Object.entries(values.notebooks ?? {});
  const isSound = ([name, file] = notebooks[0]) =>
    /^[^/\\]{1,150}$/.test(name) && file?.format === "coup1920 answers" && file.banks && file.learner;
  if (!notebooks.length || !notebooks.every((each) => isSound(each))) throw new NotProgress("damaged");
  return new Map(notebooks);
}

/**
 * Return an answers file with what another holds merged into it, question by question.
 *
 * @param {AnswersFile} ours
 * @param {AnswersFile} theirs
 * @returns {AnswersFile}
 */
export function joined(ours, theirs) {
  return {
    ...ours,
    version: Math.max(ours.version, theirs.version),
    name: ours.name || theirs.name,
    banks: joinedBanks(ours.banks, theirs.banks),
    aside: joinedBanks(ours.aside ?? {}, theirs.aside ?? {}),
  };
}

/**
 * @param {AnswersFile["banks"]} ours
 * @param {AnswersFile["banks"]} theirs
 */
function joinedBanks(ours, theirs) {
  const both = structuredClone(ours);
  for (const [bank, questions] of Object.entries(theirs)) {
    both[bank] ??= {};
    for (const [id, record] of Object.entries(questions)) {
      both[bank][id] = id in both[bank] ? merged(both[bank][id], record) : record;
    }
  }
  return both;
}

/**
 * Return the record in which neither is lost: the later answer, and the most that was reached in either.
 *
 * @param {QuestionRecord} one
 * @param {QuestionRecord} other
 * @returns {QuestionRecord}
 */
function merged(one, other) {
  const later = Date.parse(other.at) > Date.parse(one.at) ? other : one;
  return {
    ...later,
    tries: Math.max(one.tries, other.tries),
    hints: Math.max(one.hints, other.hints),
    solved: one.solved || other.solved,
    best: Math.max(one.best, other.best),
    shown: one.shown || other.shown,
    ...logged([...(one.log ?? []), ...(other.log ?? [])]),
  };
}

/**
 * Return the log of all these tries, each once; Python leaves out what is too old, as it reads them.
 *
 * @param {Try[]} tries
 */
function logged(tries) {
  const whole = tries.toSorted((one, other) => Number("answer" in one) - Number("answer" in other));
  const byTime = new Map(whole.map((each) => [each.at, each]));
  const log = [...byTime.values()].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return log.length ? { log } : {};
}
