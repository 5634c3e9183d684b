"""A learner's answers to the questions of a notebook, kept in a file beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coupquiz.answers_file import AnswersError, Key, Record
from coupquiz.bank import Bank
from coupquiz.behaviour import Attempt

__all__ = ["Answers", "AnswersError", "Key", "Record", "Saved", "Unsaved"]


@dataclass(frozen=True, slots=True)
class Saved:
    """A change that is on disk."""

    at: datetime
    """When it was written, in local time."""
    path: Path
    attempt: Attempt
    """The attempt as it stands in the file now, with what another tab or kernel did."""


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A change that is only in memory, until a later one can be written; then both are."""

    why: str
    """A sentence or two for the learner: what is in the way, where, and what to do."""
    attempt: Attempt


class Answers:
    """The answers file of a notebook: `<notebook>.answers.json`.

    Every change is written at once, whole or not at all, merged with what other tabs, kernels or notebooks wrote.
    What cannot be written is kept in memory and written as soon as it can be. Safe to use from several threads.
    """

    def __init__(self, folder: str | Path, notebook: str) -> None:
        """Prepare the answers of the notebook of this name; nothing is written before the first answer.

        Raises:
            AnswersError: If the name is not that of a file in the folder: empty, or with a path in it.
        """
        raise NotImplementedError

    @property
    def path(self) -> Path:
        """Where the file is, or will be."""
        raise NotImplementedError

    @property
    def problem(self) -> str:
        """What the learner should know of the file, as of the last reading or writing; empty where all is well."""
        raise NotImplementedError

    @property
    def learner(self) -> str:
        """The random id of the learner, the same for the notebooks of a folder."""
        raise NotImplementedError

    @property
    def name(self) -> str:
        """The name that the learner gave, or an empty text."""
        raise NotImplementedError

    def read(self) -> Mapping[Key, Record]:
        """Return every record by bank and question, those that could not be saved yet included; never raises.

        A damaged file is put aside, and ``problem`` says so.
        """
        raise NotImplementedError

    def record(self, bank: str, question: str, attempt: Attempt) -> Saved | Unsaved:
        """Write an attempt and return where, or why it could not be written; never raises."""
        raise NotImplementedError

    def migrate(self, bank: Bank) -> tuple[str, ...]:
        """Read answers by the ids that this bank has now; return the ids that it does not know.

        Records of renamed questions go to the new id. Those of unknown ones are set aside in the file, and come
        back with a bank that knows them. The file changes with the next answer.
        """
        raise NotImplementedError

    def start_again(self, bank: str | None = None) -> Path | None:
        """Forget the answers, to one bank or to all; return where the old ones are kept, None if there were none.

        Raises:
            AnswersError: If the file cannot be written; then nothing has changed.
        """
        raise NotImplementedError

    def set_name(self, name: str) -> None:
        """Write the learner's name into the file; an empty one takes it out.

        Raises:
            AnswersError: If the file cannot be written.
        """
        raise NotImplementedError

    def delete(self) -> None:
        """Delete the file of this notebook and every older copy of it.

        Raises:
            AnswersError: If something cannot be deleted, or is not ours.
        """
        raise NotImplementedError
