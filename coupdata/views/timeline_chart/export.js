// Draws the chart that fits the page's width in the colours of its theme, and the one for print.

const { shown, printed } = JSON.parse(document.getElementById("charts").textContent);
const chart = document.getElementById("chart");
const dark = matchMedia("(prefers-color-scheme: dark)");
const still = { staticPlot: true };
let drawn = "";

function draw() {
  const width = chart.clientWidth;
  const theme = dark.matches ? "dark" : "light";
  if (!width || drawn === `${width} ${theme}`) return; // no width: it is being printed
  drawn = `${width} ${theme}`;
  const { traces, layouts } = shown.findLast((fitting) => fitting.width <= width) ?? shown[0];
  Plotly.react(chart, traces, { ...layouts[theme], width: Math.max(width, shown[0].width) }, still);
}

new ResizeObserver(draw).observe(chart);
dark.addEventListener("change", draw);

const paper = document.getElementById("printed");
paper.style.zoom = printed.zoom;
Plotly.newPlot(paper, printed.data, printed.layout, still);
