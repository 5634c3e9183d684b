"""What many were sure of and wrong about: the mistakes that are most worth a class's time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coupquiz.core.question import Question
from coupquiz.core.tries import Certainty
from coupquiz.kinds.check import picked
from coupquiz.kinds.pick import Pick
from coupquiz.report.analysis import Analysis, QuestionReport
from coupquiz.report.class_submissions import GradedSubmission

_MANY = 2
"""Students: one alone says nothing of a class."""

_SHOWN = 2
"""Mistakes of a question."""


@dataclass(frozen=True, slots=True)
class SureMistakes:
    """What a class was sure of and wrong about in a question."""

    report: QuestionReport
    students: int
    """How many were sure of an answer at some time, and wrong."""
    sure: int
    """How many were sure at some time."""
    mistakes: tuple[tuple[Pick, int], ...]
    """What most of them did, and how many; at most two, and nothing that one alone did."""


def sure_mistakes(analysis: Analysis) -> tuple[SureMistakes, ...]:
    """Return the questions in which at least two students were sure and wrong, most students first."""
    found = (
        _of_question(report, analysis.counted) for report in analysis.questions if report.question.scored
    )
    many = (mistakes for mistakes in found if mistakes.students >= _MANY)
    return tuple(sorted(many, key=lambda mistakes: -mistakes.students))


def _of_question(report: QuestionReport, submissions: Iterable[GradedSubmission]) -> SureMistakes:
    sure, wrong, picks = 0, 0, Counter[Pick]()
    for submission in submissions:
        answers = list(_sure_answers(report.question, submission))
        mistakes = [answer for answer, score in answers if score < 1]
        sure += bool(answers)
        wrong += bool(mistakes)
        of_student = (pick for answer in mistakes for pick in picked(report.question, answer))
        picks.update([*dict.fromkeys(pick for pick in of_student if pick.credit < 1)])
    often = [(pick, count) for pick, count in picks.most_common(_SHOWN) if count >= _MANY]
    return SureMistakes(report, wrong, sure, tuple(often))


def _sure_answers(question: Question, submission: GradedSubmission) -> Iterator[tuple[object, float]]:
    """Yield the answers of which a student was sure, with their scores; none after the solution was shown."""
    for id in question.ids:
        for tried in submission.logs.get(id, ()):
            if tried.certainty is Certainty.SURE and not tried.shown:
                yield tried.answer, tried.score
