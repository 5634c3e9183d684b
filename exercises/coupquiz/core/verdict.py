"""What is said to an answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    right: bool | None
    """None where the learner is to judge."""
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
    """What is said to each part that was answered; empty where the feedback says it all."""


def unanswered(what: str, hint: str) -> Verdict:
    """Return what is said where there is no answer yet: what to do, and what may help."""
    return Verdict(Outcome.UNANSWERED, 0.0, what, (), hint)


def of_parts(parts: Sequence[Part], whole: int, noun: str, hint: str) -> Verdict:
    """Return the verdict on an answer whose score is the share of its parts that are right.

    Args:
        parts: Those that were answered.
        whole: How many there are.
        noun: What one of them is called.
        hint: What may help where not all are right.
    """
    right = sum(part.right is True for part in parts)
    outcome = outcome_of(right / whole)
    hint = "" if right == whole else hint
    if whole == 1:
        return Verdict(outcome, float(right), parts[0].feedback, parts[0].cites, hint)
    if right == whole:
        every = "Both" if whole == 2 else f"All {whole}"
        return Verdict(outcome, 1.0, f"{every} {noun}s are right.", joined_cites(parts), hint, tuple(parts))
    said = f"{right} of {whole} {noun}s {'is' if right == 1 else 'are'} right."
    if missing := whole - len(parts):
        said += f" {missing} {'has' if missing == 1 else 'have'} no answer yet."
    return Verdict(outcome, right / whole, said, joined_cites(parts), hint, tuple(parts))


def outcome_of(score: float) -> Outcome:
    """Return the outcome of an answer with this score."""
    return Outcome.CORRECT if score == 1 else Outcome.PARTLY if score > 0 else Outcome.INCORRECT


def joined_cites(parts: Iterable[Part]) -> tuple[str, ...]:
    """Return the cites of all parts, each once."""
    return tuple(dict.fromkeys(cite for part in parts for cite in part.cites))
