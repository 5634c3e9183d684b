"""What a notebook saves with the outputs of its cells stays small."""

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from coupdata.views.html import saved_style
from coupquiz.lesson.copies import notebook_folder

KB = 1024


def said_by(monkeypatch: pytest.MonkeyPatch, *cells: str, css: str = "a { color: red; }") -> list[str]:
    """What is saved of a style sheet with the outputs of these cells."""
    said = []
    for cell in cells:
        monkeypatch.setattr(saved_style, "_cell", lambda cell=cell: cell)
        said.append(saved_style.saved_style(css))
    return said


@pytest.fixture(autouse=True)
def _new_kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_style, "_SAVED", {})


def test_a_style_sheet_is_saved_once_and_stays_when_its_cell_is_run_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Outside of a notebook, where nobody knows, always."""
    red = "<style>a{color:red}</style>"
    assert said_by(monkeypatch, "1", "2", "1", "2") == [red, "", red, ""]
    assert said_by(monkeypatch, "", "") == [red, red]


def test_what_style_sheets_share_is_saved_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The theme, say."""
    saved = []
    for cell, css in (("1", "b {}"), ("2", "c {}")):
        monkeypatch.setattr(saved_style, "_cell", lambda cell=cell: cell)
        saved.append(saved_style.saved_style("a {}", css))
    assert saved == ["<style>a{}b{}</style>", "<style>c{}</style>"]


@pytest.mark.parametrize(
    ("css", "short"),
    [
        ("/* why */\na,\nb > c { d: 1px 2px;\n  e: f; }", "a,b>c{d:1px 2px;e:f}"),
        ("a{b: c} a:hover { b: d; } a:focus-visible > e{f: g}", "a{b:c}"),
        ("a, a:hover { b: c; }", "a,a:hover{b:c}"),
        ("@media print { a:hover { b: c; } d { e: f; } }", "@media print{d{e:f}}"),
        ("a :is(b, c) { d: e; } a:is([data-x], [data-y]) { f: g; }", "a :is(b,c){d:e}"),
        (':is([data-jp-theme-light="true"], a) b { c: d; }', ':is([data-jp-theme-light="true"],a) b{c:d}'),
        ("a { b: c; } a[popover] { b: d; } a:not([popover]) { e: f; }", "a{b:c}a:not([popover]){e:f}"),
    ],
)
def test_a_saved_style_sheet_says_no_more_than_is_of_use(css: str, short: str) -> None:
    """No comment, and nothing that waits for a pointer."""
    assert saved_style._short(css) == short


LIMITS = {
    "00_start_here": 37,
    "01_reading": 67,
    "02_timeline": 83,
    "03_sources": 47,
    "04_data_lab": 46,
    "05_review": 15,
}
"""Kilobytes."""


@pytest.mark.slow
@pytest.mark.parametrize("name", LIMITS)
def test_a_notebook_that_was_run_is_saved_small(tmp_path: Path, name: str) -> None:
    """As JupyterLab saves it: with outputs, without the state of widgets."""
    notebook: Any = nbformat.read(notebook_folder() / f"{name}.ipynb", 4)
    options = {
        "store_widget_state": False,
        "record_timing": False,
        "resources": {"metadata": {"path": str(tmp_path)}},
    }
    NotebookClient(notebook, timeout=300, **options).execute()
    size = len(nbformat.writes(notebook).encode())
    assert size < LIMITS[name] * KB
