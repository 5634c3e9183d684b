"""A learner's answers to the questions of a notebook, kept in a file beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import RLock
from uuid import uuid4

from coupdata.i18n import _
from coupquiz.answers.answers_folder import read_folder
from coupquiz.answers.file_format import (
    LIMIT,
    AnswersError,
    AnswersFile,
    Record,
    RecordKey,
    can_be_kept,
    dump,
    migrated,
    parse,
    updated,
)
from coupquiz.answers.file_names import SUFFIX, copies, free_name, is_notebook_name
from coupquiz.answers.obstacles import obstacle
from coupquiz.answers.sync_copies import join_copies
from coupquiz.banks.bank import Bank
from coupquiz.core.behaviour import Attempt
from coupquiz.core.tries import Try
from coupquiz.core.variant import student_name
from coupquiz.files import disk
from coupquiz.files.json_file import DamagedError, FileFormatError

NAME_LIMIT = 100
"""The most characters of a learner's name."""


class Answers:
    """The answers file of a notebook: `<notebook>.answers.json`.

    Every change is written at once, whole or not at all, and merged with what other tabs, kernels or
    notebooks wrote. What cannot be written stays in memory until it can. Threads may share it.
    """

    def __init__(self, folder: str | Path, notebook: str) -> None:
        """Prepare the answers of the notebook of this name; nothing is written before the first answer.

        Raises:
            AnswersError: If the name is not that of a file in the folder: empty, or with a path in it.
        """
        if not is_notebook_name(notebook):
            raise AnswersError(_("{name!r} cannot be the name of a notebook.").format(name=notebook))
        self.notebook = notebook
        self.path = Path(folder).absolute() / f"{notebook}{SUFFIX}"
        self._learner = uuid4().hex
        self._banks: dict[str, Bank] = {}
        self._unsaved: dict[RecordKey, Record] = {}
        self._drawn_for = ""
        self._damage = self._obstacle = ""
        self._is_joined = False
        self._threads = RLock()

    @property
    def place(self) -> str:
        """What tells these answers from all others that a browser may meet."""
        return f"{student_name()}\n{self.path}"

    @property
    def problem(self) -> str:
        """What the learner should know of the file, as last read or written; empty if all is well."""
        return f"{self._damage} {self._obstacle}".strip()

    @property
    def learner(self) -> str:
        """The random id of the learner, the same for all notebooks of a folder."""
        return self.contents().learner

    @property
    def name(self) -> str:
        """The name that the learner gave, or an empty text."""
        return self.contents().name

    def read(self) -> Mapping[RecordKey, Record]:
        """Return every record by bank and question, those not saved yet included; never raises.

        A damaged file is put aside, and ``problem`` says so.
        """
        return self.contents().records

    def contents(self) -> AnswersFile:
        """Return what the file holds, and what is not saved yet; otherwise as ``read``."""
        with self._threads:
            if not self._is_joined:
                self._is_joined, self._damage = True, join_copies(self.path, _now())
            try:
                file = self._load()
                if not self._unsaved:
                    self._obstacle = ""
            except (FileFormatError, OSError) as error:
                self._obstacle = obstacle(self.path, error)
                try:
                    file = self._read()
                except (FileFormatError, OSError):
                    file = self._new()
            return self._up_to_date(file)

    def record(self, bank: str, question: str, attempt: Attempt, tried: Try | None = None) -> str:
        """Write an attempt and return why it could not be written, for the learner; empty if it was.

        What could not be is only in memory, until it or a later one can be; then all are. Never raises.

        Args:
            bank: The id of the bank.
            question: The id of the question.
            attempt: As it stands now.
            tried: What was checked, if anything was: it comes into the log.
        """
        key = RecordKey(bank, question)
        if not can_be_kept(attempt):
            return _("Not saved. This answer is too long; make it shorter.")

        def add(file: AnswersFile) -> AnswersFile:
            record = updated(file.records.get(key), attempt, _now(), tried)
            return replace(file, records={**file.records, key: record})

        with self._threads:
            try:
                self._change(add)
            except AnswersError as error:
                self._unsaved[key] = updated(self.contents().records.get(key), attempt, _now(), tried)
                self._obstacle = str(error)
                why = _("Not saved. {why} Your answer stays here only as long as this notebook is running.")
                return why.format(why=error)
            return ""

    def migrate(self, bank: Bank) -> tuple[str, ...]:
        """Read answers by the ids that this bank has now; return the ids of which it knows nothing.

        Records of renamed questions go to the new id. Those of unknown ones are set aside in the file, and
        come back with a bank that knows them. The file changes with the next answer.
        """
        with self._threads:
            self._banks[bank.id] = bank
            return tuple(sorted(key.question for key in self.contents().aside if key.bank == bank.id))

    def draw_for(self, student: str) -> str:
        """Return by whose name the questions were drawn: as the file says or, where it does not, by this.

        The name goes into the file with the first answer, and stays if the file moves to another computer.
        """
        with self._threads:
            self._drawn_for = student
            return self.contents().drawn_for

    def merge(self, other: AnswersFile) -> None:
        """Merge what another file holds into this one; its names, if it has any, and its id stay.

        Raises:
            AnswersError: If the file cannot be written; then nothing has changed.
        """

        def add(file: AnswersFile) -> AnswersFile:
            name, drawn_for = file.name or other.name, file.drawn_for or other.drawn_for
            return replace(file.having(other.records, other.aside), name=name, drawn_for=drawn_for)

        with self._threads:
            self._learner = other.learner  # for a folder that has none yet
            self._change(add)

    def start_again(self, bank: str | None = None) -> Path | None:
        """Forget the answers, to one bank or to all.

        Returns:
            Where the file with the old answers is kept; None if there were none.

        Raises:
            AnswersError: If the file cannot be written; then nothing has changed.
        """
        kept: Path | None = None

        def clear(file: AnswersFile) -> AnswersFile:
            nonlocal kept
            gone = {key for key in (*file.records, *file.aside) if bank in (None, key.bank)}
            if gone:
                kept = free_name(self.path, _now())
                disk.write(kept, dump(file))
            return replace(
                file,
                records={key: record for key, record in file.records.items() if key not in gone},
                aside={key: record for key, record in file.aside.items() if key not in gone},
            )

        with self._threads:
            file = self.contents()
            if file.records or file.aside or self._obstacle:
                self._change(clear)
            return kept

    def set_name(self, name: str) -> None:
        """Write the learner's name into the file, cut to 100 characters; an empty one takes it out.

        Raises:
            AnswersError: If the file cannot be written.
        """
        short = " ".join(name.split())[:NAME_LIMIT]
        with self._threads:
            self._change(lambda file: replace(file, name=short))

    def delete(self) -> None:
        """Delete the file of this notebook and every older copy of it.

        Raises:
            AnswersError: If something cannot be deleted, or is not ours.
        """
        with self._threads:
            try:
                with disk.lock(self.path):
                    with suppress(DamagedError):
                        self._read()
                    for path in copies(self.path):
                        path.unlink()
            except (FileFormatError, OSError) as error:
                raise AnswersError(obstacle(self.path, error)) from error
            self._unsaved.clear()
            self._learner = uuid4().hex
            self._damage = self._obstacle = ""

    def _change(self, change: Callable[[AnswersFile], AnswersFile]) -> AnswersFile:
        """Read, change and write the file while nobody else does, and return what it holds then."""
        try:
            with disk.lock(self.path):
                file = change(self._up_to_date(self._load(locked=True)))
                disk.write(self.path, dump(file))
        except (FileFormatError, OSError) as error:
            self._obstacle = obstacle(self.path, error)
            raise AnswersError(self._obstacle) from error
        self._unsaved.clear()
        self._obstacle = ""
        return file

    def _up_to_date(self, file: AnswersFile) -> AnswersFile:
        """The file with what is not saved yet, and by the ids that its banks have now."""
        file = replace(file.having(self._unsaved), drawn_for=file.drawn_for or self._drawn_for)
        for bank in self._banks.values():
            file = migrated(file, bank)
        return file

    def _load(self, *, locked: bool = False) -> AnswersFile:
        try:
            file = self._read()
        except DamagedError:
            file = None
        if file and not file.unread:
            return file
        if locked:
            return self._mend()
        with disk.lock(self.path):
            return self._mend()

    def _read(self) -> AnswersFile:
        content = disk.read(self.path, LIMIT + 1)
        return self._new() if content is None else replace(parse(content), notebook=self.notebook)

    def _mend(self) -> AnswersFile:
        """Put a damaged file aside and return what could be read of it."""
        try:
            file = self._read()
        except DamagedError:
            kept = free_name(self.path, _now(), "damaged-")
            self.path.replace(kept)
            damage = _("{name} was damaged. It is kept as {copy}; new answers go into a new file.")
            self._damage = damage.format(name=self.path.name, copy=kept.name)
            return self._new()
        if file.unread:
            kept = free_name(self.path, _now(), "damaged-")
            content = disk.read(self.path, LIMIT)
            disk.write(kept, content or b"")
            file = file.having({})
            disk.write(self.path, dump(file))
            damage = _(
                "Part of {name} could not be read. The original file is kept as {copy}; all the other "
                "answers are here."
            )
            self._damage = damage.format(name=self.path.name, copy=kept.name)
        return file

    def _new(self) -> AnswersFile:
        """A file with no answers yet, of the same learner as the others of the folder."""
        for other in read_folder(self.path.parent).files:
            return AnswersFile(self.notebook, other.learner, other.name, {}, {})
        return AnswersFile(self.notebook, self._learner, "", {}, {})


def _now() -> datetime:
    return datetime.now().astimezone()
