"""The table of how fast everything is, and its place in the README."""

import re
from pathlib import Path

import pytest

from bench.table import BEGIN, END, Row, compared, replaced, share, table, time

README = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")


def test_the_readme_has_a_place_for_the_table() -> None:
    """Under its own heading; what is written there now is what a run wrote."""
    place = README[README.index("\n## How fast\n") :]
    assert place.index(BEGIN) < place.index(END) < place.index("\n## ", 1)
    assert len(re.findall(r"^\| .* \|$", place[place.index(BEGIN) : place.index(END)], re.MULTILINE)) > 10


def test_only_what_stands_between_the_marks_is_replaced() -> None:
    """Not a letter before or after them, and each time the same."""
    new = replaced(README, "| new |")
    before, after = README[: README.index(BEGIN)], README[README.index(END) :]
    assert new == f"{before}{BEGIN}\n\n| new |\n\n{after}"
    assert replaced(new, "| new |") == new
    assert replaced(replaced(README, "older"), "| new |") == new


@pytest.mark.parametrize(
    "text", ["", BEGIN, END, f"{END}\n{BEGIN}", f"{BEGIN}{BEGIN}{END}", f"{BEGIN}{END}{END}"]
)
def test_a_readme_without_that_place_is_left_alone(text: str) -> None:
    """It says what is missing."""
    with pytest.raises(ValueError, match="needs one line"):
        replaced(text, "table")


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


def test_numbers_are_for_people() -> None:
    """Three digits, seconds from a thousand milliseconds on, and tiny shares the other way round."""
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
