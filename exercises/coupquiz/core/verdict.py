"""What is said to an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coupdata.i18n import ngettext


class Outcome(StrEnum):
    """How an answer turned out."""

    CORRECT = "correct"
    PARTLY = "partly"
    INCORRECT = "incorrect"
    UNANSWERED = "unanswered"
    UNSCORED = "unscored"
    """An answer in own words, which is compared with a model and not scored."""


@dataclass(frozen=True, slots=True)
class PartVerdict:
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
    parts: tuple[PartVerdict, ...] = ()
    """What is said to each part that was answered; empty where the feedback says it all."""


def unanswered(what: str, hint: str) -> Verdict:
    """Return what is said where there is no answer yet: what to do, and what may help."""
    return Verdict(Outcome.UNANSWERED, 0.0, what, (), hint)


def of_parts(
    parts: Sequence[PartVerdict], whole: int, counted: Callable[[int, int], str], hint: str
) -> Verdict:
    """Return the verdict on an answer whose score is the share of its parts that are right.

    Args:
        parts: Those that were answered.
        whole: How many there are.
        counted: Says how many of the whole are right.
        hint: What may help where not all are right.
    """
    right = sum(part.right is True for part in parts)
    outcome, cites = outcome_of(right / whole), joined_cites(parts)
    hint = "" if right == whole else hint
    if whole == 1:
        return Verdict(outcome, float(right), parts[0].feedback, cites, hint)
    said = counted(right, whole)
    if missing := whole - len(parts):
        open_yet = ngettext("{n} has no answer yet.", "{n} have no answer yet.", missing)
        said = f"{said} {open_yet.format(n=missing)}"
    return Verdict(outcome, right / whole, said, cites, hint, tuple(parts))


def outcome_of(score: float) -> Outcome:
    """Return the outcome of an answer with this score."""
    return Outcome.CORRECT if score == 1 else Outcome.PARTLY if score > 0 else Outcome.INCORRECT


def joined_cites(parts: Iterable[PartVerdict]) -> tuple[str, ...]:
    """Return the cites of all parts, each once."""
    return tuple(dict.fromkeys(cite for part in parts for cite in part.cites))
