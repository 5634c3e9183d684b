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
    UNSCORED = "unscored"
    """An answer in own words, which is compared with a model and not scored."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is said to one part of an answer: an option that was chosen, an event, a pair, a blank."""

    id: str
    """That of the choice in the form."""
    right: bool
    feedback: str
    cites: tuple[str, ...]


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
    """The question's first hint; empty where the answer is right or the question has no hint of its own."""
    parts: tuple[Part, ...] = ()
    """What is said to each part, in the order in which to read it; only parts that were answered."""
