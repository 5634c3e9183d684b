"""Names that Plotly does not promise, and that plotly.js knows all the same."""

import re
from pathlib import Path

import plotly.graph_objects as go

import coupdata

ADAPTER = Path(coupdata.__file__).parent / "views" / "timeline_chart" / "plotly.js"


def test_the_page_keeps_every_message_of_a_figure_that_comes_before_the_program() -> None:
    """A message under a name that the page does not know would be lost, and the chart stay as it was."""
    named = re.findall(r'^  "(_py2js_\w+)",$', ADAPTER.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(named) == {name for name in go.FigureWidget.class_trait_names() if name.startswith("_py2js_")}


def test_a_click_comes_back_under_the_name_that_the_page_lets_through() -> None:
    """All else that Plotly would tell Python is held back; without this one no click would arrive."""
    assert "_js2py_pointsCallback" in go.FigureWidget.class_trait_names()
    assert '"_js2py_pointsCallback"' in ADAPTER.read_text(encoding="utf-8")
