"""The answers file: what stands in it, and how two of them become one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from coupquiz.behaviour import Attempt


class AnswersError(Exception):
    """Answers that cannot be read or written; its text is one sentence or two for the learner."""


class Key(NamedTuple):
    """What a record belongs to."""

    bank: str
    question: str


@dataclass(frozen=True, slots=True)
class Record:
    """An attempt at a question as it is kept."""

    attempt: Attempt
    at: datetime
    """When it last changed, with the offset from UTC."""


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """What an answers file holds."""

    notebook: str
    learner: str
    """A random id."""
    name: str
    """The learner's name if it was given, else empty."""
    records: Mapping[Key, Record]
    aside: Mapping[Key, Record]
    """Records of questions that the bank no longer has."""
    problems: tuple[str, ...] = ()
    """What could not be read, a sentence each."""


def parse(content: bytes) -> AnswersFile:
    """Return what a file holds; records that cannot be read are left out and named in ``problems``.

    Raises:
        AnswersError: Nothing can be read: it is damaged, too large, of another format or of a newer version.
    """
    raise NotImplementedError


def dump(file: AnswersFile) -> bytes:
    """Return the bytes of a file, UTF-8 and readable for people."""
    raise NotImplementedError


def merge(one: Record, other: Record) -> Record:
    """Return the record in which neither is lost: the later answer, and the best of what was reached in both.

    The order of merging does not matter, and merging again changes nothing.
    """
    raise NotImplementedError
