// @ts-check

// The pictures of a report: each has a place for the screen, and after it one for paper.

import { findAll } from "#coupdata/views/html/scripts/find.js";
import { charts, drawPrinted, keepDrawn } from "#coupdata/views/timeline_chart/fitted_chart.js";

const all = charts();

for (const chart of findAll(document, ".chart")) {
  const { shown, printed } = all[chart.dataset.chart ?? ""];
  const [screen, paper] = /** @type {HTMLElement[]} */ ([...chart.children]);
  keepDrawn(screen, shown, chart);
  drawPrinted(paper, printed);
}
