"""How a learner stands with some questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from coupquiz.core.behaviour import Attempt, Behaviour
from coupquiz.core.form import Form


class QuestionStatus(StrEnum):
    """How far an attempt at a question has come."""

    OPEN = "open"
    ANSWERED = "answered"
    """There is an answer, which was not checked."""
    WRONG = "wrong"
    PARTLY = "partly"
    RIGHT = "right"
    COMPARED = "compared"
    """An answer in own words was held against the model."""


@dataclass(frozen=True, slots=True)
class QuestionSummary:
    """A question and the attempt at it."""

    form: Form
    attempt: Attempt
    status: QuestionStatus


@dataclass(frozen=True, slots=True)
class Summary:
    """How a learner stands with each question, and in numbers."""

    questions: tuple[QuestionSummary, ...]

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(bool(question.attempt.answer) for question in self.questions)

    @property
    def open(self) -> int:
        """How many have none."""
        return len(self.questions) - self.answered

    @property
    def right(self) -> int:
        """How many were answered rightly at some time."""
        return sum(question.status is QuestionStatus.RIGHT for question in self.questions)

    @property
    def compared(self) -> int:
        """How many were answered in own words, and held against the model."""
        return sum(question.status is QuestionStatus.COMPARED for question in self.questions)

    @property
    def scored(self) -> int:
        """How many are scored, and so the most credit that there is."""
        return sum(question.form.scored for question in self.questions)

    @property
    def credit(self) -> float:
        """The sum of the best scores."""
        return sum(question.attempt.best for question in self.questions if question.form.scored)


def summarise(attempts: Iterable[tuple[Form, Attempt]], behaviour: Behaviour) -> Summary:
    """Return the summary of these attempts at these questions."""
    return Summary(
        tuple(QuestionSummary(f, attempt, _status(f, attempt, behaviour)) for f, attempt in attempts)
    )


def _status(form: Form, attempt: Attempt, behaviour: Behaviour) -> QuestionStatus:
    """Return how far an attempt has come; in an exam, only whether there is an answer."""
    if behaviour is Behaviour.EXAM or not attempt.tries:
        return QuestionStatus.ANSWERED if attempt.answer else QuestionStatus.OPEN
    if attempt.solved:
        return QuestionStatus.RIGHT if form.scored else QuestionStatus.COMPARED
    return QuestionStatus.PARTLY if attempt.best else QuestionStatus.WRONG
