// @ts-check
/** @import { NotebookPanel, Shell, Widget } from "./types.d.ts" */

/** Where the browser remembers that a learner wants Jupyter's tools. */
const KEPT = "coup1920:all-tools";

/** What of JupyterLab's and Notebook's pages no learner needs. */
const TOOLS = ["jp-top-panel", "jp-menu-panel", "jp-bottom-panel", "top-panel-wrapper", "menu-panel-wrapper"];

/**
 * Show the lesson's notebooks without Jupyter's tools, or with them, as it was last.
 *
 * @param {Shell} shell
 * @param {(isOn: boolean) => void} changed
 */
export function makeLessonView(shell, changed) {
  /** @type {Set<NotebookPanel>} */
  const panels = new Set();
  let isOn = remembered() === null;
  let wasHidden = false;

  function apply() {
    for (const panel of panels) {
      panel.toolbar.setHidden(isOn);
      panel.toggleClass("coup-lesson-view", isOn);
    }
    const isHidden = isOn && [...panels].some((panel) => panel === shell.currentWidget);
    if (!isHidden && !wasHidden) return; // and what a user has hidden stays so
    if (isHidden && !wasHidden) {
      shell.collapseLeft();
      shell.collapseRight();
    }
    for (const tool of within(shell)) tool.setHidden(isHidden);
    wasHidden = isHidden;
  }

  shell.currentChanged?.connect(apply);
  shell.layoutModified?.connect(apply); // as when a side bar gets something new, and is shown
  return {
    isOn: () => isOn,
    /** Return the notebook of the lesson that a user looks at, if there is one. */
    inSight: () => [...panels].find((panel) => panel === shell.currentWidget),
    /** @param {NotebookPanel} panel */
    add(panel) {
      panels.add(panel);
      panel.disposed.connect(() => panels.delete(panel));
      apply();
    },
    toggle() {
      isOn = !isOn;
      remember(isOn);
      apply();
      changed(isOn);
    },
  };
}

/**
 * @param {Widget} widget
 * @returns {Widget[]}
 */
function within(widget) {
  return [...widget.children()].flatMap((child) => {
    if (TOOLS.includes(child.id) || child.hasClass("jp-SideBar")) return [child];
    return child.id === "jp-main-dock-panel" || child.id === "main-panel" ? [] : within(child);
  });
}

function remembered() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null; // where the browser keeps nothing
  }
}

/** @param {boolean} isOn */
function remember(isOn) {
  try {
    if (isOn) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, "yes");
  } catch {
    // and then it is not remembered
  }
}
