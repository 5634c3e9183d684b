"""A try: one answer of a learner that was checked, as the log of tries keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from coupquiz.core.behaviour import Attempt
from coupquiz.core.verdict import Outcome, Verdict


class Certainty(StrEnum):
    """How sure a learner was of an answer before it was checked."""

    GUESSED = "guessed"
    UNSURE = "unsure"
    SURE = "sure"


@dataclass(frozen=True, slots=True)
class Try:
    """One answer that was checked."""

    at: datetime
    """When it was checked, with the offset from UTC that the learner's clock had."""
    answer: Any
    """As the answers file has it: a text, a list of texts, or texts by id."""
    score: float
    """In [0, 1], before anything is taken off for hints."""
    hints: int = 0
    """How many hints had been read by then."""
    shown: bool = False
    """Whether the solution had been opened by then."""
    certainty: Certainty | None = None
    """How sure the learner was; None where it was not said."""
    explanation: str = ""
    """Why the answer was so, in the learner's own words; empty where that was not said."""


def tried(attempt: Attempt, verdict: Verdict, at: datetime, certainty: Certainty | None = None) -> Try | None:
    """Return the try that this attempt was, with its verdict; no answer is no try."""
    if verdict.outcome is Outcome.UNANSWERED:
        return None
    help = attempt.hints, attempt.shown
    return Try(at, attempt.answer, verdict.score, *help, certainty, attempt.explanation_line)
