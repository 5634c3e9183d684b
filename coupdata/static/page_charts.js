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

// coupdata/views/timeline_chart/widest.js
function widest(widths, room) {
  return widths.findLast((width) => width <= room) ?? widths[0];
}

// coupdata/views/timeline_chart/page_charts.js
var charts = JSON.parse(document.getElementById("charts")?.textContent ?? "{}");
var { Plotly } = (
  /** @type {any} */
  globalThis
);
var dark = matchMedia("(prefers-color-scheme: dark)");
var still = { staticPlot: true };
for (const place of findAll(document, "[data-chart]")) {
  const { shown, printed } = charts[place.dataset.chart ?? ""];
  const [screen, paper] = (
    /** @type {HTMLElement[]} */
    [...place.children]
  );
  keepDrawn(screen, place, shown);
  if (printed.zoom) paper.style.zoom = String(printed.zoom);
  Plotly.newPlot(paper, printed.data, printed.layout, still);
}
function keepDrawn(screen, place, fittings) {
  let drawn = "";
  const draw = () => {
    const width = place.clientWidth;
    const theme = dark.matches ? "dark" : "light";
    if (!width || !screen.offsetParent || drawn === `${width} ${theme}`) return;
    drawn = `${width} ${theme}`;
    const widths = fittings.map((fitting) => fitting.width);
    const { traces, layouts } = fittings[widths.indexOf(widest(widths, width))];
    Plotly.react(screen, traces, { ...layouts[theme], width: Math.max(width, widths[0]) }, still);
  };
  new ResizeObserver(draw).observe(place);
  dark.addEventListener("change", draw);
}
