"""The votes that a class has held on the questions of a key, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coupquiz.core.question import Question
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.kinds.check import form
from coupquiz.report.measures import Estimate
from coupquiz.report.votes.peer_instruction import Gain, normalised_gain
from coupquiz.report.votes.tally import count
from coupquiz.report.votes.vote_result import VoteResult, vote_result
from coupquiz.report.votes.votes_file import NAME, HeldVote, load_votes


@dataclass(frozen=True, slots=True)
class VoteReport:
    """What came out of a vote on a question of the key."""

    number: int
    """Of the question, in the order of the key, from 1."""
    question: Question
    opened: datetime
    result: VoteResult
    """Of one or two rounds; in each somebody has voted."""
    by_hand: tuple[int, ...]
    """How many raised their hands in each round; they are in the result, too."""
    gain: Gain | None
    """None after one round, where nobody can be followed, and where there was nothing to gain or lose."""

    @property
    def shares(self) -> tuple[Estimate, ...]:
        """The share that was right in each round."""
        found = (each.share for each in self.result.rounds)
        return tuple(Estimate(one.share, one.low, one.high, one.of) for one in found if one)


def votes_beside(root: Path, key: AnswerKey) -> tuple[VoteReport, ...]:
    """Return what came out of the votes in the file beside the folder of the class; none without a file.

    Raises:
        VotesError: It cannot be read.
    """
    return report_votes(key, load_votes(root.absolute().parent / NAME))


def report_votes(key: AnswerKey, votes: Iterable[HeldVote]) -> tuple[VoteReport, ...]:
    """Return what came out of votes on the key's questions, in the order in which they were held.

    A round in which nobody voted is left out, and so is a vote without any other.
    """
    return tuple(report for vote in votes for report in _reported(key, vote))


def _reported(key: AnswerKey, vote: HeldVote) -> Iterator[VoteReport]:
    for number, item in enumerate(key.items, 1):
        question = item.question
        is_its = vote.bank == key.bank.id and vote.question in question.ids
        if not (is_its and question.scored):
            continue
        asked = form(question)
        rounds = [
            each for each in vote.rounds if count(question, asked, each.answers.values(), each.hands).of
        ]
        if rounds:
            result = vote_result(question, asked, rounds)
            known = {category.id for category in result.categories}
            by_hand = (sum(n for id, n in each.hands.items() if id in known) for each in rounds)
            yield VoteReport(number, question, vote.opened, result, tuple(by_hand), _gain(result))


def _gain(result: VoteResult) -> Gain | None:
    swayed = result.swayed
    if swayed is None:
        return None
    wrong, right = swayed.wrong - swayed.found, swayed.right - swayed.lost
    turns = (((False, False), wrong), ((False, True), swayed.found), ((True, False), swayed.lost))
    return normalised_gain([turn for turn, n in (*turns, ((True, True), right)) for _each in range(n)])
