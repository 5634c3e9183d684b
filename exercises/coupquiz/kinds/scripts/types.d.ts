/** What pages of questions and Python say to each other, and what asks a question of some kind. */

import type { Listen, MarkupElement } from "#coupdata/views/html/scripts/types.d.ts";

export type Answer = string | string[] | Record<string, string>;

/** What the page shows of a question: Python's word, and Python's alone. */
export type QuestionState = {
  answer: Answer | null;
  ticked: string[];
  /** The message that this answers. */
  turn: string;
  /** How often each act has counted of which another one adds something: checks and hints. */
  counted: Record<string, number>;
  kept: string;
  /** When the answer was saved, as ISO 8601 has it; empty if it was not. */
  at: string;
  trouble: string;
  buttons: { act: string; label: string; note: string; off: boolean }[];
  /** How sure the learner can say to be, by id; empty where nobody asks. */
  certainties: Record<string, string>;
  /** Why the answer is so, in the learner's own words. */
  explanation: string;
  /** Whether the answer was not checked, because the learner is asked for an explanation first. */
  unexplained: boolean;
  said: MarkupElement | [];
  help: MarkupElement | [];
  marks: Record<string, boolean>;
  /** How a typed answer was read, in words. */
  heard: string;
  /** The same as its control shows it. */
  read: Answer | null;
  /** Sentences on which the feedback stands. */
  cites: string[];
};

/** What the page tells Python; without an answer of its own, an act is about the one that Python has. */
export type QuestionMessage = {
  question: string;
  act: "answer" | "tick" | string;
  answer: Answer | null;
  turn: string;
  ticked?: string[];
  /** How often this act had counted when the learner asked for it, where another one adds something. */
  counted?: number;
  /** How sure the learner is of an answer to be checked; left out where that was not said. */
  certainty?: string;
  /** Why the answer is so; with a check also an empty one, where there is room for it. */
  explanation?: string;
};

/**
 * What brings a question of some kind to life: it hands over an answer, with `give` at once and with `type` when the
 * learner pauses, and returns what shows an answer.
 */
export type Control<A extends Answer> = (question: {
  root: HTMLElement;
  listen: Listen;
  give: (answer: A) => void;
  type: (answer: A) => void;
}) => (answer: A | null, state: QuestionState) => void;

// The traits of the notebook's widgets, and their messages.

export type QuestionsTraits = {
  page: MarkupElement;
  /** By the ids of the questions. */
  states: Record<string, QuestionState>;
  problem: string;
  /** Whether the page offers to export all answers, because nothing else keeps them. */
  exports: boolean;
};

/** `onward`: the word of the button that leads to the next question; empty while there is no way on. */
export type ReviewTraits = QuestionsTraits & { onward: string };

export type PictureTraits = { page: MarkupElement };

/** `again`: whether the learner may start again; `word`: what is said after that. */
export type SummaryTraits = { page: MarkupElement; word: string; again: boolean };

export type ProgressTraits = { page: MarkupElement; word: string; name: string };

export type ProgressMessage =
  | { act: "look" | "export" | "delete" }
  | { act: "name"; name: string }
  | { act: "import"; file: string; content: string };

/** What comes back to "export", which questions say as well: a file to hand to the learner. */
export type ProgressFile = { file: string; content: string };
