"""How sure a learner is: kept with the try, answered where it was a mistake, and never scored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coupquiz import Quiz
from coupquiz.answers.calibration import FEWEST, calibration
from coupquiz.answers.file_format import RecordKey
from coupquiz.answers.store import Answers
from coupquiz.asking.asked_bank import AskedBank
from coupquiz.core.behaviour import Behaviour
from coupquiz.core.tries import Certainty, Try
from tests.unit.coupquiz.unscored import CASE, WEEK, asked, attempts, graded, steps, wrong_and_right
from tests.unit.coupquiz.widgets import press

QUESTION = WEEK.question("where-arrested")
WRONG, RIGHT = wrong_and_right(QUESTION)
SURE = Certainty.SURE
START = datetime(2020, 5, 1, tzinfo=UTC)


def check(bank: AskedBank, answer: object, certainty: object = None) -> dict[str, object]:
    """Check an answer of which the learner is so sure, and return what is shown then."""
    message = {"question": QUESTION.id, "act": "check", "answer": answer, "certainty": certainty}
    return {**bank.receive(message)[QUESTION.id]}


def kept(folder: Path) -> list[Certainty | None]:
    """What is on disk of how sure the learner was."""
    return [tried.certainty for tried in Answers(folder, "n").read()[RecordKey("week", QUESTION.id)].log]


def test_it_counts_for_one_check_and_is_on_disk(tmp_path: Path) -> None:
    """Whatever else is said there, it is no certainty."""
    bank = asked(tmp_path)
    assert list(bank.state(QUESTION.id)["certainties"]) == ["guessed", "unsure", "sure"]
    check(bank, WRONG, "guessed")
    check(bank, RIGHT)
    check(bank, WRONG, "certainly")
    check(bank, WRONG, ["sure"])
    check(bank, RIGHT, "sure")
    assert kept(tmp_path) == [Certainty.GUESSED, None, None, None, SURE]


def test_who_was_sure_and_wrong_sees_the_answer_beside_the_reading(tmp_path: Path) -> None:
    """After a restart, too; the sentences stand there once, and nothing is said to others."""
    sentence = CASE.sentence(QUESTION.cites[0]).text
    plain = str(check(asked(tmp_path), WRONG, "unsure")["said"])
    assert "You were sure" not in plain
    told = str(check(asked(tmp_path), WRONG, "sure")["said"])
    assert "You were sure" in told
    assert told.count(sentence) == plain.count(sentence) == 1
    assert str(asked(tmp_path).state(QUESTION.id)["said"]) == told
    assert "You were sure" not in str(check(asked(tmp_path), RIGHT, "sure")["said"])
    bank = asked(tmp_path)
    check(bank, WRONG, "sure")
    bank.receive({"question": QUESTION.id, "act": "answer", "answer": RIGHT})
    assert "You were sure" not in str(bank.state(QUESTION.id)["said"])


def test_a_bank_can_do_without(tmp_path: Path) -> None:
    """Then nothing that comes from a page is kept; so it is in exams, and with own words."""
    silent = replace(WEEK, certainty=False)
    assert asked(tmp_path, silent).state(QUESTION.id)["certainties"] == {}
    check(asked(tmp_path, silent), WRONG, "sure")
    assert kept(tmp_path) == [None]
    exam = asked(tmp_path / "exam", behaviour=Behaviour.EXAM)
    assert not any(exam.state(id)["certainties"] for id in exam.forms)
    bank = asked(tmp_path)
    for id, form in bank.forms.items():
        assert bool(bank.state(id)["certainties"]) == form.scored


@settings(max_examples=25)
@given(steps(QUESTION, st.none() | st.sampled_from(Certainty)))
def test_it_changes_nothing_that_is_scored(steps: list[tuple[str, object, Certainty | None]]) -> None:
    """The attempt is the same whatever is said."""
    silent, said = attempts(QUESTION, "certainty", steps)
    assert silent == said


def test_marks_are_the_same_byte_for_byte(tmp_path: Path) -> None:
    """Whether those who handed in were asked how sure they are, or not."""
    silent, said = graded(tmp_path, certainty=SURE)
    assert silent == said


def tries(certainty: Certainty, right: int, of: int, **more: bool) -> Iterable[Try]:
    """So many tries, of which so many are right."""
    return [
        Try(START + timedelta(hours=n), "a", float(n < right), certainty=certainty, **more) for n in range(of)
    ]


def test_calibration_counts_what_was_right_of_each_step() -> None:
    """But not what was answered after the solution, nor anything where it is little in all."""
    few = [*tries(SURE, 5, 6), *tries(Certainty.GUESSED, 1, 3), Try(START, "a", 1.0)]
    assert len(few) == FEWEST
    assert calibration([tuple(few)]) == ()
    enough = [tuple(few), tuple(tries(Certainty.UNSURE, 0, 1)), tuple(tries(SURE, 0, 5, shown=True))]
    assert [(step.certainty, step.right, step.answers) for step in calibration(enough)] == [
        (Certainty.GUESSED, 1, 3),
        (Certainty.UNSURE, 0, 1),
        (SURE, 5, 6),
    ]


@pytest.mark.parametrize(
    ("certainty", "answer", "said"),
    [("sure", WRONG, "You were sure, and wrong, 10 times."), ("sure", RIGHT, "you can rely on that"),
     ("guessed", RIGHT, "you know more than you think"), ("guessed", WRONG, ""), (None, RIGHT, None)],
)  # fmt: skip
def test_a_summary_says_how_sure_the_learner_was(
    certainty: str | None, answer: object, said: str | None, tmp_path: Path
) -> None:
    """In numbers and words; nothing where there are few."""
    quiz = Quiz("week", notebook="n", folder=tmp_path)
    widget, summary = quiz.ask(QUESTION.id), quiz.summary()
    for _ in range(FEWEST - 1):
        press(widget, "check", QUESTION.id, answer=answer, certainty=certainty)
    assert "How sure you were" not in str(summary.page)
    press(widget, "check", QUESTION.id, answer=answer, certainty=certainty)
    assert ("How sure you were" in str(summary.page)) == (said is not None)
    assert (said or "") in str(summary.page)
    right = FEWEST if answer == RIGHT else 0
    assert (f"{right} of {FEWEST}" in str(summary.page)) == (said is not None)
