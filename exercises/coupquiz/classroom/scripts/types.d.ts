/** What the server of a room tells its pages: what desk_view.py, wall_view.py and result_view.py make. */

import type { MarkupElement } from "#coupdata/views/html/scripts/types.d.ts";

export type Way = "wait" | "own-pace" | "vote" | "test" | "over";
export type Stage = "open" | "closed" | "revealed";
export type WallShows = "join" | "question" | "result" | "timeline";

/** A question that a class votes on, for a page on which nobody answers it. */
export type VoteQuestion = {
  bank: string;
  id: string;
  number: string;
  prompt: string;
  choices: { label: string; text: string; lang: string }[];
  targets: { label: string; text: string; lang: string }[];
};

/** What answers are counted by: an option, or how right they are. */
export type Category = { id: string; label: string; text: string };

export type Share = {
  right: number;
  of: number;
  share: number;
  low: number;
  high: number;
  advice: "explain" | "discuss" | "go-on";
};

/** The shares of right answers below which a class is told once more, and above which it goes on. */
export type Lines = { few: number; enough: number };

/** How many of those who voted twice were wrong at first and were right then, and the other way round. */
export type Swayed = { wrong: number; found: number; right: number; lost: number };

export type Round = {
  counts: Record<string, number>;
  right: number;
  of: number;
  pieces: { text: string; right: boolean; count: number }[];
  /** All answers in one picture, if their kind has one. */
  picture: MarkupElement | [];
  share: Share | null;
  words: string;
};

export type Shift = { from: string; to: string; count: number };

export type VoteResult = {
  categories: (Category & { right: boolean })[];
  rounds: Round[];
  shift: Shift[];
  swayed: Swayed | null;
  solution: MarkupElement;
};

export type PlanQuestion = {
  bank: string;
  id: string;
  number: string;
  prompt: string;
  /** Whether it can be voted on. */
  vote: boolean;
};

export type PlanPart = {
  id: string;
  title: string;
  chapter: string;
  questions: [bank: string, id: string][];
  /** What is said where there are none. */
  none: string;
};

export type DeskPlan = {
  title: string;
  parts: PlanPart[];
  questions: PlanQuestion[];
  test: { title: string; questions: number } | null;
  events: { id: string; title: string }[];
  lines: Lines;
  names: string;
  code: string;
  wall: string;
};

export type DeskSeat = {
  id: number;
  name: string;
  key: string;
  here: boolean;
  /** A sign for each question. */
  signs: string;
  voted: boolean;
};

export type DeskView = {
  way: Way;
  paused: boolean;
  parts: string[];
  round: number;
  stage: Stage;
  wall: WallShows;
  event: string;
  test: { open: boolean; left: number | null; runs: boolean; stopped: boolean };
  seats: DeskSeat[];
  poll:
    | (VoteQuestion & {
        poll: number;
        categories: Category[];
        answered: number;
        hands: Record<string, number>;
      })
    | null;
  result: VoteResult | null;
  address: string;
  /** Why the last change could not be written. */
  trouble: string;
  /** Which votes are left out, as their questions are gone. */
  leftOut: string;
};

/** What the desk shows, as its own page has it: what was pressed there and is on no other. */
export type Desk = {
  plan: DeskPlan;
  view: DeskView;
  /** Seconds left for the test, now. */
  left: number | null;
  tab: "own-pace" | "vote" | "test";
  /** Whether a question is being chosen for a vote. */
  picks: boolean;
  search: string;
  /** What is looked at: the number of a question or a seat, empty for nothing. */
  question: string;
  seat: number;
  /** Whether all questions have a column, or only those that are open or answered. */
  all: boolean;
  /** Whether hands are being counted. */
  hands: boolean;
  /** What is asked once more before it is done. */
  sure: "" | "end" | "forget" | "end-test";
};

export type WallView = {
  title: string;
  code: string;
  address: string;
  qr: string;
  wall: WallShows;
  way: Way;
  paused: boolean;
  here: number;
  seats: number;
  round: number;
  stage: Stage;
  event: string;
  question: VoteQuestion | null;
  answered: number;
  result: VoteResult | null;
  test: boolean;
  left: number | null;
  runs: boolean;
};
