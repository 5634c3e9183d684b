// @ts-check

// The page of a saved timeline: one chart for the screen, one for paper.

import { find } from "#coupdata/views/html/scripts/find.js";
import { charts, drawPrinted, keepDrawn } from "./fitted_chart.js";

const { shown, printed } = charts();
keepDrawn(find(document, "#chart"), shown);
drawPrinted(find(document, "#printed"), printed);
