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


def test_what_the_page_holds_back_has_the_name_that_it_goes_by() -> None:
    """Else Python would hear at length, after every change, how the page has drawn it."""
    told = {name for name in go.FigureWidget.class_trait_names() if name.startswith("_js2py_")}
    assert {"_js2py_layoutDelta", "_js2py_relayout", "_js2py_restyle", "_js2py_traceDeltas"} <= told
    assert 'startsWith("_js2py_")' in ADAPTER.read_text(encoding="utf-8")
