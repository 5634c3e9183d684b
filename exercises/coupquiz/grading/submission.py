"""What a student handed in: read as data, safely, whatever lies there."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from os import path
from pathlib import Path
from typing import Any

from coupquiz import disk
from coupquiz.answers_file import LIMIT, AnswersError, AnswersFile, DamagedError, parse
from coupquiz.answers_folder import SUFFIX
from coupquiz.grading.cell import CellError, answers_in_cells
from coupquiz.grading.flag import Concern, Flag, named, short
from coupquiz.grading.paper import Paper

NOTEBOOK_LIMIT = 10_000_000
"""The most bytes that a notebook may have."""


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a submission; None for one that is not there or cannot be read."""

    answers: bytes | None
    notebook: bytes | None
    flags: tuple[Flag, ...]

    @property
    def digest(self) -> str:
        """The same as long as the files are the same."""
        parts = (self.answers, self.notebook, repr(self.flags).encode())
        return sha256(b"".join(sha256(part or b"").digest() for part in parts)).hexdigest()


@dataclass(frozen=True, slots=True)
class Submission:
    """What a student answered."""

    answers: Mapping[str, Any]
    """By the ids of their questions, as JSON has them."""
    learner: str
    """The random id in the answers file; empty where there is no file."""
    fingerprint: str
    """The same for two answers files only if one is a copy of the other; empty where nothing is answered."""
    flags: tuple[Flag, ...]
    drawn_for: str = ""
    """By whose name the questions were drawn; empty where the file does not say."""


def students(root: Path) -> list[str]:
    """Return the students who have a folder in the root, in the order of their names.

    Raises:
        OSError: The root cannot be read.
    """
    with os.scandir(root) as entries:
        return sorted(entry.name for entry in entries if entry.name[0] != "." and _is_folder(entry))


def folder_of(root: Path, student: str, paper: Paper) -> Path:
    """Return where a student's files lie: in the student's folder, or in one of the paper's name in that.

    The latter is how nbgrader has them.
    """
    folder = root / student
    within = folder / paper.id
    is_there = path.isdir(within) or path.islink(within)
    return within if is_there and not path.islink(folder) else folder


def read_submission(folder: Path, paper: Paper) -> Submission:
    """Return what a student answered; never raises, and what cannot be read is flagged.

    Where the answers file holds an answer, it counts; else the cell of the notebook does.
    """
    return submission(read_files(folder, paper), paper)


def read_files(folder: Path, paper: Paper) -> Files:
    """Return the files in a student's folder; never raises."""
    flags: list[Flag] = []
    if path.islink(folder):
        return Files(None, None, (Flag(Concern.NOT_PLAIN, f"{short(folder.name)} is a link and no folder."),))
    answers = _file(folder, paper.id, SUFFIX, LIMIT, flags)
    notebook = _file(folder, paper.id, ".ipynb", NOTEBOOK_LIMIT, flags)
    if answers is None and notebook is None and not flags:
        flags.append(Flag(Concern.NOTHING, "There is neither an answers file nor a notebook."))
    return Files(answers, notebook, tuple(flags))


def submission(files: Files, paper: Paper) -> Submission:
    """Return what is answered in the files of a submission; never raises."""
    flags = list(files.flags)
    file = _parsed(files.answers, flags)
    filed = _answered(file, paper, flags) if file else {}
    written = _written(files.notebook, flags)
    if filed and (differing := [id for id, answer in written.items() if filed.get(id) != answer]):
        said = f"The cell of the notebook says otherwise, and the file counts: {named(differing)}."
        flags.append(Flag(Concern.DISAGREES, said))
    elif written and files.answers is not None and not filed:
        said = "The cell of the notebook counts, for the answers file has no answer that can be read."
        flags.append(Flag(Concern.CELL, said))
    if not (filed or written or flags):
        flags.append(Flag(Concern.NOTHING, "No question is answered."))
    return Submission(
        answers=filed or written,
        learner=file.learner if file else "",
        fingerprint=_fingerprint(file, paper) if filed and file else "",
        flags=tuple(flags),
        drawn_for=file.drawn_for if file else "",
    )


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder, or a link, of which a teacher should hear."""
    return entry.is_symlink() or entry.is_dir()


def _file(folder: Path, name: str, suffix: str, limit: int, flags: list[Flag]) -> bytes | None:
    """Return the file of this name or, where there is none, the only one with its suffix."""
    try:
        content = disk.read(folder / f"{name}{suffix}", limit + 1)
        if content is None:
            others = sorted(file for file in os.listdir(folder) if file.endswith(suffix) and file[0] != ".")
            if not others:
                return None
            found = f"There is no {name}{suffix}, but {named(others)}"
            if len(others) > 1:
                flags.append(Flag(Concern.OTHER_NAME, f"{found}; none of them counts."))
                return None
            flags.append(Flag(Concern.OTHER_NAME, f"{found}, which counts."))
            content = disk.read(folder / others[0], limit + 1) or b""
    except disk.NotPlainError as error:
        flags.append(Flag(Concern.NOT_PLAIN, f"{short(str(error))}, so nothing of it counts."))
    except OSError as error:
        flags.append(Flag(Concern.DAMAGED, f"{name}{suffix} cannot be read: {error.strerror}."))
    else:
        if len(content) <= limit:
            return content
        said = f"{name}{suffix} is larger than {limit // 1_000_000} megabytes, so nothing of it counts."
        flags.append(Flag(Concern.OVERSIZED, said))
    return None


def _parsed(content: bytes | None, flags: list[Flag]) -> AnswersFile | None:
    if content is None:
        return None
    try:
        file = parse(content)
    except AnswersError as error:
        concern = Concern.DAMAGED if isinstance(error, DamagedError) else Concern.FOREIGN
        flags.append(Flag(concern, f"The answers file cannot be used. {short(str(error), 200)}"))
        return None
    if file.unread:
        flags.append(Flag(Concern.PARTLY_READ, f"Not read in the answers file: {named(file.unread)}."))
    return file


def _answered(file: AnswersFile, paper: Paper, flags: list[Flag]) -> dict[str, Any]:
    """Return the answers to the paper's bank, those included that the notebook has set aside."""
    records = {**file.aside, **file.records}
    if others := sorted({key.bank for key in records} - {paper.bank.id}):
        said = f"Does not count, for the answers are to another bank: {named(others)}."
        flags.append(Flag(Concern.UNKNOWN, said))
    attempts = {key.question: record.attempt for key, record in records.items() if key.bank == paper.bank.id}
    return {id: attempt.answer for id, attempt in attempts.items() if attempt.answer}


def _written(content: bytes | None, flags: list[Flag]) -> dict[str, Any]:
    """Return the answers in the cells of a notebook."""
    if content is None:
        return {}
    try:
        answers = answers_in_cells(json.loads(content.decode("utf-8-sig")))
    except CellError as error:
        flags.append(Flag(Concern.CELL, f"The answers in the notebook's cell do not count: {error}."))
        return {}
    except (ValueError, RecursionError) as error:
        said = "it is nested too deeply" if isinstance(error, RecursionError) else "it is no JSON"
        flags.append(Flag(Concern.DAMAGED, f"The notebook cannot be read: {said}."))
        return {}
    return {id: answer for id, answer in answers.items() if answer}


def _fingerprint(file: AnswersFile, paper: Paper) -> str:
    """Return what tells the file from every other: which answer was given at which microsecond."""
    moments = sorted(
        (key.question, record.at.isoformat(), repr(record.attempt.answer))
        for key, record in file.records.items()
        if key.bank == paper.bank.id and record.attempt.answer
    )
    return sha256(repr(moments).encode("utf-8", "backslashreplace")).hexdigest() if moments else ""
