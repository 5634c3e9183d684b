// @ts-check

// How long something takes in the page, as who sits before it would time it: from the key or the click to the frame
// that shows the outcome. The browser's own clock times both ends.

/**
 * Milliseconds from the next `input` until `shows[outcome]` holds for a cell, and until a frame with it is painted.
 *
 * @param {string} input
 * @param {number} number
 * @param {string} outcome
 * @param {number} patience
 * @returns {Promise<{ changed: number, painted: number }>}
 */
function timed(input, number, outcome, patience) {
  const shown = shows[outcome](document.querySelectorAll(".jp-Notebook .jp-Cell")[number]);
  let begun = Number.POSITIVE_INFINITY;
  const begin = (/** @type {Event} */ event) => (begun = event.timeStamp);
  addEventListener(input, begin, { capture: true, once: true });
  const isShown = () => begun < Number.POSITIVE_INFINITY && shown();
  return whenPainted(isShown, `cell ${number} shows no ${outcome}`, patience).then(
    ({ changed, painted }) => ({
      changed: changed - begun,
      painted: painted - begun,
    }),
  );
}

/**
 * Milliseconds from when the page's address was opened until something that matches is painted.
 *
 * @param {string} selector
 * @param {number} patience
 * @returns {Promise<number>}
 */
function opened(selector, patience) {
  const isShown = () => Boolean(document.querySelector(selector)?.getClientRects().length);
  return whenPainted(isShown, `there is no ${selector}`, patience).then(({ painted }) => painted);
}

/**
 * When something holds, and when a frame with it is painted, in milliseconds since the page's address was opened.
 *
 * @param {() => boolean} holds
 * @param {string} trouble what to say if it does not
 * @param {number} patience
 * @returns {Promise<{ changed: number, painted: number }>}
 */
function whenPainted(holds, trouble, patience) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`${trouble} after ${patience} ms`)), patience);
    const look = () => {
      if (!holds()) return;
      changes.disconnect();
      const changed = performance.now();
      requestAnimationFrame(() => {
        const after = new MessageChannel(); // a message is handled once the frame is painted
        after.port1.onmessage = () => resolve({ changed, painted: performance.now() });
        after.port2.postMessage(null);
      });
    };
    const changes = new MutationObserver(look);
    changes.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
    look();
  });
}

Object.assign(window, { opened, timed });

/**
 * What to wait for, by name: called before the input with the cell, each returns whether it is there.
 *
 * @type {Record<string, (cell: any) => () => boolean>}
 */
const shows = {
  "drawn chart": (cell) => () => seen(cell, ".js-plotly-plot .textpoint text"),

  "chosen row": (cell) => {
    const next = nextRow(cell);
    return () => next.ariaSelected === "true";
  },

  "next event on chart, list and card": (cell) => {
    const ring = () =>
      cell.querySelector(".scatterlayer path.point[d^='M12,0A12']")?.getAttribute("transform");
    const [next, before] = [nextRow(cell), ring()];
    const title = next.querySelector(".title").textContent;
    const told = () => cell.querySelector(".coup-card h3").textContent.endsWith(title);
    return () => next.ariaSelected === "true" && told() && ring() !== before;
  },

  "marker of another colour": (cell) => {
    const colours = () =>
      [...cell.querySelectorAll(".scatterlayer path.point")].map((point) => point.style.fill).join();
    const before = colours();
    return () => colours() !== before;
  },

  "radio button": (cell) => () => seen(cell, "input[type=radio]"),

  question: (cell) => () => seen(cell, ".question :is(input, select, textarea, .item)"),

  feedback: (cell) => () => seen(cell, ".feedback"),

  "other word": (cell) => {
    const word = cell.querySelector(".widget-label");
    const before = word.textContent;
    return () => word.textContent !== before;
  },
};

/**
 * Whether there is something that matches in a cell's output, and takes room on the page.
 *
 * @param {any} cell
 * @param {string} selector
 */
function seen(cell, selector) {
  const found = cell.querySelector(`.jp-OutputArea ${selector}`);
  return Boolean(found?.getClientRects().length);
}

/**
 * The row that the arrow down chooses.
 *
 * @param {any} cell
 */
function nextRow(cell) {
  const rows = [...cell.querySelectorAll("[role=option]")];
  return rows[rows.findIndex((row) => row.ariaSelected === "true") + 1];
}
