"""All answers files of a folder, read without changing them, and how far the learner has come in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from coupdata.i18n import _
from coupquiz.answers.file_format import LIMIT, AnswersFile, Record, RecordKey, merged, migrated, parse
from coupquiz.answers.file_names import SUFFIX
from coupquiz.banks.bank import Bank
from coupquiz.files import disk
from coupquiz.files.json_file import FileFormatError


@dataclass(frozen=True, slots=True)
class AnswersFolder:
    """What the answers files of a folder hold."""

    files: tuple[AnswersFile, ...]
    """In the order of the notebooks' names."""
    problems: tuple[str, ...]
    """For the learner, a sentence or two on every file that could not be read, or not wholly."""


def read_folder(folder: str | Path) -> AnswersFolder:
    """Return every answers file of a folder; what cannot be read is named and left as it is."""
    files: list[AnswersFile] = []
    problems: list[str] = []
    try:
        paths = sorted(path for path in Path(folder).iterdir() if path.name.endswith(SUFFIX))
    except OSError as error:
        said = _("The folder {folder} cannot be read: {error}.")
        return AnswersFolder((), (said.format(folder=folder, error=error),))
    for path in paths:
        try:
            content = disk.read(path, LIMIT + 1)
            file = parse(content) if content is not None else None
        except (FileFormatError, OSError) as error:
            problems.append(_("{name} cannot be used. {error}").format(name=path.name, error=error))
            continue
        if file:
            files.append(replace(file, notebook=path.name.removesuffix(SUFFIX)))
            if file.unread:
                said = _("Part of {name} cannot be read: {what}.")
                problems.append(said.format(name=path.name, what=", ".join(file.unread[:12])))
    return AnswersFolder(tuple(files), tuple(problems))


@dataclass(frozen=True, slots=True)
class BankProgress:
    """How far a learner has come with a bank, in whichever notebooks it was asked."""

    bank: str
    title: str
    questions: int
    """How many questions the bank has."""
    answered: int
    solved: int
    """How many were answered rightly at some time, or in own words that were compared."""
    scored: int
    """How many of its questions are scored, and so the most points there are."""
    points: float
    """The sum of the best scores, from 0 to ``scored``."""
    notebooks: tuple[str, ...]
    """The notebooks in which it was answered."""
    last: datetime | None
    """When an answer last changed; None where there is none."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a learner has come with every bank."""

    banks: tuple[BankProgress, ...]
    problems: tuple[str, ...]
    """Sentences on answers files that could not be read."""


def read_progress(folder: str | Path, banks: Iterable[Bank]) -> Progress:
    """Return the numbers of these banks, in their order, from all answers files of a folder."""
    read = read_folder(folder)
    return Progress(tuple(_of_bank(bank, read.files) for bank in banks), read.problems)


def _of_bank(bank: Bank, files: Iterable[AnswersFile]) -> BankProgress:
    records: dict[RecordKey, Record] = {}
    notebooks: list[str] = []
    for file in files:
        own = {key: record for key, record in migrated(file, bank).records.items() if key.bank == bank.id}
        records = merged(records, own)
        if any(record.attempt.answer for record in own.values()):
            notebooks.append(file.notebook)
    scored = [question.id for question in bank.questions if question.scored]
    attempts = {key.question: record.attempt for key, record in records.items()}
    return BankProgress(
        bank=bank.id,
        title=bank.title,
        questions=len(bank.questions),
        answered=sum(bool(attempt.answer) for attempt in attempts.values()),
        solved=sum(attempt.solved for attempt in attempts.values()),
        scored=len(scored),
        points=sum(attempts[question].best for question in scored if question in attempts),
        notebooks=tuple(notebooks),
        last=max((record.at for record in records.values()), default=None),
    )
