"""Vote, talk to your neighbour, vote again: what the numbers of two votes say.

The method, and where it draws its lines, is that of C. H. Crouch and E. Mazur, "Peer Instruction: Ten years
of experience and results", American Journal of Physics 69 (2001), 970–977.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from coupdata.i18n import _
from coupquiz.report.measures import mean_share

TOO_FEW, ENOUGH = 0.35, 0.70
"""Shares of right answers: below the first to explain again, above the second to go on."""

FEW_VOTES = 30
"""Below so many votes, a share says little of what another vote would give."""

_DRAWS = 2000

_Key = TypeVar("_Key", bound=Hashable)


class NextStep(StrEnum):
    """What to do after the first vote."""

    EXPLAIN = "explain"
    """Explain again, then let them vote."""
    DISCUSS = "discuss"
    """Let them talk to each other, then let them vote again."""
    GO_ON = "go-on"
    """Explain briefly, and go on."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a class are right, and what that says of it."""

    right: int
    of: int
    share: float
    low: float
    """The interval of 95 %, after Wilson: for a small class it is wide."""
    high: float

    @property
    def advice(self) -> NextStep:
        """What to do next."""
        if self.share < TOO_FEW:
            return NextStep.EXPLAIN
        return NextStep.DISCUSS if self.share <= ENOUGH else NextStep.GO_ON

    @property
    def is_sure(self) -> bool:
        """Whether the whole interval gives the same advice; else a few more votes could change it."""
        lines = (TOO_FEW, ENOUGH)
        return not any(self.low < line < self.high for line in lines)


@dataclass(frozen=True, slots=True)
class Gain:
    """What talking has gained or lost, for the class as a whole: a share of the most that it could have."""

    gain: float
    """From -1 to 1: see `normalised_gain`."""
    bounds: tuple[float, float] | None
    """The interval of 95 %; None where all moved alike, so that drawing from them tells nothing of others."""
    seats: int
    """How many voted both times; others do not count here."""


def share_right(right: int, of: int) -> Share | None:
    """Return the share of right answers with its interval; None where nobody answered.

    The interval is that of `mean_share`.
    """
    found = mean_share([1.0] * right + [0.0] * (of - right))
    return Share(right, of, found.value, found.low, found.high) if found else None


def shift(first: Mapping[_Key, str], second: Mapping[_Key, str]) -> dict[tuple[str, str], int]:
    """Return how many went from which answer to which, of those who voted both times.

    Args:
        first: What each seat answered in the first vote.
        second: Likewise in the second.
    """
    return dict(Counter((first[seat], second[seat]) for seat in first if seat in second))


def normalised_gain(pairs: Sequence[tuple[bool, bool]], seed: int = 0) -> Gain | None:
    """Return the gain of those who voted twice, with its interval.

    Where more are right after talking than before, it is what was gained as a share of what was missing,
    (after - before) / (1 - before): the normalised gain of a class, after R. R. Hake, American Journal of
    Physics 66 (1998), 64–74. Where fewer are right, that would be no share of anything. There it is what was
    lost as a share of what was right, (after - before) / before, as in the normalised change that J. D. Marx
    and K. Cummings, American Journal of Physics 75 (2007), 87–91, have for the scores of a student.

    The interval is found by drawing from those who voted twice, with replacement (bootstrap, percentiles). In
    a draw of those alone who were right both times, nothing changes: it counts as 0.

    Args:
        pairs: For each of them whether the first and the second answer was right.
        seed: Decides the draws for the interval; the same pairs give the same interval.

    Returns:
        None where there was nothing to gain or lose, as all were right both times, or nobody voted twice.
    """
    if all(before and after for before, after in pairs):
        return None
    chance = random.Random(seed)
    drawn = sorted(_gain(chance.choices(pairs, k=len(pairs))) for _draw in range(_DRAWS))
    low, high = (drawn[round(q * (len(drawn) - 1))] for q in (0.025, 0.975))
    return Gain(_gain(pairs), (low, high) if low < high else None, len(pairs))


def in_words(share: Share, *, again: bool) -> str:
    """Return what to do, in a sentence for the teacher.

    Args:
        share: Of the vote that has just ended.
        again: Whether it was the second.
    """
    told = {
        NextStep.EXPLAIN: _("Few have it: explain again, then let them vote once more."),
        NextStep.DISCUSS: _("Opinions differ: let them convince their neighbours, then vote again."),
        NextStep.GO_ON: _("Most have it: show the answer, explain briefly, and go on."),
    }
    if again:  # there is no third vote
        told[NextStep.EXPLAIN] = _("Still few have it: show the answer and explain it once more.")
        told[NextStep.DISCUSS] = _("Opinions still differ: show the answer and talk it through together.")
    return " ".join(filter(None, (told[share.advice], _close_call(share))))


def _close_call(share: Share) -> str:
    if share.is_sure:
        return ""
    if share.of < FEW_VOTES:
        return _("With so few votes it is a close call: go by what you hear in the room.")
    return _("It is a close call: go by what you hear in the room.")


def _gain(pairs: Sequence[tuple[bool, bool]]) -> float:
    before, after = sum(one for one, _two in pairs), sum(two for _one, two in pairs)
    if before == after:
        return 0.0
    return (after - before) / (len(pairs) - before if after > before else before)
