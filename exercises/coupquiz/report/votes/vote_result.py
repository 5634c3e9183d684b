"""What came out of a vote, for desk, wall and report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coupquiz.core.form import Form
from coupquiz.core.question import Answer, Question
from coupquiz.report.votes.peer_instruction import Share, share_right, shift
from coupquiz.report.votes.tally import AnswerCategory, VoteCounts, categories, category_of, count


@dataclass(frozen=True, slots=True)
class Round:
    """What was answered in a round."""

    answers: Mapping[int, Answer]
    """On devices, by seat."""
    hands: Mapping[str, int]
    """Counted by hand, by category."""


@dataclass(frozen=True, slots=True)
class RoundResult:
    """What came out of a round."""

    tally: VoteCounts
    share: Share | None
    """None where nobody answered."""


@dataclass(frozen=True, slots=True)
class Swayed:
    """What talking has changed, of those who can be followed from vote to vote."""

    wrong: int
    """How many were wrong at first."""
    found: int
    """How many of these were right the second time."""
    right: int
    """How many were right at first."""
    lost: int
    """How many of these were wrong the second time."""


@dataclass(frozen=True, slots=True)
class VoteResult:
    """What came out of a vote."""

    categories: tuple[AnswerCategory, ...]
    rounds: tuple[RoundResult, ...]
    """One or two, as far as the vote went."""
    shift: Mapping[tuple[str, str], int]
    """How many seats went from which category to which; hands cannot be followed."""

    @property
    def swayed(self) -> Swayed | None:
        """What talking has changed; None after one round, or where nobody can be followed."""
        if not self.shift:
            return None
        right = {category.id for category in self.categories if category.right}
        turns = Counter[tuple[bool, bool]]()
        for (first, second), n in self.shift.items():
            turns[first in right, second in right] += n
        found, lost = turns[False, True], turns[True, False]
        return Swayed(found + turns[False, False], found, lost + turns[True, True], lost)


def vote_result(question: Question, form: Form, rounds: Sequence[Round]) -> VoteResult:
    """Return what came out of a vote.

    Args:
        question: What was asked.
        form: As it was asked.
        rounds: One, or two where the class has voted again.
    """
    every = categories(question, form)
    tallies = [count(question, form, each.answers.values(), each.hands) for each in rounds]
    results = tuple(RoundResult(tally, share_right(tally.right, tally.of)) for tally in tallies)
    if len(rounds) < 2:
        return VoteResult(every, results, {})
    first, second = (
        {seat: id for seat, answer in each.answers.items() if (id := category_of(question, form, answer))}
        for each in rounds
    )
    return VoteResult(every, results, shift(first, second))
