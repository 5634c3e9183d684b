// Writes what pages load: one bundle for each widget or page, with all that it imports, and Plotly as small as it draws
// a timeline. `--check` only says whether they are fresh, of this tree or of another. They come with the packages, so
// that nobody needs Node to use them.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Bundles of widgets, before which Python puts the style sheet as STYLE, and of pages. */
const BUNDLES = {
  "coupdata/static": {
    card: "coupdata/views/event_explorer/scripts/card.js",
    chart: "coupdata/views/timeline_chart/chart.js",
    drawing: "coupdata/views/drawing/drawing.js",
    explorer: "coupdata/views/event_explorer/scripts/explorer.js",
    page_charts: "coupdata/views/timeline_chart/page_charts.js",
    reading: "coupdata/views/reading_text/reading.js",
    scripted: "coupdata/views/html/scripts/scripted.js",
    tour: "coupdata/views/event_explorer/scripts/tour.js",
  },
  "exercises/coupquiz/static": {
    picture: "exercises/coupquiz/notebook/scripts/picture.js",
    progress: "exercises/coupquiz/notebook/scripts/progress.js",
    questions: "exercises/coupquiz/notebook/scripts/questions.js",
    review: "exercises/coupquiz/notebook/scripts/review.js",
    room_in_notebook: "exercises/coupquiz/classroom/scripts/room_in_notebook.js",
    summary: "exercises/coupquiz/notebook/scripts/summary.js",
  },
};

/** Bundles of pages that link their style sheet. */
const STYLED = {
  "coupdata/static": { views_on_page: "coupdata/views/on_page/scripts/views_on_page.js" },
  "exercises/coupquiz/static": {
    desk: "exercises/coupquiz/classroom/scripts/desk/desk.js",
    seat: "exercises/coupquiz/classroom/scripts/seat/seat.js",
    wall: "exercises/coupquiz/classroom/scripts/wall/wall.js",
  },
  "lite/static": { start_page: "lite/scripts/start_page.js" },
};

/** What JupyterLab loads, as a script and not as a module. */
const LAB = "exercises/coupquiz/lesson";
const LAB_BUNDLE = `${LAB}/jupyter/labextensions/coup1920/static/remoteEntry.js`;

const isCheck = process.argv[2] === "--check";
const home = fileURLToPath(new URL("..", import.meta.url));
const root = process.argv[3] ?? home;

for (const [bundles, define] of [
  [BUNDLES, {}],
  [STYLED, { STYLE: '""' }],
]) {
  for (const [outdir, entryPoints] of Object.entries(bundles)) {
    const { outputFiles } = await build({
      absWorkingDir: root,
      bundle: true,
      charset: "utf8",
      define,
      entryPoints,
      format: "esm",
      outdir,
      target: "es2023",
      write: false,
    });
    for (const { path, text } of outputFiles) await put(path, text);
  }
}
const { outputFiles } = await build({
  absWorkingDir: root,
  bundle: true,
  charset: "utf8",
  define: {
    LESSON_CODE: JSON.stringify(await codeOf(join(root, "notebooks"))),
    LESSON_STYLE: JSON.stringify(await readFile(join(root, LAB, "lab_extension/lesson.css"), "utf8")),
  },
  entryPoints: [`${LAB}/lab_extension/extension.js`],
  format: "iife",
  outfile: LAB_BUNDLE,
  target: "es2023",
  write: false,
});
for (const { path, text } of outputFiles) await put(path, text);
const plotly = join(home, "node_modules", "plotly.js-basic-dist-min");
const [licence, program] = await Promise.all(
  ["LICENSE", "plotly-basic.min.js"].map((name) => readFile(join(plotly, name), "utf8")),
);
await put(join(root, "coupdata/static/plotly_basic.js"), `/*\n${licence}*/\n${program}\n`);

/**
 * Return the code of the notebooks that ask to be filled, cell by cell.
 *
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
async function codeOf(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ipynb")).sort();
  const notebooks = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8"))),
  );
  return notebooks
    .filter(({ metadata }) => metadata.coup1920?.fill)
    .flatMap(({ cells }) => cells.filter((/** @type {any} */ cell) => cell.cell_type === "code"))
    .map(({ source }) => source.join(""));
}

/**
 * Write a file that pages load, or say that it is stale.
 *
 * @param {string} path
 * @param {string} text
 */
async function put(path, text) {
  if (!isCheck) return writeFile(path, text);
  const found = await readFile(path, "utf8").catch(() => "");
  if (found.replaceAll("\r\n", "\n") === text) return;
  console.error(`${path} is stale: run "npm run build"`);
  process.exitCode = 1;
}
