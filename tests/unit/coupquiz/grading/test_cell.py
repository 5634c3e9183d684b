"""Answers in a cell of the notebook: read as a literal, never run."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupquiz.grading.answers_cell import LONGEST, CellError, answers_in_cells
from tests.unit.coupquiz.grading.school import RIGHT, cell, notebook

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**62), 2**62)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def read(*sources: str) -> dict[str, Any]:
    """What is read from a notebook with these cells."""
    return answers_in_cells(json.loads(notebook(*sources)))


@given(st.dictionaries(st.text(), PLAIN, max_size=5))
def test_what_python_writes_is_read(answers: dict[str, Any]) -> None:
    """Every dictionary of plain values, as ``repr`` gives it."""
    assert read(f"answers = {answers!r}") == answers


@pytest.mark.parametrize(
    "source",
    [
        'answers = {"night": "2-3 May"}',
        "answers={'night':'2-3 May'}",
        "# BEGIN\nanswers = {\n    'night': '2-3 May',  # I think: {not sure}\n}\n# END",
        "answers = {'night': '''2-3 May'''}",
        'answers = {"night": "2" "-3 May"}',
        "answers = {'night': r'2-3 May'}; print('}')",
        "answers = {'night': u'2-3 \\x4day'}\nraise NotImplementedError()",
        "import os\nos._exit(1)\nanswers = {'night': '2-3 May'}",
    ],
)
def test_a_literal_is_found_whatever_stands_around_it(source: str) -> None:
    """Comments, other statements, other ways to write a text."""
    assert read(source) == {"night": "2-3 May"}


def test_pairs_in_round_brackets_are_lists() -> None:
    """As JSON has no others."""
    assert read("answers = {'first-of-may': ('named', 'unrest')}") == {"first-of-may": ["named", "unrest"]}


@pytest.mark.parametrize(
    "source",
    [
        "answers = {'night': night}",
        "answers = {'night': f'{1}'}",
        "answers = {'night': b'May'}",
        "answers = {'night': str(1)}",
        "answers = {'night': 'May' + '1920'}",
        "answers = {'night': lambda: 1}",
        "answers = {**{}}",
        "answers = {'night': [x for x in 'ab']}",
        "answers = {'night': {'a', 'b'}}",
        "answers = {1: 'college'}",
        "answers = {'night'}",
        "answers = {'night': 'May'",
        "answers = {'night': 'May'}}"[:-2],
        "answers = {'night': 'May}",
        "answers = {'night': [}",
        "answers = {'night': 1j}",
        "answers = {'night': 0777}",
        "answers = {'night': ()()}",
        "answers = {'night' 'May'}",
    ],
)
def test_what_is_no_literal_is_refused(source: str) -> None:
    """With a reason; nothing of it is taken."""
    with pytest.raises(CellError) as error:
        read(source)
    assert str(error.value)


@pytest.mark.parametrize(
    "source", ["", "x = 1", "answers = None", "answers = []", "answers == {}", "my_answers = {'a': 1}"]
)
def test_no_literal_is_no_answer(source: str) -> None:
    """Nor is one under another name."""
    assert read(source) == {}


def test_the_last_that_is_not_empty_counts() -> None:
    """As a student goes on working below."""
    assert read("answers = {'a': '1'}", "answers = {'a': '2'}", "answers = {}") == {"a": "2"}
    assert read("answers = {'a': '1'}\nanswers = {'a': '2'}") == {"a": "2"}
    assert read("answers = {'a': open('x')}", cell(RIGHT)) == RIGHT


def test_length_is_limited() -> None:
    """At the limit it is read, beyond it is not."""
    most = LONGEST - len("{'a':''}")
    parts = "','".join(["x" * 90_000, "x" * (most - 90_000 - len("[','']"))])
    assert len(read(f"answers = {{'a':['{parts}']}}")["a"]) == 2
    with pytest.raises(CellError, match="longer"):
        read(f"answers = {{'a':['{parts}xx']}}")
