"""What many were sure of and wrong about stands first in the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from coupquiz.core.tries import Certainty, Try
from coupquiz.report.analysis import Analysis, analyse
from coupquiz.report.page.report_page import page
from coupquiz.report.sure_mistakes import sure_mistakes
from tests.unit.coupquiz.grading.school import KEY, RIGHT
from tests.unit.coupquiz.report.classes import submissions

NOW = datetime(2020, 5, 3, tzinfo=UTC)
SURE, GUESSED = Certainty.SURE, Certainty.GUESSED
STATION = ("station", 0.0, SURE, False)
COLLEGE = (RIGHT["first-aim"], 1.0, SURE, False)


def told(*tries: Sequence[tuple[str, float, Certainty, bool]]) -> Analysis:
    """A class in which each has tried the first question so."""
    logs = [
        tuple(Try(NOW, answer, score, 0, shown, sure) for answer, score, sure, shown in own) for own in tries
    ]
    found = submissions([RIGHT] * len(tries))
    return analyse(KEY, [replace(one, logs={"first-aim": log}) for one, log in zip(found, logs, strict=True)])


def test_those_who_were_sure_and_wrong_are_counted_each_once() -> None:
    """And what most of them chose is named."""
    analysis = told([STATION, STATION, COLLEGE], [STATION], [("palace", 0.0, SURE, False)], [COLLEGE], [])
    (mistakes,) = sure_mistakes(analysis)
    assert mistakes.report.question.id == "first-aim"
    assert (mistakes.students, mistakes.sure) == (3, 4)
    assert [(pick.text, count) for pick, count in mistakes.mistakes] == [("The railway station", 2)]
    text = page(analysis)
    assert text.index("What many were sure of, and wrong about") < text.index("What to teach again")
    assert "3 of the 4 who were sure of an answer were wrong." in text
    assert "2 chose “The railway station”." in text


def test_nothing_is_said_of_one_alone_nor_of_guesses_nor_after_the_solution() -> None:
    """Then the report begins as ever."""
    guess, late = ("station", 0.0, GUESSED, False), ("station", 0.0, SURE, True)
    analysis = told([STATION], [guess], [guess], [late], [late])
    assert sure_mistakes(analysis) == ()
    assert "were sure of" not in page(analysis)
