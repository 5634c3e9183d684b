/** What the views of a page without a kernel get from page_values.py, and what they give to the page. */

import type {
  Catalogue,
  DrawingTraits,
  EventRow,
  ExplorerTraits,
  Hit,
  MarkupElement,
  Model,
} from "#coupdata/views/html/scripts/types.d.ts";

/** Get what a view asks for by its name, with these details; the page knows where its server has it. */
export type FetchJson = <Name extends keyof Values>(
  name: Name,
  query?: Record<string, string | number>,
) => Promise<Values[Name]>;

/** A view that is shown: its model, to set and to hear, and what takes it off the page. */
export type ViewOnPage<Traits extends Record<string, any>> = { model: Model<Traits>; end: () => void };

/** An explorer that is shown, and what has it leave out what is asked for now; it fails where that cannot be had. */
export type ExplorerOnPage = ViewOnPage<ExplorerTraits> & { hide: (asked: Asked) => Promise<void> };

/** What a page asks its reader, so that an explorer must not tell it: details by which a server knows; {} for nothing. */
export type Asked = Record<string, string>;

export type Values = {
  explorer: ExplorerValues;
  "explorer/chart": ChartValues;
  tour: Spoken & { events: string[] };
  reading: Spoken & { cites: Record<string, string[]> };
  actors: Spoken & { chooses: DrawingTraits["chooses"] };
  map: Spoken & { chooses: DrawingTraits["chooses"] };
  "actors/drawing": MarkupElement;
  "map/drawing": MarkupElement;
};

/** A page, and the messages of the scripts in the reader's language. */
export type Spoken = { page: MarkupElement; catalogue: Catalogue };

export type ExplorerValues = {
  name: string;
  events: EventRow[];
  filters: ExplorerTraits["filters"];
  cards: Record<string, MarkupElement>;
  widths: number[];
  /** What is hidden, and why; empty where nothing is. */
  note: string;
  /** The same, where it is shown all the same. */
  note_shown: string;
  catalogue: Catalogue;
};

/** New values of properties, for each of some traces one. */
export type Changes = Record<string, any[]>;

export type ChartValues = {
  traces: { customdata: string[] }[];
  layout: object;
  config: object;
  hits: Hit[];
  choices: { traces: number[]; changes: Record<string, Changes> };
  fading: { traces: number[]; values: Record<string, [strong: any, weak: any]> };
};
