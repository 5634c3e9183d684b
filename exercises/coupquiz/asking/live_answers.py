"""A learner's answers to the questions of a notebook as they stand now, for all who show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Generic, Protocol, TypeVar
from weakref import WeakSet

from coupdata.i18n import _
from coupquiz.answers.file_format import Record, RecordKey
from coupquiz.banks.bank import Bank
from coupquiz.core.behaviour import Attempt


class Follower(Protocol):
    """Who is told what has changed."""

    def follow(self, changed: Iterable[RecordKey]) -> None:
        """Show these attempts as they are now."""


class KeptAnswers(Protocol):
    """Where a learner's answers are kept: a file beside a notebook, a room's database."""

    @property
    def place(self) -> str:
        """What tells these answers from all others that a browser may meet."""

    @property
    def problem(self) -> str:
        """What the learner should know of where they are kept; empty if all is well."""

    @property
    def learner(self) -> str:
        """The random id of the learner."""

    def read(self) -> Mapping[RecordKey, Record]:
        """Return every record by bank and question, those not saved yet included; never raises."""

    def record(self, bank: str, question: str, attempt: Attempt) -> str:
        """Write an attempt and return why it could not be written, for the learner; empty if it was."""

    def migrate(self, bank: Bank) -> object:
        """Read answers by the ids that this bank has now."""

    def draw_for(self, student: str) -> str:
        """Return by whose name the questions were drawn: as is kept or, where nothing is, by this."""

    def start_again(self, bank: str) -> Path | None:
        """Forget the answers to a bank; return the file in which the old ones are kept, if there is one."""


Kept = TypeVar("Kept", bound=KeptAnswers, covariant=True)


class LiveAnswers(Generic[Kept]):
    """What is kept of a learner's answers, and what is on its way there."""

    def __init__(self, answers: Kept) -> None:
        self._answers = answers
        self._records: Mapping[RecordKey, Record] = {}
        self._troubles: dict[RecordKey, str] = {}
        self._saving: RecordKey | None = None
        self._followers: WeakSet[Follower] = WeakSet()

    @property
    def answers(self) -> Kept:
        """Where they are kept."""
        return self._answers

    def add(self, follower: Follower) -> None:
        """Tell this follower of changes from now on, as long as it lives."""
        self._followers.add(follower)

    def drop(self, follower: Follower) -> None:
        """Tell this follower nothing any more."""
        self._followers.discard(follower)

    def attempt(self, key: RecordKey) -> Attempt:
        """Return the attempt at a question as it stands."""
        record = self._records.get(key)
        return record.attempt if record else Attempt()

    def at(self, key: RecordKey) -> datetime | None:
        """Return when the attempt was written; None while it is not, or where there is none."""
        record = self._records.get(key)
        return record.at if record and key != self._saving and key not in self._troubles else None

    def trouble(self, key: RecordKey) -> str:
        """Return why the attempt could not be written, in a sentence for the learner; empty if it could."""
        return self._troubles.get(key, "")

    def record(self, key: RecordKey, attempt: Attempt) -> frozenset[RecordKey]:
        """Take an attempt over at once, then write it, and tell followers at both times.

        Returns:
            What has changed.
        """
        # Feedback need not wait for the disk; only "saved" does.
        self._saving = key
        self._records = {**self._records, key: Record(attempt, datetime.now().astimezone())}
        self._tell(frozenset([key]))
        trouble = self.answers.record(*key, attempt)
        self._saving = None
        changed = {key, *self._troubles}
        if trouble:
            self._troubles[key] = trouble
        else:
            self._troubles.clear()
        return self.refresh(changed)

    def start_again(self, bank: str) -> str:
        """Forget the answers to a bank, and return a sentence on where the old ones are.

        Raises:
            AnswersError: If the file cannot be written; then nothing has changed.
        """
        kept = self.answers.start_again(bank)
        self.refresh()
        said = _("All questions are open again. Your old answers are kept in {name}.")
        return said.format(name=kept.name) if kept else ""

    def refresh(self, changed: Iterable[RecordKey] = ()) -> frozenset[RecordKey]:
        """Read what is in the file now, also from other programs, and tell followers what is new.

        Args:
            changed: What followers are told of in any case.

        Returns:
            What they were told of.
        """
        old, self._records = self._records, self.answers.read()
        keys = {*old, *self._records}
        told = frozenset((*changed, *(key for key in keys if old.get(key) != self._records.get(key))))
        self._tell(told)
        return told

    def _tell(self, changed: frozenset[RecordKey]) -> None:
        for follower in tuple(self._followers) if changed else ():
            follower.follow(changed)
