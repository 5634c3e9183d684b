"""What is said to an answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How an answer turned out."""

    CORRECT = "correct"
    PARTLY = "partly"
    INCORRECT = "incorrect"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of an answer, and why."""

    outcome: Outcome
    score: float
    """From 0 to 1."""
    feedback: str
    cites: tuple[str, ...]
    """Ids of the sentences of the reading that the feedback stands on."""
    hint: str
    """What may help next; empty where there is nothing more to find."""
