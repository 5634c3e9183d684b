"""How a learner stands with some questions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coupquiz.core.behaviour import Attempt, Behaviour
from coupquiz.core.form import Form


class Standing(StrEnum):
    """How far an attempt at a question has come."""

    OPEN = "open"
    ANSWERED = "answered"
    """There is an answer, and nothing was said to it."""
    WRONG = "wrong"
    PARTLY = "partly"
    RIGHT = "right"
    COMPARED = "compared"
    """An answer in own words was held against the model."""


@dataclass(frozen=True, slots=True)
class Row:
    """A question and the attempt at it."""

    form: Form
    attempt: Attempt
    standing: Standing


@dataclass(frozen=True, slots=True)
class Summary:
    """How a learner stands with each question, and in numbers."""

    rows: tuple[Row, ...]

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(bool(row.attempt.answer) for row in self.rows)

    @property
    def open(self) -> int:
        """How many have none."""
        return len(self.rows) - self.answered

    @property
    def right(self) -> int:
        """How many were answered rightly at some time."""
        return sum(row.standing is Standing.RIGHT for row in self.rows)

    @property
    def compared(self) -> int:
        """How many were answered in own words, and held against the model."""
        return sum(row.standing is Standing.COMPARED for row in self.rows)

    @property
    def scored(self) -> int:
        """How many are scored, and so the most credit that there is."""
        return sum(row.form.scored for row in self.rows)

    @property
    def credit(self) -> float:
        """The sum of the best scores."""
        return sum(row.attempt.best for row in self.rows if row.form.scored)


def standing(form: Form, attempt: Attempt, behaviour: Behaviour) -> Standing:
    """Return how far an attempt has come; in an exam, only whether there is an answer."""
    if behaviour is Behaviour.EXAM or not attempt.tries:
        return Standing.ANSWERED if attempt.answer else Standing.OPEN
    if attempt.solved:
        return Standing.RIGHT if form.scored else Standing.COMPARED
    return Standing.PARTLY if attempt.best else Standing.WRONG
