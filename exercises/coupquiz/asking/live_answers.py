"""A learner's answers to the questions of a notebook as they stand now, for all who show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Generic, Protocol, TypeVar
from weakref import WeakSet

from coupdata.i18n import _
from coupquiz.answers.file_format import Record, RecordKey
from coupquiz.answers.try_log import Log
from coupquiz.banks.bank import Bank
from coupquiz.core.behaviour import Attempt
from coupquiz.core.tries import Try


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

    def record(self, bank: str, question: str, attempt: Attempt, tried: Try | None = None) -> str:
        """Write an attempt and return why it could not be written, for the learner; empty if it was.

        ``tried``: what was checked, if anything was.
        """

    def migrate(self, bank: Bank) -> object:
        """Read answers by the ids that this bank has now."""

    def draw_for(self, student: str) -> str:
        """Return by whose name the questions were drawn: as is kept or, where nothing is, by this."""

    def start_again(self, bank: str) -> Path | None:
        """Forget the answers to a bank; return the file in which the old ones are kept, if there is one."""


class Keeper(Protocol):
    """What keeps files that end with a page: its browser."""

    @property
    def problem(self) -> str:
        """What the learner should know of it; empty if all is well."""

    def keep(self, then: Callable[[str], None]) -> None:
        """Keep what is written, and then say why that could not be done; nothing if it was."""


Kept = TypeVar("Kept", bound=KeptAnswers, covariant=True)


class LiveAnswers(Generic[Kept]):
    """What is kept of a learner's answers, and what is on its way there."""

    def __init__(self, answers: Kept, keeper: Keeper | None = None) -> None:
        """Read nothing yet; with a keeper, what is written is not saved before that says so."""
        self._answers = answers
        self._keeper = keeper
        self._at_keeper: dict[RecordKey, object] = {}
        self._records: Mapping[RecordKey, Record] = {}
        self._troubles: dict[RecordKey, str] = {}
        self._saving: RecordKey | None = None
        self._followers: WeakSet[Follower] = WeakSet()

    @property
    def answers(self) -> Kept:
        """Where they are kept."""
        return self._answers

    @property
    def problem(self) -> str:
        """What the learner should know of where they are kept; empty if all is well."""
        kept = self._keeper.problem if self._keeper else ""
        return f"{self.answers.problem} {kept}".strip()

    @property
    def ends_with_page(self) -> bool:
        """Whether nothing keeps them but the page, as far as is known."""
        return bool(self._keeper and self._keeper.problem)

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

    def log(self, key: RecordKey) -> Log:
        """Return what was tried at a question, the newest last."""
        record = self._records.get(key)
        return record.log if record else ()

    def at(self, key: RecordKey) -> datetime | None:
        """Return when the attempt was written; None while it is not, or where there is none."""
        record = self._records.get(key)
        on_its_way = key == self._saving or key in self._at_keeper
        return record.at if record and not on_its_way and key not in self._troubles else None

    def trouble(self, key: RecordKey) -> str:
        """Return why the attempt could not be written, in a sentence for the learner; empty if it could."""
        return self._troubles.get(key, "")

    def record(self, key: RecordKey, attempt: Attempt, tried: Try | None = None) -> frozenset[RecordKey]:
        """Take an attempt over at once, then write it, and tell followers at both times.

        Args:
            key: What it is at.
            attempt: As it stands now.
            tried: What was checked, if anything was.

        Returns:
            What has changed.
        """
        # Feedback need not wait for the disk; only "saved" does.
        self._saving = key
        log = (*self.log(key), *([tried] if tried else []))
        self._records = {**self._records, key: Record(attempt, datetime.now().astimezone(), log)}
        self._tell(frozenset([key]))
        trouble = self.answers.record(*key, attempt, tried)
        self._saving = None
        changed = {key, *self._troubles}
        if trouble:
            self._troubles[key] = trouble
        elif self._keeper:
            turn = self._at_keeper[key] = object()
            self._keeper.keep(partial(self._hear_of, key, turn))
        else:
            self._troubles.clear()
        return self.refresh(changed)

    def start_again(self, bank: str) -> str:
        """Forget the answers to a bank, and return a sentence on where the old ones are.

        Raises:
            AnswersError: If the file cannot be written; then nothing has changed.
        """
        kept = self.answers.start_again(bank)
        changed = frozenset(self._troubles)
        self._troubles.clear()
        self._at_keeper = {key: turn for key, turn in self._at_keeper.items() if key.bank != bank}
        if self._keeper:
            self._keeper.keep(lambda _trouble: self._tell(frozenset(self._records)))
        self.refresh(changed)
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

    def _hear_of(self, key: RecordKey, turn: object, trouble: str) -> None:
        """Take in what became of an attempt at the keeper, unless there is a later one on its way."""
        if self._at_keeper.get(key) is not turn:
            return
        del self._at_keeper[key]
        changed = {key, *self._troubles}
        if trouble:
            self._troubles[key] = trouble
        else:
            self._troubles.clear()
        self.refresh(changed)

    def _tell(self, changed: frozenset[RecordKey]) -> None:
        for follower in tuple(self._followers) if changed else ():
            follower.follow(changed)
