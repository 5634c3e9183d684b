"""Names that Plotly does not promise and plotly.js knows all the same: what it says is what is drawn."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

import coupdata
from coupdata.views import timeline
from tests.browser.drawn import draw

ADAPTER = Path(coupdata.__file__).parent / "views" / "timeline_chart" / "plotly.js"

MEASURE = """async (script) => {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const { chartIn, drawnWidth, pixelsAcross } = await import(url);
  const chart = chartIn(document);
  const across = pixelsAcross(chart);
  const left = chart.getBoundingClientRect().left;
  const gaps = [...chart.querySelectorAll(".scatterlayer .trace")].flatMap((drawn) => {
    const { x, xaxis } = drawn.__data__[0].trace;
    return [...drawn.querySelectorAll("path.point")].map((mark, number) => {
      const box = mark.getBoundingClientRect();
      const middle = box.left + box.width / 2 - left;
      return Math.abs(middle - across(xaxis === "x2" ? "days" : "years", x[number]));
    });
  });
  return { width: drawnWidth(chart), drawn: chart.querySelector(".main-svg").clientWidth, gaps };
}"""


@pytest.mark.parametrize("width", [360, 1200])
def test_width_and_days_are_where_plotly_draws_them(page: Page, width: int) -> None:
    """Else no pointer would meet an event, and no chart would fit its page."""
    draw(page, timeline(coupdata.load(), width=width).update_layout(width=width))
    measured = page.evaluate(MEASURE, ADAPTER.read_text(encoding="utf-8"))
    assert measured["width"] == measured["drawn"] == width
    assert len(measured["gaps"]) > 10
    assert max(measured["gaps"]) < 2  # pixels: some symbols are wider to one side


def test_a_chart_that_is_not_drawn_yet_has_neither(page: Page) -> None:
    """It comes later than the view that asks."""
    page.set_content("<div class='js-plotly-plot'></div>")
    asked = """async (script) => {
      const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
      const { chartIn, drawnWidth, pixelsAcross } = await import(url);
      return [drawnWidth(chartIn(document)), pixelsAcross(chartIn(document)), chartIn(null)];
    }"""
    assert page.evaluate(asked, ADAPTER.read_text(encoding="utf-8")) == [None, None, None]
