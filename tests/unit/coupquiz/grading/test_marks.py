"""The table of marks, as spreadsheets and learning platforms read it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupdata.problems.problem import Problem
from coupquiz.grading.concern import Concern, flag
from coupquiz.grading.grade import grade
from coupquiz.grading.marks import marks_csv, marks_row, number
from tests.unit.coupquiz.grading.school import KEY, RIGHT

IDS = [item.question.id for item in KEY.items]


def rows(*lines: list[str]) -> list[list[str]]:
    """The cells of a table, without its heading."""
    text = marks_csv(KEY, lines).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))[1:]


def named(student: str, *flags: Problem) -> list[str]:
    """The line of a student who has everything right."""
    return marks_row(KEY, grade(KEY, RIGHT, student), flags)


def test_the_heading_names_the_columns() -> None:
    """The questions in the order of the key."""
    text = marks_csv(KEY, []).decode("utf-8-sig")
    assert text == ",".join(["student", "points", "of", "percent", *IDS, "to mark", "look at"]) + "\r\n"


def test_a_line_has_points_sum_and_what_waits() -> None:
    """Own words have no points yet."""
    result = grade(KEY, {**RIGHT, "night": "1920", "why-it-failed": "Few came."}, "anna")
    assert rows(marks_row(KEY, result)) == [
        ["anna", "17", "20", "85", "2", "3", "5", "2", "2", "1", "1", "1", "", "why-it-failed", ""]
    ]


def test_a_question_that_was_not_asked_is_empty_and_not_0() -> None:
    """And does not count in what there is to get."""
    key = replace(KEY, draw=1)
    result = grade(key, {}, "anna")
    (row,) = rows(marks_row(key, result))
    assert row[4 : 4 + len(IDS)].count("") == len(IDS) - 2  # without the one that was drawn, and own words
    assert float(row[2]) == result.most


@pytest.mark.parametrize(
    ("points", "text"),
    [
        (0.0, "0"),
        (2.0, "2"),
        (2.5, "2.5"),
        (2 / 3, "0.67"),
        (10.0, "10"),
        (100.0, "100"),
        (0.001, "0"),
        (None, ""),
    ],
)
def test_points_have_two_decimals_at_most(points: float | None, text: str) -> None:
    """And none that say nothing."""
    assert number(points) == text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(start: str) -> None:
    """A spreadsheet takes what follows an apostrophe for text."""
    student = f"{start}1+1"
    assert rows(named(student))[0][0] == f"'{student}"


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    st.text(st.characters(exclude_categories=["Cs"])),
)
def test_every_name_and_sentence_comes_back_whole(student: str, said: str) -> None:
    """Commas, quotes, lines: one line of the table for each student; and it never begins a formula."""
    lines = [named(student, flag(Concern.UNKNOWN, f"x{said}")), named("zoe")]
    (row, other) = rows(*lines)
    assert row[0].removeprefix("'") == student.removeprefix("'")
    assert row[-1] == f"[unknown questions] X{said}" + ("" if said.endswith((".", "?", "!")) else ".")
    assert not row[0].startswith(tuple("=+-@\t\r\n"))
    assert other[0] == "zoe"


def test_names_that_utf_8_cannot_hold_are_escaped() -> None:
    """As file names on Linux can be."""
    assert rows(named("an\udcffna"))[0][0] == "an\\udcffna"


def test_spreadsheets_see_what_is_a_number_and_what_is_not() -> None:
    """UTF-8 is announced, as Excel needs it; pandas reads numbers as numbers."""
    content = marks_csv(KEY, [named("Zoé"), named("ნინო")])
    assert content.startswith(b"\xef\xbb\xbf")
    table = pandas.read_csv(io.BytesIO(content), index_col="student")
    assert list(table.index) == ["Zoé", "ნინო"]
    assert table.loc["ნინო", "points"] == 20
    assert table["night"].dtype.kind in "if"
