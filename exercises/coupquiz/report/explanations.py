"""How a class explained its answers, in its own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coupquiz.core.question import Question
from coupquiz.core.tries import Try
from coupquiz.report.class_submissions import GradedSubmission


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a student explained an answer, before any feedback on it."""

    student: str
    tried: Try


def explanations(question: Question, submissions: Iterable[GradedSubmission]) -> tuple[Explanation, ...]:
    """Return how students explained their answers to a question: first of those that were wrong.

    Then they stand in the order of students, and of each in the order of time; the same words to the same
    answer once.
    """
    found = [
        Explanation(submission.student, tried)
        for submission in submissions
        for tried in _explained(question, submission)
    ]
    return tuple(sorted(found, key=lambda one: one.tried.score == 1))


def _explained(question: Question, submission: GradedSubmission) -> Iterator[Try]:
    said = []
    for id in question.ids:
        for tried in submission.logs.get(id, ()):
            if tried.explanation and (words := (tried.answer, tried.explanation)) not in said:
                said.append(words)
                yield tried
