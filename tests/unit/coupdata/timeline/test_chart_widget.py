"""The chart as a widget: its program comes once, and what changes goes alone."""

from typing import Any

import pytest

import coupdata
from coupdata.views.event_explorer.explorer_chart import ExplorerChart, arrange_chart
from coupdata.views.timeline_chart.chart_widget import ChartWidget


@pytest.fixture(scope="module")
def arranged() -> ExplorerChart:
    """The chart of the package's own case."""
    return arrange_chart(coupdata.load(), 920)


@pytest.fixture
def chart(arranged: ExplorerChart) -> ChartWidget:
    """It as a widget, with nothing chosen."""
    nothing = arranged.choice(""), arranged.fading(())
    return ChartWidget(arranged.traces, arranged.layout, choice=nothing[0], fading=nothing[1])


def test_a_page_gets_none_of_plotlys_tools(chart: ChartWidget) -> None:
    """A tool bar would cover the chart, and a double click move it."""
    assert chart.get_state()["figure"]["config"]["displayModeBar"] is False


def test_a_page_that_is_loaded_again_gets_what_is_chosen_now(
    chart: ChartWidget, arranged: ExplorerChart
) -> None:
    """And not what was chosen when the chart was made."""
    chart.choice = arranged.choice("college-attack")
    assert chart.get_state()["choice"] == arranged.choice("college-attack") != arranged.choice("")


def test_the_program_is_shared_and_no_part_of_a_chart(chart: ChartWidget) -> None:
    """It has a megabyte, and a chart a thirtieth of that."""
    source = chart.shared_script.source
    assert 1_000_000 < len(source) < 1_500_000
    assert "export {" in source
    assert len(str(chart.get_state())) < 50_000


def test_a_choice_goes_to_the_page_without_the_figure(
    chart: ChartWidget, arranged: ExplorerChart, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A learner steps from event to event, perhaps over poor Wi-Fi."""
    sent: list[Any] = []
    monkeypatch.setattr(ChartWidget, "send_state", lambda _chart, key=None: sent.append(key))
    chart.choice = arranged.choice("college-attack")
    chart.fading = arranged.fading(["college-attack"])
    assert sent == ["choice", "fading"]
