// Writes what pages load: one bundle for each widget or page, with all that it imports. `--check` only says whether the
// bundles are fresh, of this tree or of another. Both come with the packages, so that nobody needs Node to use them.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const BUNDLES = {
  "coupdata/static": {
    card: "coupdata/views/event_explorer/card.js",
    chart: "coupdata/views/timeline_chart/chart.js",
    drawing: "coupdata/views/drawing/drawing.js",
    explorer: "coupdata/views/event_explorer/explorer.js",
    page_charts: "coupdata/views/timeline_chart/page_charts.js",
    reading: "coupdata/views/reading_text/reading.js",
    tour: "coupdata/views/event_explorer/tour.js",
  },
  "exercises/coupquiz/static": {
    progress: "exercises/coupquiz/notebook/scripts/progress.js",
    questions: "exercises/coupquiz/notebook/scripts/questions.js",
    summary: "exercises/coupquiz/notebook/scripts/summary.js",
  },
};

const isCheck = process.argv[2] === "--check";
const root = process.argv[3] ?? fileURLToPath(new URL("..", import.meta.url));

for (const [outdir, entryPoints] of Object.entries(BUNDLES)) {
  const { outputFiles = [] } = await build({
    absWorkingDir: root,
    bundle: true,
    charset: "utf8",
    entryPoints,
    format: "esm",
    outdir,
    target: "es2023",
    write: !isCheck,
  });
  for (const { path, text } of outputFiles) {
    const found = await readFile(path, "utf8").catch(() => "");
    if (found.replaceAll("\r\n", "\n") === text) continue;
    console.error(`${path} is stale: run "npm run build"`);
    process.exitCode = 1;
  }
}
