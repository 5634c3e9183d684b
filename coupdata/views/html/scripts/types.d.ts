/** What scripts and Python say to each other, and what all scripts share. */

import type { AnyModel } from "@anywidget/types";
import type { begin } from "./view.js";

declare global {
  /** The widget's style sheet, which Python puts before its bundle; empty on a page that links its own. */
  const STYLE: string;
}

/** A page as Python describes it (element.py): a text, or an element with its attributes and what is in it. */
export type Markup = string | MarkupElement;
export type MarkupElement = [tag: string, attributes: Record<string, string>, ...children: Markup[]];

/**
 * Messages in the reader's language, by their English; of those with a number all forms, and which one each number takes.
 * Under "" stands the tag of the language. English has none.
 */
export type Catalogue = Record<string, string | { forms: string[]; index: number[] }>;

/** What every widget of ours has; `Traits` are the widget's own. */
export type Model<Traits extends Record<string, any>> = AnyModel<
  Traits & {
    catalogue: Catalogue;
    /** Whether the script is there: set by the page alone. */
    hears: boolean;
  }
>;

/** What a script is called with. */
export type Shown<Traits extends Record<string, any>> = { model: Model<Traits>; el: HTMLElement };

/** What `begin` returns. */
export type View<Traits extends Record<string, any>> = ReturnType<typeof begin<Traits>>;

/** Act on what happens to a part of the page, until the view ends. */
export type Listen = <E extends Event = Event>(
  target: EventTarget,
  type: string,
  act: (event: E) => unknown,
  options?: AddEventListenerOptions,
) => void;

// The traits of each widget.

export type CardTraits = { page: MarkupElement; selected: string };

/** New values of properties of some traces, by their names: for each of the traces one. */
export type Restyling = { traces: number[]; changes: Record<string, any[]> };

/** `figure` is what Plotly draws at first. */
export type ChartTraits = {
  figure: { data: Record<string, any>[]; layout: object; config: object };
  choice: Restyling;
  fading: Restyling;
};

/** `passed` are the numbers of the stops that the walk passes over, as the dates of their events are asked for. */
export type TourTraits = { page: MarkupElement; stop: number; down: number; passed: number[] };

/** A row of the explorer's list, and what its filters ask for. */
export type EventRow = {
  id: string;
  title: string;
  when: string;
  glyph: string;
  colour: string;
  key: boolean;
  /** Whether its date is asked for on the page, so that it is not on the chart. */
  hidden: boolean;
} & Record<FilterName, string[]>;

export type FilterName = "actor" | "theme" | "place";

/** Where a pointer meets an event on the chart: days across, pixels down; a label that runs left has a negative width. */
export type Hit = {
  id: string;
  panel: "years" | "days";
  y: number;
  first: number;
  last: number;
  labelX: number;
  labelY: number;
  label: number;
};

export type ExplorerTraits = {
  name: string;
  events: EventRow[];
  filters: { name: FilterName; label: string; choices: [id: string, title: string][] }[];
  hits: Hit[];
  width: number;
  selected: string;
  /** What is hidden, and why; empty where nothing is. */
  note: string;
  show_hidden: boolean;
} & Record<FilterName, string>;

/** What each part of an explorer is made with; `fits` gives the events that the filters leave. */
export type ExplorerPart = {
  model: Model<ExplorerTraits>;
  view: View<ExplorerTraits>;
  fits: () => EventRow[];
};

export type ReadingTraits = { page: MarkupElement; lit: string[]; numbered: boolean };

/** `chooses` names the trait that holds what is chosen, `selected` is the chosen event. */
export type DrawingTraits = {
  page: MarkupElement;
  drawing: MarkupElement;
  chooses: "actor" | "place";
  actor: string;
  place: string;
  selected: string;
  width: number;
};
