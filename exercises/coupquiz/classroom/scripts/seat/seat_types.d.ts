/** What a seat hears from its server: what seat_view.py makes. */

import type { MarkupElement } from "#coupdata/views/html/scripts/types.d.ts";
import type { QuestionState } from "#coupquiz/kinds/scripts/types.d.ts";
import type { Stage, Way } from "../types.d.ts";

/** Where the lesson stands for a seat: seat_view.py makes it. */
export type SeatView = {
  title: string;
  seat: string;
  /** By which whoever sits here goes on at another device. */
  key: string;
  way: Way;
  paused: boolean;
  /** What everybody is on; empty where there is nothing, or each chooses. */
  page: string;
  open: boolean;
  /** The vote that was asked for last; 0 before the first. */
  poll: number;
  round: number;
  stage: Stage;
  parts: SeatPart[];
  /** Seconds. */
  left: number | null;
  runs: boolean;
  /** Another number whenever something was answered at the seat. */
  changes: number;
};

export type SeatPart = {
  id: string;
  title: string;
  chapter: string;
  done: number;
  of: number;
  /** What is said where there are no questions. */
  none: string;
};

/** What is on a page for a seat. */
export type SeatPage = { blocks: (ViewBlock | QuestionsBlock | SaidBlock)[] };

export type ViewBlock = { view: "reading" | "timeline" | "actors" | "map"; sections: string[] };

export type QuestionsBlock = {
  bank: string;
  questions: MarkupElement;
  states: Record<string, QuestionState>;
  /** Those of the options, by id, by which a class speaks of them. */
  letters?: Record<string, string>;
  /** Of what comes back: which of today's questions it is. */
  place?: string;
};

/** What is said where nothing comes back any more. */
export type SaidBlock = {
  said: MarkupElement;
  /** Whether there may be more once the learner has brought answers here. */
  brings: boolean;
};

/** What a page of the seat shows, and what it does with a view that concerns it. */
export type Screen = {
  root: HTMLElement;
  show: (view: SeatView) => void;
  retry: () => void;
  end: () => void;
};
