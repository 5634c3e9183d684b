"""Progress taken from one place to another: the answers to all notebooks of a folder as one file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from unicodedata import category

from coupdata.i18n import _
from coupquiz.answers.answers_folder import read_folder
from coupquiz.answers.file_format import AnswersError, AnswersFile, from_json, to_json
from coupquiz.answers.file_names import SUFFIX
from coupquiz.answers.store import Answers
from coupquiz.files.json_file import (
    DamagedError,
    FileFormatError,
    check_format,
    dump_json,
    encoding_of,
    load_json,
)

FORMAT = "coup1920 progress"
VERSION = 1

LIMIT = 20_000_000
"""The most bytes that an exported file may have."""


LESSON = "coup1920"
"""The lesson in the name of an exported file."""

_NO_FILE = frozenset('/\\:*?"<>|')  # what some system forbids, beside what controls a terminal

_PEEK = 200  # bytes at its beginning, where its format stands


@dataclass(frozen=True, slots=True)
class Transfer:
    """What was taken along."""

    notebooks: tuple[str, ...]
    """The names of the notebooks whose answers were taken along."""
    problems: tuple[str, ...]
    """For the learner, a sentence or two on everything that was not."""


def export_progress(folder: str | Path, unsaved: Iterable[Answers] = ()) -> tuple[bytes, Transfer]:
    """Return a file with the answers to all notebooks of a folder, and what is in it.

    Args:
        folder: Where the notebooks and their answers files lie.
        unsaved: Answers in use, which may hold what could not be saved.

    Raises:
        AnswersError: If there are no answers, or too many for one file.
    """
    read = read_folder(folder)
    files: dict[str, AnswersFile] = {}
    for file in (*read.files, *(answers.contents() for answers in unsaved)):
        if file.records or file.aside:
            same = files.setdefault(file.notebook, file)
            files[file.notebook] = same.having(file.records, file.aside)
    if not files:
        raise AnswersError(" ".join((_("There are no answers to export yet."), *read.problems)))
    notebooks = {notebook: to_json(file) for notebook, file in sorted(files.items())}
    content = dump_json({"format": FORMAT, "version": VERSION, "notebooks": notebooks}, 5)
    if len(content) > LIMIT:
        raise AnswersError(_("There are too many answers for one file."))
    return content, Transfer(tuple(notebooks), read.problems)


def is_progress(content: bytes) -> bool:
    """Whether a file says that it is such an exported one; its beginning is enough."""
    return FORMAT in content[:_PEEK].decode(encoding_of(content[:4]), "replace")


def files_in_progress(content: bytes) -> list[AnswersFile]:
    """Return the answers to each notebook in an exported file.

    Raises:
        FileFormatError: It is no such file, or damaged.
    """
    values = load_json(content, LIMIT)
    check_format(values, FORMAT, VERSION)
    exported = values.get("notebooks")
    if not isinstance(exported, dict) or not exported:
        raise DamagedError(_("there are no notebooks in it"))
    return [replace(from_json(file), notebook=notebook) for notebook, file in exported.items()]


def export_name(name: str, on: date) -> str:
    """Return what an exported file is called: by the learner's name, if there is one, the lesson and the day.

    So a class can put its files into one folder, and `coup1920 grade` knows whose each is.
    """
    plain = " ".join(
        "".join(char for char in name if char not in _NO_FILE and category(char) != "Cc").split()
    ).strip(". ")
    return f"{plain or 'answers'}_{LESSON}_{on.isoformat()}{SUFFIX}"


def import_progress(name: str, content: bytes, folder: str | Path) -> Transfer:
    """Merge an exported file into the answers files of a folder; nothing newer there is overwritten.

    Args:
        name: What the file is called, for whoever chose it.
        content: What is in it.
        folder: Where the notebooks lie.

    Raises:
        AnswersError: If it is not such a file; then nothing has changed.
    """
    try:
        files = files_in_progress(content)
    except FileFormatError as error:
        raise AnswersError(_("{name} cannot be used. {reason}").format(name=name, reason=error)) from None
    notebooks: list[str] = []
    problems: list[str] = []
    for file in files:
        try:
            Answers(folder, file.notebook).merge(file)
            notebooks.append(file.notebook)
        except AnswersError as error:
            problems.append(str(error))
        problems.extend(
            _("{name}: {what} cannot be read.").format(name=name, what=one) for one in file.unread
        )
    return Transfer(tuple(notebooks), tuple(problems))
