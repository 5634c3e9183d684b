"""The answers file: what stands in it, and how two of them become one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from coupdata.i18n import _
from coupquiz.answers.json_values import is_count, is_plain, is_score, time_in
from coupquiz.answers.try_log import Log, joined, log_from_json, log_of, log_to_json
from coupquiz.banks.bank import Bank
from coupquiz.core.behaviour import EXPLANATION_LIMIT, Attempt
from coupquiz.core.tries import Try
from coupquiz.files.json_file import (
    ENCODER,
    DamagedError,
    FileFormatError,
    check_format,
    dump_json,
    encoding_of,
    load_json,
)

FORMAT = "coup1920 answers"
VERSION = 2
"""Records of version 1 have no log of tries."""

LIMIT = 5_000_000
"""The most bytes that a file may have."""

ANSWER_LIMIT = 100_000
"""The most characters that an answer may have, written as JSON."""

PEEK = 4000
"""The bytes at the start of an answers file that say whose it is."""

_TICK = timedelta(microseconds=1)
_FIELDS = tuple(field.name for field in fields(Attempt))
_ID = re.compile(r"[0-9a-f]{32}")
_NOTEBOOK = re.compile(r'"notebook"\s*:\s*"([^"]*)"')
_LONG_AGO = datetime(1900, 1, 1, tzinfo=UTC)  # in place of a time that cannot be read: others are later


def notebook_told(content: bytes) -> str:
    """Return the notebook of which an answers file, read or not, says that it is; empty where it does not."""
    told = _NOTEBOOK.search(content[:PEEK].decode(encoding_of(content[:4]), "replace"))
    return told[1] if told else ""


class AnswersError(FileFormatError):
    """Answers that cannot be read or written; its text is a sentence or two for the learner."""


class RecordKey(NamedTuple):
    """What a record belongs to."""

    bank: str
    question: str


@dataclass(frozen=True, slots=True)
class Record:
    """An attempt at a question as it is kept."""

    attempt: Attempt
    at: datetime
    """When it last changed, with the offset from UTC."""
    log: Log = ()
    """What was tried and when, the newest last; see `try_log`. Empty where an earlier version wrote it."""


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """What an answers file holds."""

    notebook: str
    learner: str
    """A random id: 32 hexadecimal digits."""
    name: str
    """The learner's name if it was given, else empty."""
    records: Mapping[RecordKey, Record]
    aside: Mapping[RecordKey, Record]
    """Records of questions that the bank no longer has."""
    unread: tuple[str, ...] = ()
    """What could not be read: questions, or fields that should not be there."""
    drawn_for: str = ""
    """By whose name the questions were drawn; empty where everybody is asked the same."""

    def having(
        self, records: Mapping[RecordKey, Record], aside: Mapping[RecordKey, Record] | None = None
    ) -> AnswersFile:
        """Return the file with these records merged into it."""
        return replace(
            self, records=merged(self.records, records), aside=merged(self.aside, aside or {}), unread=()
        )


@lru_cache(maxsize=8)  # the views of a notebook read the same few files again and again
def parse(content: bytes) -> AnswersFile:
    """Return what a file holds; records that cannot be read are left out and named in ``unread``.

    Raises:
        DamagedError: It cannot be as it was written: no JSON, too large, nested too deeply, fields missing.
        FileFormatError: It is of another format or of a newer version.
    """
    return from_json(load_json(content, LIMIT))


def dump(file: AnswersFile) -> bytes:
    """Return the bytes of a file: UTF-8, and readable for people.

    Raises:
        AnswersError: It would be too large.
    """
    content = dump_json(to_json(file), 3)
    if len(content) > LIMIT:
        raise AnswersError(_("It would be larger than {n} megabytes.").format(n=LIMIT // 1_000_000))
    return content


def merged(some: Mapping[RecordKey, Record], others: Mapping[RecordKey, Record]) -> dict[RecordKey, Record]:
    """Return the records of both."""
    both = dict(some)
    for key, record in others.items():
        both[key] = merge(both[key], record) if key in both else record
    return both


def merge(one: Record, other: Record) -> Record:
    """Return the record in which neither is lost: the later answer, and the most that was reached in either.

    The order of merging does not matter, and merging again changes nothing.
    """
    later = max(one, other, key=_rank)
    a, b = one.attempt, other.attempt
    attempt = replace(
        later.attempt,
        tries=max(a.tries, b.tries),
        hints=max(a.hints, b.hints),
        solved=a.solved or b.solved,
        best=max(a.best, b.best),
        shown=a.shown or b.shown,
    )
    return Record(attempt, later.at, joined(one.log, other.log))


def updated(record: Record | None, attempt: Attempt, at: datetime, tried: Try | None = None) -> Record:
    """Return the record after this attempt, later than it was before, even where a clock went back.

    ``tried``: what was checked, if anything was; the log has it with the time of the record.
    """
    if record:
        at = max(at, record.at + _TICK)
    now = Record(attempt, at, log_of(replace(tried, at=at)) if tried else ())
    return merge(record, now) if record else now


def migrated(file: AnswersFile, bank: Bank) -> AnswersFile:
    """Return the file with records by the ids that a bank has now, those of unknown questions set aside."""
    known = {question.id for question in bank.questions}
    now = {old: question.id for question in bank.questions for old in question.renamed}

    def current(key: RecordKey) -> RecordKey:
        renamed = key.bank == bank.id and key.question not in known
        return RecordKey(bank.id, now.get(key.question, key.question)) if renamed else key

    records: dict[RecordKey, Record] = {}
    aside: dict[RecordKey, Record] = {}
    for was_aside, kept in ((False, file.records), (True, file.aside)):
        for old, record in kept.items():
            key = current(old)
            is_aside = key.question not in known if key.bank == bank.id else was_aside
            place = aside if is_aside else records
            place[key] = merge(place[key], record) if key in place else record
    return replace(file, records=records, aside=aside)


def can_be_kept(attempt: Attempt) -> bool:
    """Return whether a file with this attempt can be read again, and its answer is not too long."""
    sound = all(_is_sound(field, getattr(attempt, field)) for field in _FIELDS)
    return sound and len(ENCODER.encode(attempt.answer)) <= ANSWER_LIMIT


def to_json(file: AnswersFile) -> dict[str, Any]:
    """Return a file as JSON values."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "learner": file.learner,
        "name": file.name,
        "notebook": file.notebook,
        **({"drawn_for": file.drawn_for} if file.drawn_for else {}),
        "banks": _nested(file.records),
        "aside": _nested(file.aside),
    }


def from_json(values: Any) -> AnswersFile:
    """Return the file in JSON values; raises as ``parse`` does."""
    check_format(values, FORMAT, VERSION)
    rest = dict(values)
    learner, name, notebook, drawn_for = (
        rest.pop(field, "") for field in ("learner", "name", "notebook", "drawn_for")
    )
    if not (isinstance(learner, str) and _ID.fullmatch(learner)):
        raise DamagedError(_("the learner's id is missing"))
    if not all(isinstance(text, str) for text in (name, notebook, drawn_for)):
        raise DamagedError(_("a name is not text"))
    records, unread = _flat(rest.pop("banks", None))
    aside, unread_aside = _flat(rest.pop("aside", {}))
    unknown = sorted(rest.keys() - {"format", "version"})
    return AnswersFile(notebook, learner, name, records, aside, (*unread, *unread_aside, *unknown), drawn_for)


def _rank(record: Record) -> tuple[datetime, str, str]:
    """Later ranks higher; the rest only makes the order of merging indifferent."""
    attempt = record.attempt
    told = [attempt.answer, attempt.checked, attempt.ticked, attempt.explanation]
    rest = json.dumps(told, sort_keys=True)
    return record.at, rest, record.at.isoformat()


def _nested(records: Mapping[RecordKey, Record]) -> dict[str, dict[str, Any]]:
    nested: dict[str, dict[str, Any]] = {}
    for key, record in records.items():
        values = {field: getattr(record.attempt, field) for field in _FIELDS}
        if not record.attempt.explanation:
            del values["explanation"]  # hardly any question asks for one
        log = {"log": log_to_json(record.log)} if record.log else {}
        nested.setdefault(key.bank, {})[key.question] = values | {"at": record.at.isoformat()} | log
    return nested


def _flat(banks: Any) -> tuple[dict[RecordKey, Record], list[str]]:
    """The records that can be read, and the names of the others."""
    if not isinstance(banks, dict) or not all(isinstance(questions, dict) for questions in banks.values()):
        raise DamagedError(_("the answers are missing"))
    records: dict[RecordKey, Record] = {}
    unread: list[str] = []
    for bank, questions in banks.items():
        for question, values in questions.items():
            record, is_whole = _record(values)
            if record:
                records[RecordKey(bank, question)] = record
            if not is_whole:
                unread.append(f"{bank}/{question}")
    return records, unread


def _record(values: Any) -> tuple[Record | None, bool]:
    """Return a record, None where it has no answer that can be read, and whether all of it can be.

    Of what stands beside an answer, whatever cannot be read is as it was before the first attempt.
    """
    if not isinstance(values, dict) or not is_plain(values.get("answer", 0)):
        return None, False
    rest = {**values, "ticked": tuple(values["ticked"]) if type(values.get("ticked")) is list else ()}
    log, is_log_whole = log_from_json(rest.pop("log", []))
    at = time_in(rest.pop("at", None))
    sound = {field: rest[field] for field in _FIELDS if field in rest and _is_sound(field, rest[field])}
    is_whole = rest.keys() == sound.keys() and type(values.get("ticked", [])) is list
    is_whole = is_whole and is_log_whole and at is not None
    attempt = Attempt(**sound)
    if not (is_whole or attempt.answer):
        return None, False
    return Record(replace(attempt, best=float(attempt.best)), at or _LONG_AGO, log), is_whole


def _is_sound(field: str, value: object) -> bool:
    """Whether a value can be that of a field of an attempt."""
    match field:
        case "answer":
            return is_plain(value)
        case "ticked":
            return isinstance(value, tuple) and all(type(part) is str for part in value)
        case "tries" | "hints":
            return is_count(value)
        case "best":
            return is_score(value)
        case "explanation":
            return type(value) is str and len(value) <= EXPLANATION_LIMIT
    return type(value) is bool
