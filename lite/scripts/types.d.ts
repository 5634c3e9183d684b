/** What answers files hold: coupquiz/answers/file_format.py. */

export type AnswersFile = {
  format: string;
  version: number;
  /** A random id. */
  learner: string;
  /** Empty where it was not given. */
  name: string;
  notebook: string;
  /** By the ids of banks and questions. */
  banks: Record<string, Record<string, QuestionRecord>>;
  aside?: AnswersFile["banks"];
};

export type QuestionRecord = {
  answer: unknown;
  tries: number;
  hints: number;
  solved: boolean;
  best: number;
  shown: boolean;
  /** When it last changed, as ISO 8601 has it. */
  at: string;
  /** What was tried; missing where an earlier version wrote it. */
  log?: Try[];
};

export type Try = {
  at: string;
  answer?: unknown;
};

/** What coupquiz/notebook/review/coming_file.py writes. */
export type Coming = {
  /** Of how many records it was made. */
  records: number;
  /** When the last of these was changed, as ISO 8601 has it. */
  at: string;
  /** How many questions come, by day. */
  days: Record<string, number>;
};

export type Due = {
  n: number;
  /** Whether it may be fewer. */
  isMost: boolean;
};
