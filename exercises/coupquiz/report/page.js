// Draws every picture for the width that it has, in the colours of the page's theme, and once for print.

const charts = JSON.parse(document.getElementById("charts").textContent);
const dark = matchMedia("(prefers-color-scheme: dark)");
const still = { staticPlot: true };

for (const chart of document.querySelectorAll(".chart")) {
  const { shown, printed } = charts[chart.dataset.chart];
  const [screen, paper] = chart.children;
  let drawn = "";
  const draw = () => {
    const width = chart.clientWidth;
    const theme = dark.matches ? "dark" : "light";
    if (!width || !screen.offsetParent || drawn === `${width} ${theme}`) return; // not shown: it is being printed
    drawn = `${width} ${theme}`;
    const { traces, layouts } = shown.findLast((fitting) => fitting.width <= width) ?? shown[0];
    Plotly.react(screen, traces, { ...layouts[theme], width: Math.max(width, shown[0].width) }, still);
  };
  new ResizeObserver(draw).observe(chart);
  dark.addEventListener("change", draw);
  Plotly.newPlot(paper, printed.data, printed.layout, still);
}
