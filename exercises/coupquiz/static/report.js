// coupdata/views/html/scripts/find.js
function findAll(root, selector, _type = (
  /** @type {any} */
  HTMLElement
)) {
  return (
    /** @type {any[]} */
    [...root.querySelectorAll(selector)]
  );
}

// coupdata/views/timeline_chart/fitted_chart.js
var still = { staticPlot: true };
var plotly = () => (
  /** @type {any} */
  globalThis.Plotly
);
function charts() {
  return JSON.parse(document.getElementById("charts")?.textContent ?? "null");
}
function keepDrawn(place, fittings, around = place) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let drawn = "";
  const draw = () => {
    const width = around.clientWidth;
    const theme = dark.matches ? "dark" : "light";
    if (!width || !place.offsetParent || drawn === `${width} ${theme}`) return;
    drawn = `${width} ${theme}`;
    const { traces, layouts } = fittings.findLast((fitting) => fitting.width <= width) ?? fittings[0];
    plotly().react(place, traces, { ...layouts[theme], width: Math.max(width, fittings[0].width) }, still);
  };
  new ResizeObserver(draw).observe(around);
  dark.addEventListener("change", draw);
}
function drawPrinted(place, { data, layout, zoom }) {
  if (zoom) place.style.zoom = String(zoom);
  plotly().newPlot(place, data, layout, still);
}

// exercises/coupquiz/report/report.js
var all = charts();
for (const chart of findAll(document, ".chart")) {
  const { shown, printed } = all[chart.dataset.chart ?? ""];
  const [screen, paper] = (
    /** @type {HTMLElement[]} */
    [...chart.children]
  );
  keepDrawn(screen, shown, chart);
  drawPrinted(paper, printed);
}
