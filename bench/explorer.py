"""The explorer in JupyterLab, against a bare Plotly figure with the same traces and layout."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from bench.lab import Desk, Notebook
from bench.rounds import in_turn
from bench.table import Row, compared, missed, time

_SETUP = """import coupdata, ipywidgets
import plotly.graph_objects as go
from coupdata.views import explorer
case = coupdata.load()"""
_OURS = "view = explorer(case)\nview"
_SAME = "same = view.figure.to_dict()"
_BARE = "go.FigureWidget(same)"
_TIDY = "ipywidgets.Widget.close_all()"
_RESTYLED = """figure = go.FigureWidget(same)
button = ipywidgets.Button(description="Restyle")
def restyle(_):
    first, *others = figure.data[4].marker.color
    figure.data[4].marker.color = ["#0072b2" if first == "#d55e00" else "#d55e00", *others]
button.on_click(restyle)
ipywidgets.VBox([button, figure])"""

_CHART = "drawn chart"


def rows(desk: Desk) -> Iterator[Row]:
    """Yield the rows on the explorer. Python has everything loaded, for both sides alike."""
    with desk.notebook(_SETUP, _OURS, _SAME, _BARE, _TIDY) as notebook:
        notebook.time_run(1, _CHART)
        notebook.run(2)
        yield first_paint(notebook)
    with desk.notebook(_SETUP, _OURS, _SAME, _RESTYLED) as notebook:
        notebook.time_run(1, _CHART)
        notebook.run(2)
        notebook.time_run(3, _CHART)
        yield from step(notebook)


def first_paint(notebook: Notebook) -> Row:
    """Return the row on running a cell until the first chart of the page is painted."""

    def paint(number: int) -> float:
        notebook.run(4)
        notebook.page.evaluate("coupScripts.clear()")  # our charts share Plotly; this one is the first again
        return notebook.time_run(number, _CHART).painted

    ours, bare = in_turn(15, lambda: paint(1), lambda: paint(3))
    what = "the explorer's cell, run until its chart is painted"
    return compared(what, ours, "a bare `FigureWidget` of the same", bare, most=1.25)


def step(notebook: Notebook) -> Iterator[Row]:
    """Yield the rows on choosing the next event by key."""
    events = notebook.cell(1).get_by_role("listbox")
    restyle = notebook.cell(3).get_by_role("button", name="Restyle")

    def choose(outcome: str) -> float:
        events.focus()
        times = notebook.time("keydown", 1, outcome, lambda: notebook.page.keyboard.press("ArrowDown"))
        return times.changed if outcome == "chosen row" else times.painted

    ours, bare, marked = in_turn(
        14,  # there are events for
        lambda: choose("next event on chart, list and card"),
        lambda: notebook.time("click", 3, "marker of another colour", restyle.click).painted,
        lambda: choose("chosen row"),
    )
    what = "a step, until chart, list and card are painted"
    yield compared(what, ours, "that figure, one marker restyled", bare, most=1.5)
    took = median(marked)
    yield Row(
        "the list, from the key to the row that is marked", f"{time(took)}{missed(took, 16)}", most="16 ms"
    )
