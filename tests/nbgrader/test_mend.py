"""A notebook is whole again whatever came back, and keeps what the student wrote."""

from __future__ import annotations

import json
from typing import Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from coupquiz.course.assignment_notebook import assignment_notebook
from coupquiz.course.cells import marked
from coupquiz.in_nbgrader.mended_notebook import MOST, mended
from tests.unit.coupquiz.asked import JUNK
from tests.unit.coupquiz.grading.school import KEY

GIVEN_OUT = nbformat.reads(assignment_notebook(KEY).decode(), 4)
IDS = [cell.metadata.nbgrader.grade_id for cell in GIVEN_OUT.cells if "nbgrader" in cell.metadata]


def ids(notebook: Any) -> list[str]:
    """The ids that nbgrader knows cells by, in their order."""
    return [cell.metadata.nbgrader.grade_id for cell in notebook.cells if "nbgrader" in cell.metadata]


def written(cells: list[Any]) -> bytes:
    """A notebook with these cells."""
    return json.dumps({"cells": cells, "nbformat": 4, "nbformat_minor": 5}).encode()


def test_what_was_given_out_comes_back_as_it_was() -> None:
    """A notebook that nobody touched, cell by cell."""
    again = mended(nbformat.writes(GIVEN_OUT).encode(), GIVEN_OUT)
    assert ids(again) == IDS
    assert [cell.source for cell in again.cells] == [cell.source for cell in GIVEN_OUT.cells]


@pytest.mark.parametrize(
    "content", [None, b"", b"{", b"[]", b"null", b'{"cells": 7}', b"[" * 100_000, b"\xff"]
)
def test_what_cannot_be_read_is_as_it_was_given_out(content: bytes | None) -> None:
    """So that the answers beside it get their marks."""
    assert mended(content, GIVEN_OUT) == GIVEN_OUT


@pytest.mark.parametrize("gone", range(len(IDS)))
def test_a_missing_cell_comes_back_where_it_was(gone: int) -> None:
    """Between the same neighbours."""
    cells = [
        cell for cell in GIVEN_OUT.cells if cell.metadata.get("nbgrader", {}).get("grade_id") != IDS[gone]
    ]
    assert ids(mended(written(cells), GIVEN_OUT)) == IDS


def test_a_cell_that_is_there_twice_counts_once() -> None:
    """The second is a cell of the student's own."""
    again = mended(written([*GIVEN_OUT.cells, *GIVEN_OUT.cells]), GIVEN_OUT)
    assert ids(again) == IDS
    assert len(again.cells) == 2 * len(GIVEN_OUT.cells)


def test_own_code_and_words_stay_as_text() -> None:
    """Code as it is, words without HTML; so too in a cell for solutions of the teacher's."""
    solution = new_markdown_cell("Write here.", metadata={"nbgrader": marked("mine", solution=True)})
    given_out = new_notebook(cells=[*GIVEN_OUT.cells, solution])
    cells = [*GIVEN_OUT.cells, {**solution, "source": "I think <i>so</i>"}]
    cells += [new_code_cell("x = 1 < 2"), new_markdown_cell("<b onclick=x>bold</b>")]
    again = mended(written(cells), given_out)
    said = ["I think &lt;i>so&lt;/i>", "x = 1 < 2", "&lt;b onclick=x>bold&lt;/b>"]
    assert [cell.source for cell in again.cells[-3:]] == said


def test_a_locked_cell_is_as_it_was_given_out() -> None:
    """Whatever stands in it now; only solutions are the student's."""
    cells = [new_code_cell("1000.0", metadata=cell.metadata) for cell in GIVEN_OUT.cells]
    again = mended(written(cells), GIVEN_OUT)
    for cell in again.cells:
        if "nbgrader" in cell.metadata and not cell.metadata.nbgrader.solution:
            assert cell.source != "1000.0"


def test_cells_without_end_come_to_one() -> None:
    """Nbgrader goes through all of them several times."""
    values = {"cells": [{"cell_type": "code", "source": "1"}] * 50_000}
    again = mended(json.dumps(values).encode(), GIVEN_OUT)
    assert len(again.cells) <= MOST + 2 * len(IDS)
    assert set(ids(again)) == set(IDS)


@given(st.lists(st.dictionaries(st.sampled_from(["cell_type", "source", "metadata", "id", "outputs"]), JUNK)))
def test_nonsense_makes_a_valid_notebook(cells: list[Any]) -> None:
    """Which has every cell that was given out."""
    for cell in cells[::2]:
        cell["cell_type"] = "markdown"
    content = json.dumps({"cells": cells}, default=repr, skipkeys=True).encode("utf-8", "replace")
    again = mended(content, GIVEN_OUT)
    nbformat.validate(again)
    nbformat.writes(again).encode()
    assert set(ids(again)) == set(IDS)
