"""The answers to a notebook as they stand now, for every widget of this kernel that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Protocol
from weakref import WeakSet, WeakValueDictionary

from coupquiz.answers.file_format import Record, RecordKey
from coupquiz.answers.store import Answers, Saved
from coupquiz.answers.working_folder import working_folder
from coupquiz.banks.bank import Bank
from coupquiz.core.behaviour import Attempt


class Follower(Protocol):
    """Who is told what has changed."""

    def follow(self, changed: Iterable[RecordKey]) -> None:
        """Show these attempts as they are now."""


_OPEN: WeakValueDictionary[Path, LiveAnswers] = WeakValueDictionary()


def live_answers(folder: str | Path | None, notebook: str) -> LiveAnswers:
    """Return the answers to the notebook of this name, the same object to all who ask.

    Args:
        folder: Where the notebook lies; by default the kernel's working folder, which is just that.
        notebook: Its name without its ending.

    Raises:
        AnswersError: If that cannot be the name of a notebook, or the working folder is gone.
    """
    answers = Answers(folder or working_folder(), notebook.removesuffix(".ipynb"))
    live = _OPEN.get(answers.path)
    if live is None:
        live = _OPEN[answers.path] = LiveAnswers(answers)
    return live


def all_live(folder: Path) -> tuple[LiveAnswers, ...]:
    """Return the answers of a folder that this kernel has in use."""
    return tuple(live for path, live in sorted(_OPEN.items()) if path.parent == folder.absolute())


class LiveAnswers:
    """What is in the answers file, and what is on its way into it."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self._records: Mapping[RecordKey, Record] = {}
        self._troubles: dict[RecordKey, str] = {}
        self._saving: RecordKey | None = None
        self._followers: WeakSet[Follower] = WeakSet()

    def add(self, follower: Follower) -> None:
        """Tell this follower of changes from now on, as long as it lives."""
        self._followers.add(follower)

    def drop(self, follower: Follower) -> None:
        """Tell this follower nothing any more."""
        self._followers.discard(follower)

    def know(self, bank: Bank) -> None:
        """Read answers by the ids that this bank has now, from the next refresh on."""
        self.answers.migrate(bank)

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

    def record(self, key: RecordKey, attempt: Attempt) -> None:
        """Take an attempt over at once, then write it, and tell followers at both times."""
        # What is said to an answer need not wait for the disk; only "saved" does.
        self._saving = key
        self._records = {**self._records, key: Record(attempt, datetime.now().astimezone())}
        self._tell([key])
        written = self.answers.record(*key, attempt)
        self._saving = None
        changed = {key, *self._troubles}
        if isinstance(written, Saved):
            self._troubles.clear()
        else:
            self._troubles[key] = written.why
        self.refresh(changed)

    def start_again(self, bank: str) -> str:
        """Forget the answers to a bank, and return a sentence on where the old ones are.

        Raises:
            AnswersError: If the file cannot be written; then nothing has changed.
        """
        kept = self.answers.start_again(bank)
        self.refresh()
        return f"All questions are open again. Your old answers are kept in {kept.name}." if kept else ""

    def refresh(self, changed: Iterable[RecordKey] = ()) -> None:
        """Read what is in the file now, also from other kernels, and tell followers what is new."""
        old, self._records = self._records, self.answers.read()
        keys = {*old, *self._records}
        self._tell({*changed, *(key for key in keys if old.get(key) != self._records.get(key))})

    def _tell(self, changed: Iterable[RecordKey]) -> None:
        keys = tuple(changed)
        for follower in tuple(self._followers):
            if keys:
                follower.follow(keys)
