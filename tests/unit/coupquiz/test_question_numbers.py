"""Questions have numbers for people: in the order of the notebook, and nowhere written down."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import coupdata
from coupquiz import Quiz, load_bank
from coupquiz.asking.question_numbers import numbers_in
from coupquiz.asking.question_page import question_page
from coupquiz.cli.lint import _numbers_in_the_lesson
from coupquiz.core.question import Question
from coupquiz.kinds.check import form
from coupquiz.lesson.copies import notebook_folder
from coupquiz.pages.preview import preview
from tests.cases import SMALL
from tests.unit.coupquiz.asked import LONDON, each_of_london

CASE = coupdata.load()


def notebook(folder: Path, name: str, *cells: str) -> Path:
    """A saved notebook with these code cells, between which there is text."""
    between = [{"cell_type": "markdown", "source": "quiz.ask('not-code')"}]
    code = [{"cell_type": "code", "source": cell.splitlines(keepends=True), "outputs": []} for cell in cells]
    file = folder / name
    file.write_text(json.dumps({"cells": [part for cell in code for part in (*between, cell)]}), "utf-8")
    return file


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("01_reading.ipynb", ["1.1", "1.2", "1.3", "1.4"]),
        ("00_start.ipynb", ["0.1", "0.2", "0.3", "0.4"]),
        ("12 lesson.ipynb", ["12.1", "12.2", "12.3", "12.4"]),
        ("my_notebook.ipynb", ["1", "2", "3", "4"]),
        ("1920.ipynb", ["1", "2", "3", "4"]),
    ],
)
def test_numbers_count_through_a_notebook(tmp_path: Path, name: str, expected: list[str]) -> None:
    """Through all its banks and both ways to ask; the notebook's own number stands before."""
    file = notebook(
        tmp_path,
        name,
        'one = Quiz("one", notebook="n")\none.ask("a", "b")',
        "%matplotlib inline",
        'answer = ...\nQuiz("two", notebook="n").check_value("c", answer)',
        'one.ask("b", "d"); one.summary("d", "a")',
    )
    assert list(numbers_in(file)) == ["a", "b", "c", "d"]
    assert list(numbers_in(file).values()) == expected


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"cells": 3}', b'{"cells": [{"cell_type": "code"}]}', b"\xff"]
)
def test_a_notebook_that_cannot_be_read_gives_no_numbers(tmp_path: Path, content: bytes) -> None:
    """Nor does one that was never saved; questions are asked all the same."""
    file = tmp_path / "01_reading.ipynb"
    assert numbers_in(file) == {}
    file.write_bytes(content)
    assert numbers_in(file) == {}


def test_page_and_summary_say_the_numbers(tmp_path: Path) -> None:
    """Whichever cell is run first."""
    ids = [question.id for question in load_bank("week").questions[:3]]
    notebook(tmp_path, "03_mine.ipynb", f"q.ask({ids[0]!r})", f"q.ask({ids[1]!r}, {ids[2]!r})")
    quiz = Quiz("week", notebook="03_mine", folder=tmp_path)
    asked = quiz.ask(ids[2], ids[0])
    assert str(asked.page).index("'3.3'") < str(asked.page).index("'3.1'")
    assert "'3.2'" not in str(asked.page)
    assert "'3.3'" in str(quiz.summary().page)
    assert all(id in asked.states for id in (ids[0], ids[2]))


@each_of_london
def test_the_number_stands_before_what_is_asked(question: Question) -> None:
    """In every kind, once; and a question without a number stands as it is."""
    asked = form(question)
    page = question_page("london", [asked], {question.id: "4.2"}).html()
    assert page.count('<span class="number">4.2</span>') == 1
    assert 'class="number"' not in question_page("london", [asked], {}).html()


def test_the_preview_says_the_numbers_of_the_lesson() -> None:
    """Of the lesson's banks those that learners see, of others the place in the bank."""
    numbers = _numbers_in_the_lesson()
    for file in sorted(notebook_folder().glob("0*.ipynb")):
        for id, number in numbers_in(file).items():
            assert number in numbers[id].split(" · ")
    page = preview(load_bank("week"), CASE, numbers)
    for question in load_bank("week").questions:
        assert f'<span class="number">{numbers[question.id]} </span>' in page
    for place, _question in enumerate(LONDON.questions, 1):
        assert f'<span class="number">{place} </span>' in preview(LONDON, SMALL)
