"""The table of how fast everything is, and its place in the README."""

import re
from pathlib import Path

import pytest

from bench.table import TABLES, Row, compared, limited, marks, replaced, share, size, table, time

README = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")


BEGIN, END = marks("room")


@pytest.mark.parametrize("name", TABLES)
def test_the_readme_has_a_place_for_each_table(name: str) -> None:
    """Under their own heading; what is written there now is what a run wrote."""
    begin, end = marks(name)
    place = README[README.index("\n## How fast\n") :]
    assert place.index(begin) < place.index(end) < place.index("\n## ", 1)
    assert len(re.findall(r"^\| .* \|$", place[place.index(begin) : place.index(end)], re.MULTILINE)) > 2


def test_only_what_stands_between_the_marks_is_replaced() -> None:
    """Not a letter before or after them, and each time the same."""
    new = replaced(README, "room", "| new |")
    before, after = README[: README.index(BEGIN)], README[README.index(END) :]
    assert new == f"{before}{BEGIN}\n\n| new |\n\n{after}"
    assert replaced(new, "room", "| new |") == new
    assert replaced(replaced(README, "room", "older"), "room", "| new |") == new


@pytest.mark.parametrize(
    "text", ["", BEGIN, END, f"{END}\n{BEGIN}", f"{BEGIN}{BEGIN}{END}", f"{BEGIN}{END}{END}"]
)
def test_a_readme_without_that_place_is_left_alone(text: str) -> None:
    """It says what is missing."""
    with pytest.raises(ValueError, match="needs one line"):
        replaced(text, "room", "table")


def test_the_median_of_each_side_is_compared() -> None:
    """One slow round on either side changes nothing."""
    row = compared("this", [12, 11, 900], "that", [10, 2, 800], most=1.25)
    assert row == Row("this", "12 ms", "that: 10 ms", "1.20", "1.25")
    assert row.markdown() == "| this | 12 ms | that: 10 ms | 1.20 | 1.25 |"


def test_what_is_over_its_limit_is_called_missed() -> None:
    """And what just reaches it is not."""
    assert compared("this", [13], "that", [10], most=1.25).ratio == "1.30, missed"
    assert compared("this", [12.5], "that", [10], most=1.25).ratio == "1.25"
    assert compared("this", [13], "that", [10]).most == ""


def test_a_limit_may_be_ours_alone() -> None:
    """Whatever the others took."""
    row = limited("this", [12, 11, 900], {"that": [24, 2, 800], "those": [6]}, 12, time)
    assert row == Row("this", "12 ms", "that: 24 ms, those: 6 ms", "0.50, 2.00", "12 ms")
    assert limited("this", [13], {"that": [24]}, 12, time).ours == "13 ms, missed"


def test_numbers_are_for_people() -> None:
    """Three digits, seconds from a thousand milliseconds on, and tiny shares the other way round."""
    assert [size(value) for value in (29_040, 999_000, 30_271_140)] == ["29 kB", "999 kB", "30.3 MB"]
    assert [time(value) for value in (0.5432, 16.64, 116.4, 1234)] == [
        "0.543 ms",
        "16.6 ms",
        "116 ms",
        "1.23 s",
    ]
    assert [share(value) for value in (1.234, 0.25, 1 / 2345)] == ["1.23", "0.25", "1 : 2,345"]


def test_a_table_is_markdown_and_says_where_it_was_taken() -> None:
    """A head with as many columns as the rows."""
    head, line, row, empty, machine = table([Row("this", "1 ms")], "On a machine.").splitlines()
    assert head.count("|") == line.count("|") == row.count("|") == 6
    assert (empty, machine) == ("", "On a machine.")
