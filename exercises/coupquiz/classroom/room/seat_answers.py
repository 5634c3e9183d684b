"""Where what a seat answers is kept: its own work, and its votes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Protocol

from coupdata.i18n import _
from coupquiz.answers.file_format import Record, RecordKey, can_be_kept, merged, updated
from coupquiz.banks.bank import Bank
from coupquiz.classroom.room.store import Poll, Seat, Vote
from coupquiz.core.behaviour import Attempt
from coupquiz.core.tries import Try


class KeptRecords(Protocol):
    """Where what seats answer is kept."""

    id: str

    def keep_records(self, seat: Seat, records: Mapping[RecordKey, Record]) -> None:
        """Keep what was answered at a seat; an OSError says why it cannot be written."""


class _InRoom:
    """What a room's answers have in common: they have no past."""

    def migrate(self, bank: Bank) -> None:
        """Do nothing: a room keeps its bank as long as it lasts."""

    def draw_for(self, student: str) -> str:
        """Return by whose name the questions were drawn."""
        return student

    def start_again(self, bank: str) -> Path | None:  # noqa: ARG002
        """Do nothing: nobody starts again in a room, and a vote is changed, not taken back."""
        return None


class SeatAnswers(_InRoom):
    """What was answered at a seat at its own pace, or in a test."""

    def __init__(self, room: KeptRecords, seat: Seat, records: dict[RecordKey, Record]) -> None:
        self.place = f"{room.id}\n{seat.learner}"
        self.learner = seat.learner
        self.problem = ""
        self._room = room
        self._seat = seat
        self._records = records
        self._unsaved: set[RecordKey] = set()

    def read(self) -> Mapping[RecordKey, Record]:
        """Return every record, those not saved yet included."""
        return dict(self._records)

    def record(self, bank: str, question: str, attempt: Attempt, tried: Try | None = None) -> str:
        """Write an attempt and return why it could not be written, for the learner; empty if it was."""
        if not can_be_kept(attempt):
            return _("Not saved. This answer is too long; make it shorter.")
        key = RecordKey(bank, question)
        self._records[key] = updated(self._records.get(key), attempt, datetime.now().astimezone(), tried)
        self._unsaved.add(key)
        try:
            self._room.keep_records(self._seat, {key: self._records[key] for key in self._unsaved})
        except OSError as error:
            self.problem = not_saved(error)
            return self.problem
        self._unsaved.clear()
        self.problem = ""
        return ""

    def bring(self, records: Mapping[RecordKey, Record]) -> None:
        """Merge what was answered elsewhere; an OSError says why it cannot be written."""
        both = merged({key: self._records[key] for key in records if key in self._records}, records)
        self._room.keep_records(self._seat, both)
        self._records.update(both)


class Votes(Protocol):
    """Where votes are kept."""

    id: str

    def votes(self, poll: int, round: int) -> Mapping[int, Vote]:
        """Return the votes of a round, by seat."""

    def vote(self, poll: int, round: int, seat: Seat, vote: Vote) -> None:
        """Keep a vote, in place of the one before; an OSError says why it cannot be written."""


class SeatVote(_InRoom):
    """What a seat answers in one round of a poll."""

    problem = ""

    def __init__(self, votes: Votes, poll: Poll, round: int, seat: Seat, *, shows_last: bool) -> None:
        """Prepare it.

        Args:
            votes: Where it is kept.
            poll: What is voted on.
            round: 1 or 2.
            seat: Whose vote it is.
            shows_last: Whether in place of a vote that is missing that of the round before is read.
        """
        self.place = f"{votes.id}\n{seat.learner}\n{poll.id}\n{round}"
        self.learner = seat.learner
        self._votes = votes
        self._poll = poll
        self._round = round
        self._seat = seat
        self._rounds = range(round, 0, -1) if shows_last else (round,)

    def read(self) -> Mapping[RecordKey, Record]:
        """Return the vote, if there is one."""
        votes = (self._votes.votes(self._poll.id, round).get(self._seat.id) for round in self._rounds)
        vote = next(filter(None, votes), None)
        return {self._poll.key: Record(Attempt(vote.answer), vote.at)} if vote else {}

    def record(self, bank: str, question: str, attempt: Attempt, tried: Try | None = None) -> str:  # noqa: ARG002
        """Write the vote and return why it could not be taken; empty if it was.

        Raises:
            OSError: It cannot be written.
        """
        if not can_be_kept(attempt):
            return _("Not saved. This answer is too long; make it shorter.")
        vote = Vote(attempt.answer, datetime.now().astimezone())
        self._votes.vote(self._poll.id, self._round, self._seat, vote)
        return ""


def last_votes(votes: Votes, polls: Iterable[Poll], seat: Seat) -> dict[RecordKey, Record]:
    """Return the last vote of a seat on each question, of polls in their order."""
    last = {}
    for poll in polls:
        for round in (1, 2):
            if vote := votes.votes(poll.id, round).get(seat.id):
                last[poll.key] = Record(Attempt(vote.answer), vote.at)
    return last


def not_saved(error: OSError) -> str:
    """Return why something could not be written, for a learner."""
    said = _("Not saved: your teacher’s computer cannot write it ({error}). Tell your teacher.")
    return said.format(error=error)
