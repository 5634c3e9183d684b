// @ts-check

// The views on a page that links their style sheet and asks a server for what they show. Each function fills a place with
// a view, takes a `FetchJson` that gets what coupdata/views/on_page/page_values.py makes, and returns a `ViewOnPage`.

export { showDrawing } from "./drawing_on_page.js";
export { showExplorer } from "./explorer_on_page.js";
export { showReading } from "./reading_on_page.js";
export { showTour } from "./tour_on_page.js";
