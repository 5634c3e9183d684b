"""What a student handed in: read as data, safely, whatever lies there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from coupdata.i18n import _
from coupdata.problems.problem import Problem
from coupquiz.answers.file_format import AnswersFile, Record, RecordKey, dump, parse
from coupquiz.answers.file_names import SUFFIX
from coupquiz.answers.transfer import is_progress
from coupquiz.answers.try_log import Log
from coupquiz.files.json_file import DamagedError, FileFormatError
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.answers_cell import CellError, answers_in_cells, not_recognised, was_run
from coupquiz.grading.concern import Concern, flag
from coupquiz.grading.grade import Result, grade
from coupquiz.grading.handed_in import answers_for
from coupquiz.grading.students.class_list import StudentWork
from coupquiz.grading.submitted_files import (
    CandidateFile,
    SubmittedFiles,
    called,
    read_files,
    versions,
    where,
)
from coupquiz.grading.wording import named
from coupquiz.parsing.untrusted import short

_COUNTS = (
    Concern.OTHER_PLACE,
    Concern.OTHER_NAME,
    Concern.VERSIONS,
    Concern.MERGED,
)  # so nothing explains that it is empty
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
    is_missing: bool = False
    """Whether nothing was handed in that could be work."""
    logs: Mapping[str, Log] = field(default_factory=dict)
    """What was tried, by the ids of the questions; no mark depends on it."""

    @property
    def origins(self) -> tuple[str, ...]:
        """What tells the answers file from others; two with one of these in common have the same origin."""
        return tuple({self.learner, self.fingerprint} - {""})


def read_submission(folder: Path, key: AnswerKey, beside: Iterable[Path] = ()) -> Submission:
    """Return what a student answered; never raises, and what cannot be read is flagged.

    Where the answers file holds an answer, it counts; else the cell of the notebook does. Arguments are those
    of `read_files`.
    """
    return submission(read_files(folder, key, beside), key)


def graded(work: StudentWork, key: AnswerKey) -> tuple[Submission, Result]:
    """Return what a student answered, with the marks; never raises."""
    try:
        handed = read_submission(work.folder, key, work.beside)
        return handed, grade(key, handed.answers, work.student, handed.drawn_for, handed.logs)
    except Exception as error:  # of one submission, whatever it is, the others must not suffer
        return ungradable(error), grade(key, {}, work.student)


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
    written = _written(files.notebook, key, flags)
    if filed and (differing := [id for id, answer in written.items() if filed.get(id) != answer]):
        what = _("the notebook's cell says something else; the file counts: {ids}")
        flags.append(flag(Concern.DISAGREES, what.format(ids=named(differing))))
    elif written and files.answers and not filed:
        what = _("the notebook's cell counts, because no answer in the file can be read")
        flags.append(flag(Concern.CELL, what))
    if not (filed or written):
        flags += _nothing(files, candidate, flags, key)
    return Submission(
        answers=filed or written,
        learner=file.learner if file else "",
        fingerprint=_fingerprint(file, key) if filed and file else "",
        flags=tuple(flags),
        drawn_for=file.drawn_for if file else "",
        is_missing=bool(flags)
        and tuple(flags) == files.unread
        and all(seen.code == Concern.NOTHING for seen in flags),
        logs=candidate.logs if candidate else {},
    )


def counting_file(files: SubmittedFiles, key: AnswerKey) -> bytes | None:
    """Return the answers file that counts, with what copies of it hold; None where there is none."""
    candidate = _counting(files, key, [])
    if candidate is None:
        return None
    content = candidate.found.content
    is_whole = not is_progress(content) and parse(content) == candidate.file
    return content if is_whole else dump(candidate.file)


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
    key: AnswerKey

    @property
    def logs(self) -> dict[str, Log]:
        """What was tried, by question."""
        own = {asked: record for asked, record in self.records.items() if asked.bank == self.key.bank.id}
        return {asked.question: record.log for asked, record in own.items()}


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
    if latest.answers:
        latest, merged = _with_copies(latest, ours)
        flags += merged
    counts = next((candidate for candidate in ours if candidate.answers == latest.answers), latest)
    flags += where(counts.found, key)
    if not (key.of_lesson or is_progress(counts.found.content)):
        flags += called(counts.found, right)
    others = (
        candidate.found
        for candidate in ours
        if candidate.answers
        and candidate.answers != counts.answers
        and candidate.file.learner != counts.file.learner
    )
    what = _("“{name}” counts instead of {others}, because it was answered last")
    flags += versions(counts.found, others, what)
    answered = {f"{asked.bank}/{asked.question}" for asked in counts.records}
    if unread := [name for name in counts.file.unread if name not in answered]:
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
        file = answers_for(found.content, key)
    except FileFormatError as error:
        concern = Concern.DAMAGED if isinstance(error, DamagedError) else Concern.FOREIGN
        name = found.name if found.place == key.id else str(found)
        what = _("“{name}” cannot be used: {reason}")
        flags.append(flag(concern, what.format(name=short(name), reason=short(str(error), 200))))
        return None
    return _of_file(found, file, key)


def _of_file(found: CandidateFile, file: AnswersFile, key: AnswerKey) -> _Candidate:
    records = {**file.aside, **file.records}
    given = {
        asked.question: record
        for asked, record in records.items()
        if asked.bank == key.bank.id and record.attempt.answer
    }
    answers = {id: record.attempt.answer for id, record in given.items()}
    last = max((record.at for record in given.values()), default=_NEVER)
    return _Candidate(found, file, records, answers, last, key)


def _with_copies(latest: _Candidate, ours: Iterable[_Candidate]) -> tuple[_Candidate, list[Problem]]:
    """Return an answers file with what copies of it hold that a sync service has made, question by question.

    They are files of the same learner. Nothing is said of one that only is older.
    """
    same = [one for one in ours if one.file.learner == latest.file.learner and one is not latest]
    file = latest.file
    for one in same:
        file = replace(file.having(one.file.records, one.file.aside), unread=file.unread)
    whole = _of_file(latest.found, file, latest.key)
    if whole.answers == latest.answers or latest.key.of_lesson:
        return whole if latest.key.of_lesson else latest, []
    names = ", ".join(short(str(one.found), 80) for one in (latest, *same))
    what = _("these are copies of one file with different answers, so they count together: {names}")
    mend = _("nothing to do: of two answers to a question, the later one counts")
    return whole, [flag(Concern.MERGED, what.format(names=names), mend)]


def _nothing(
    files: SubmittedFiles, candidate: _Candidate | None, flags: list[Problem], key: AnswerKey
) -> Iterable[Problem]:
    """Return why nothing is answered, where nothing that was said before tells it."""
    notebook = _values(files.notebook)
    if line := not_recognised(notebook):
        what = _("these answers in the notebook are not written out, so they do not count: {line}")
        mend = _("ask the student for the file {file}, or to write the answers there in braces")
        file = f"{key.id}{SUFFIX}"
        return [flag(Concern.CELL, what.format(line=short(line, 80)), mend.format(file=file))]
    unread = [seen for seen in files.unread if seen.code != Concern.NOTHING]
    if unread or any(seen.code not in _COUNTS for seen in flags):
        return unread
    if was_run(notebook) and not files.answers:
        what = _("the notebook was opened and run, but the file with the answers was not handed in")
        mend = _("ask for {file}, which is beside the notebook on the student's computer")
        return [flag(Concern.LEFT_BEHIND, what, mend.format(file=f"{key.id}{SUFFIX}"))]
    there = candidate or files.notebook is not None
    return [flag(Concern.NOTHING, _("no question has been answered"))] if there else files.unread


def _values(notebook: bytes | None) -> Any:
    """Return what is in a notebook; None where it cannot be read."""
    try:
        return json.loads(notebook or b"")
    except (ValueError, RecursionError):
        return None


def _written(content: bytes | None, key: AnswerKey, flags: list[Problem]) -> dict[str, Any]:
    """Return the answers in the cells of a notebook."""
    if content is None:
        return {}
    try:
        answers = answers_in_cells(json.loads(content), key.ids)
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
