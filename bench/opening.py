"""The reading in JupyterLab, opened until its first question is there, against a notebook of one control."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.request import Request, urlopen

from nbformat.v4 import new_code_cell, new_notebook

from bench.lab import Desk
from bench.questions import radio_buttons
from bench.rounds import in_turn
from bench.table import Row, compared
from coupquiz import load_bank
from tests.browser.notebooks import lay, wait_until_filled
from tests.server import Lab

_ROUNDS = 9
_READING, _BARE = "01_reading", "bare"
_CONTROL = f"import ipywidgets\n{radio_buttons(load_bank('background').question('counted-on'))}"
_RAN = json.dumps([[f"{_BARE}.ipynb", _CONTROL]])
_KEEP = f"localStorage.setItem('coup1920:own-code', {json.dumps(_RAN)})"
"""Lets a browser know that a learner has run the bare control, so that it runs by itself."""


def rows(desk: Desk) -> Iterator[Row]:
    """Yield the row, each time with a new kernel, and in a browser that has loaded nothing before."""
    lay(desk.lab, _BARE, bare(), trusted=True)
    ours, plain = in_turn(
        _ROUNDS,
        lambda: open_until(desk, _READING, ".question :is(input, select, textarea):enabled"),
        lambda: open_until(desk, _BARE, ".widget-radio-box input"),
    )
    what = "a notebook of the lesson, from opening its address to its first question"
    yield compared(what, ours, "one of a bare `RadioButtons` that fills itself", plain, most=1.1)


def bare() -> Any:
    """Return that notebook. Only where a cell of the lesson runs, others do: it has the shortest."""
    notebook = new_notebook(cells=[new_code_cell('len("Tiflis")'), new_code_cell(_CONTROL)])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook.metadata.coup1920 = {"fill": True}
    return notebook


def open_until(desk: Desk, notebook: str, selector: str) -> float:
    """Open a notebook, and return how many milliseconds it takes until something is painted."""
    with desk.page() as page:
        page.add_init_script(_KEEP)
        page.goto(desk.address(notebook), wait_until="commit")
        took: float = page.evaluate("(selector) => opened(selector, 120_000)", selector)
        wait_until_filled(page)  # what is left to do would be in the way of the next
    stop_kernels(desk.lab)
    return took


def stop_kernels(lab: Lab) -> None:
    """Stop the kernels of all notebooks."""
    with urlopen(lab.url("api/sessions")) as told:
        sessions = json.load(told)
    for session in sessions:
        urlopen(Request(lab.url(f"api/sessions/{session['id']}"), method="DELETE")).close()
