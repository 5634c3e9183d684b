"""What a notebook saves with the outputs of its cells stays small."""

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from coupdata.views.html import saved_style
from coupquiz.lesson.copies import notebook_folder

KB = 1000


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
        ("a, a:hover { b: c; }", "a{b:c}"),
        (":is(.held, a:is(:hover, :active)) { b: c; }", ""),
        ("a:is(:has(b), .held) { c: d; }", "a:is(:has(b),.held){c:d}"),
        ("a:not(.b, .held, :is(c)) { d: e; }", "a:not(.b,.held,:is(c)){d:e}"),
        ('a + [b="c"] { d: calc(1em + 2px) "e"; }', 'a+[b=c]{d:calc(1em + 2px) "e"}'),
        ("a { b: 0.5em 10.5px; }", "a{b:.5em 10.5px}"),
        ("@media print { a:hover { b: c; } d { e: f; } }", "@media print{d{e:f}}"),
        ("a :is(b, c) { d: e; } a:is([data-x], [data-y]) { f: g; }", "a :is(b,c){d:e}"),
        ("a { b: c; } a[popover] { b: d; } a:not([popover]) { e: f; }", "a{b:c}a:not([popover]){e:f}"),
    ],
)
def test_a_saved_style_sheet_says_no_more_than_is_of_use(css: str, short: str) -> None:
    """No comment, and nothing that waits for a pointer."""
    assert saved_style._short(css) == short


LESSON = sorted(path.stem for path in notebook_folder().glob("0*.ipynb"))
LIMIT = 60
"""Kilobytes."""
LARGER = {"01_reading": 69, "02_timeline": 84}
"""What has all of the reading, or two drawings with all that they show in words."""


@pytest.mark.slow
@pytest.mark.parametrize("name", LESSON)
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
    assert size <= LARGER.get(name, LIMIT) * KB
