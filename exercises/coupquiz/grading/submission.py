"""What a student handed in: read as data, safely, whatever lies there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from coupdata.i18n import _
from coupdata.problems.problem import Problem
from coupquiz.answers.file_format import AnswersFile, Record, RecordKey, parse
from coupquiz.answers.file_names import SUFFIX
from coupquiz.files.json_file import DamagedError, FileFormatError
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.answers_cell import CellError, answers_in_cells
from coupquiz.grading.concern import Concern, flag
from coupquiz.grading.grade import Result, grade
from coupquiz.grading.submitted_files import (
    CandidateFile,
    SubmittedFiles,
    called,
    read_files,
    versions,
    where,
)
from coupquiz.grading.wording import named, short

_COUNTS = (Concern.OTHER_PLACE, Concern.OTHER_NAME, Concern.VERSIONS)  # so nothing explains that it is empty
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Submission:
    """What a student answered."""

    answers: Mapping[str, Any]
    """By the ids of their questions, as JSON has them."""
    learner: str
    """The random id in the answers file; empty where there is no file."""
    fingerprint: str
    """The same for two answers files only if one is a copy of the other; empty where nothing is answered."""
    flags: tuple[Problem, ...]
    drawn_for: str = ""
    """By whose name the questions were drawn; empty where the file does not say."""

    @property
    def origins(self) -> tuple[str, ...]:
        """What tells the answers file from others; two with one of these in common have the same origin."""
        return tuple({self.learner, self.fingerprint} - {""})


def read_submission(folder: Path, key: AnswerKey, loose: Iterable[Path] = ()) -> Submission:
    """Return what a student answered; never raises, and what cannot be read is flagged.

    Where the answers file holds an answer, it counts; else the cell of the notebook does. Arguments are those
    of `read_files`.
    """
    return submission(read_files(folder, key, loose), key)


def graded(folder: Path, key: AnswerKey, loose: Iterable[Path] = ()) -> tuple[Submission, Result]:
    """Return what a student answered, with the marks; never raises. Arguments are those of `read_files`."""
    try:
        handed = read_submission(folder, key, loose)
        return handed, grade(key, handed.answers, folder.name, handed.drawn_for)
    except Exception as error:  # of one submission, whatever it is, the others must not suffer
        return ungradable(error), grade(key, {}, folder.name)


def ungradable(error: Exception) -> Submission:
    """Return what stands for a submission that cannot be graded."""
    what = _("it cannot be graded ({error})").format(error=type(error).__name__)
    return Submission({}, "", "", (flag(Concern.DAMAGED, what, _("mark it by hand")),))


def submission(files: SubmittedFiles, key: AnswerKey) -> Submission:
    """Return what is answered in the files of a submission; never raises.

    Of several answers files the one counts that was answered last.
    """
    flags = list(files.flags)
    candidate = _counting(files, key, flags)
    file, filed = (candidate.file, candidate.answers) if candidate else (None, {})
    written = _written(files.notebook, flags)
    if filed and (differing := [id for id, answer in written.items() if filed.get(id) != answer]):
        what = _("the notebook's cell says something else; the file counts: {ids}")
        flags.append(flag(Concern.DISAGREES, what.format(ids=named(differing))))
    elif written and files.answers and not filed:
        what = _("the notebook's cell counts, because no answer in the file can be read")
        flags.append(flag(Concern.CELL, what))
    if not (filed or written):
        flags += _nothing(files, candidate, flags)
    return Submission(
        answers=filed or written,
        learner=file.learner if file else "",
        fingerprint=_fingerprint(file, key) if filed and file else "",
        flags=tuple(flags),
        drawn_for=file.drawn_for if file else "",
    )


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An answers file, and what it says to the key's questions."""

    found: CandidateFile
    file: AnswersFile
    records: Mapping[RecordKey, Record]
    """Those included that the notebook has set aside."""
    answers: dict[str, Any]
    last: datetime
    """When the last of them was given."""


def _counting(files: SubmittedFiles, key: AnswerKey, flags: list[Problem]) -> _Candidate | None:
    """Return the answers file that counts; None where there is none of this key's."""
    right = f"{key.id}{SUFFIX}"
    candidates = [candidate for found in files.answers if (candidate := _candidate(found, key, flags))]
    ours = [
        candidate
        for candidate in candidates
        if candidate.found.name == right or candidate.file.notebook in ("", key.id)
    ]
    if not ours:
        return None
    latest = max(ours, key=lambda candidate: (bool(candidate.answers), candidate.last))
    counts = next(candidate for candidate in ours if candidate.answers == latest.answers)
    flags += where(counts.found, key)
    flags += called(counts.found, right)
    others = (
        candidate.found for candidate in ours if candidate.answers and candidate.answers != counts.answers
    )
    what = _("“{name}” counts instead of {others}, because it was answered last")
    flags += versions(counts.found, others, what)
    if unread := counts.file.unread:
        what = _("part of the answers file cannot be read: {ids}").format(ids=named(unread))
        flags.append(flag(Concern.PARTLY_READ, what))
    if strange := sorted({asked.bank for asked in counts.records} - {key.bank.id}):
        what = _("this does not count, because the answers belong to another bank: {names}").format(
            names=named(strange)
        )
        flags.append(flag(Concern.UNKNOWN, what))
    return counts


def _candidate(found: CandidateFile, key: AnswerKey, flags: list[Problem]) -> _Candidate | None:
    try:
        file = parse(found.content)
    except FileFormatError as error:
        concern = Concern.DAMAGED if isinstance(error, DamagedError) else Concern.FOREIGN
        name = found.name if found.place == key.id else str(found)
        what = _("“{name}” cannot be used: {reason}")
        flags.append(flag(concern, what.format(name=short(name), reason=short(str(error), 200))))
        return None
    records = {**file.aside, **file.records}
    given = {
        asked.question: record
        for asked, record in records.items()
        if asked.bank == key.bank.id and record.attempt.answer
    }
    answers = {id: record.attempt.answer for id, record in given.items()}
    return _Candidate(
        found, file, records, answers, max((record.at for record in given.values()), default=_NEVER)
    )


def _nothing(files: SubmittedFiles, candidate: _Candidate | None, flags: list[Problem]) -> Iterable[Problem]:
    """Return why nothing is answered, where nothing that was said before tells it."""
    unread = [seen for seen in files.unread if seen.code != Concern.NOTHING]
    if unread or any(seen.code not in _COUNTS for seen in flags):
        return unread
    there = candidate or files.notebook is not None
    return [flag(Concern.NOTHING, _("no question has been answered"))] if there else files.unread


def _written(content: bytes | None, flags: list[Problem]) -> dict[str, Any]:
    """Return the answers in the cells of a notebook."""
    if content is None:
        return {}
    try:
        answers = answers_in_cells(json.loads(content.decode("utf-8-sig")))
    except CellError as error:
        what = _("the answers in the notebook's cell do not count: {reason}").format(reason=error)
        flags.append(flag(Concern.CELL, what))
        return {}
    except (ValueError, RecursionError) as error:
        reason = (
            _("it is nested too deeply") if isinstance(error, RecursionError) else _("it is not valid JSON")
        )
        what = _("the notebook cannot be read: {reason}").format(reason=reason)
        flags.append(flag(Concern.DAMAGED, what))
        return {}
    return {id: answer for id, answer in answers.items() if answer}


def _fingerprint(file: AnswersFile, key: AnswerKey) -> str:
    """Return what tells the file from every other: which answer was given at which microsecond."""
    moments = sorted(
        (asked.question, record.at.isoformat(), repr(record.attempt.answer))
        for asked, record in file.records.items()
        if asked.bank == key.bank.id and record.attempt.answer
    )
    return sha256(repr(moments).encode("utf-8", "backslashreplace")).hexdigest() if moments else ""
