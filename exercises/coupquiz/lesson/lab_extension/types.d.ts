/** What the extension uses of JupyterLab: the few parts of its public interface, by their own names. */

declare global {
  /** The code of the lesson's notebooks, cell by cell; js/bundle.mjs puts it here. */
  const LESSON_CODE: string[];
  /** lesson.css. */
  const LESSON_STYLE: string;
  interface Window {
    _JUPYTERLAB: Record<string, unknown>;
  }
}

export type Signal<Args> = {
  connect(act: (sender: any, args: Args) => unknown): void;
  disconnect(act: (sender: any, args: Args) => unknown): void;
};

export type Widget = {
  id: string;
  node: HTMLElement;
  title: { label: string };
  isVisible: boolean;
  isDisposed: boolean;
  children(): Iterable<Widget>;
  hasClass(name: string): boolean;
  toggleClass(name: string, force: boolean): void;
  setHidden(hidden: boolean): void;
  disposed: Signal<unknown>;
};

/** What a cell shows, as its file has it. */
export type Output = { data?: Record<string, any> };

/** A cell as it is saved; only code has outputs. */
export type SharedCell = {
  outputs?: Output[];
  updateOutputs?(start: number, end: number, outputs: Output[], origin: string): void;
};

/** What a kernel tells all pages. */
export type Told = {
  header: { msg_type: string };
  content: { comm_id?: string; data?: any };
};

/** A notebook's file, and its kernel. */
export type DocumentContext = {
  path: string;
  ready: Promise<void>;
  model: { dirty: boolean; sharedModel: { cells: readonly SharedCell[] } };
  saveState: Signal<string>;
  sessionContext: SessionContext;
};

/** A cell as its file has it. */
export type CellContent = {
  cell_type: string;
  source: string | string[];
  metadata: { jupyter?: { source_hidden?: boolean }; coup1920?: { by_hand?: boolean } };
  outputs?: Output[];
  execution_count?: number | null;
};

export type Cell = Widget & {
  model: { type: string; trusted: boolean; executionState?: string; toJSON(): CellContent };
};

export type Kernel = {
  status: string;
  requestExecute(what: { code: string; silent: boolean; store_history: boolean }): { done: Promise<unknown> };
  requestCommInfo(about: { target_name: string }): Promise<{ content: { comms?: Record<string, unknown> } }>;
};

export type SessionContext = {
  ready: Promise<void>;
  session: { kernel: Kernel | null } | null;
  kernelChanged: Signal<{ newValue: Kernel | null }>;
  statusChanged: Signal<string>;
  iopubMessage: Signal<Told>;
  restartKernel(): Promise<void>;
  startKernel(): Promise<boolean>;
};

export type NotebookModel = {
  dirty: boolean;
  getMetadata(key: string): any;
  metadataChanged: Signal<{ key: string }>;
  cells: { changed: Signal<unknown> };
};

/** What draws a notebook's texts and outputs. */
export type RenderMime = { latexTypesetter: { typeset(node: HTMLElement): unknown } | null };

export type Notebook = Widget & {
  rendermime: RenderMime;
  model: NotebookModel | null;
  widgets: readonly Cell[];
  activeCell: Cell | null;
  activeCellChanged: Signal<Cell | null>;
  activeCellIndex: number;
  scrollToItem(index: number): Promise<void>;
};

export type NotebookPanel = Widget & {
  content: Notebook;
  toolbar: Widget;
  contentHeader: Widget & { addWidget(widget: Widget): void; fit(): void };
  context: DocumentContext;
  sessionContext: SessionContext;
};

export type NotebookTracker = {
  currentWidget: NotebookPanel | null;
  widgetAdded: Signal<NotebookPanel>;
  forEach(act: (panel: NotebookPanel) => unknown): void;
};

export type NotebookActions = {
  executed: Signal<{ notebook: Notebook; cell: Cell; success: boolean }>;
  run(notebook: Notebook, session: SessionContext): Promise<boolean>;
  runCells(notebook: Notebook, cells: readonly Cell[], session: SessionContext): Promise<boolean>;
};

export type Shell = Widget & {
  currentWidget: Widget | null;
  currentChanged: Signal<unknown> | null;
  layoutModified?: Signal<unknown>;
  collapseLeft(): void;
  collapseRight(): void;
};

export type App = {
  shell: Shell;
  restored: Promise<unknown>;
  serviceManager: { sessions: SessionManager };
  commands: {
    addCommand(
      id: string,
      command: { label: string; caption: string; isToggled?(): boolean; execute(): void },
    ): void;
    notifyCommandChanged(id: string): void;
  };
};

export type SessionManager = {
  ready: Promise<void>;
  startNew(wanted: { name: string; path: string; type: string; kernel: { name: string } }): Promise<{
    dispose(): void;
  }>;
};

export type Palette = { addItem(item: { command: string; category: string }): void };

/** The modules that JupyterLab shares with extensions. */
export type Modules = {
  "@jupyterlab/apputils": { ICommandPalette: unknown };
  "@jupyterlab/coreutils": { PageConfig: { getBaseUrl(): string; getOption(name: string): string } };
  "@jupyterlab/notebook": { INotebookTracker: unknown; NotebookActions: NotebookActions };
  "@lumino/widgets": { Widget: new (options: { node: HTMLElement }) => Widget };
};

export type Scope = Record<string, Record<string, { get(): Promise<() => unknown> }>>;

/** What the line above a notebook tells. */
export type Stage = "preparing" | "slow" | "ready" | "own code" | "no kernel" | "failed";
