"""The private names of Plotly's widget that ours relies on, and what breaks when they change."""

from typing import Any

import plotly.graph_objects as go
import pytest

from coupdata.views.timeline_chart.chart_widget import ChartWidget


@pytest.fixture
def chart() -> ChartWidget:
    """A chart of one point."""
    return ChartWidget([go.Scatter(x=[1], y=[1], name="before")], {"height": 100})


def test_config_takes_plotlys_tools_away(chart: ChartWidget) -> None:
    """`_config`: else a tool bar covers the chart, and a double click moves it."""
    assert "_config" in go.FigureWidget.class_trait_names()
    assert chart.get_state()["_config"]["displayModeBar"] is False


def test_a_page_that_is_loaded_again_gets_the_traces_as_they_are(chart: ChartWidget) -> None:
    """`_widget_data` and `_data`: else it shows what was chosen when the chart was made."""
    chart.plotly_restyle({"name": "after"}, [0])
    (trace,) = chart.get_state()["_widget_data"]
    assert trace["name"] == "after"


def test_the_program_is_plotlys_own_and_no_part_of_a_chart(chart: ChartWidget) -> None:
    """`_esm`: else each chart sends five megabytes, or the page has nothing that draws it."""
    source = chart.shared_script.source
    assert len(source) > 1_000_000
    assert "export{" in source.replace(" ", "")
    assert len(str(chart.get_state())) < 50_000


def test_the_page_hears_of_a_chart_once_it_is_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    """`open`, which Plotly's widget calls too early: else a busy page shows an empty chart."""
    opened: list[dict[str, Any]] = []
    monkeypatch.setattr(go.FigureWidget, "open", lambda self: opened.append(self.get_state()))
    chart = ChartWidget([go.Scatter(x=[1], y=[1])], {})
    assert len(opened) == 1
    assert opened[0]["_widget_data"]
    assert opened[0]["shared_script"] is not None
    assert chart.get_state() == opened[0]
