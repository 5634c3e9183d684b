"""What a teacher should look at in a submission; no flag changes a mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from coupquiz.parsing.untrusted import one_line

_SHOWN = 5  # names in a sentence
_LONGEST = 40  # characters of a name


class Concern(StrEnum):
    """What a flag is about."""

    NOTHING = "nothing handed in"
    DAMAGED = "damaged"
    OVERSIZED = "too large"
    NOT_PLAIN = "no plain file"
    FOREIGN = "made by something else"
    OTHER_NAME = "other name"
    OTHER_PLACE = "other place"
    VERSIONS = "several versions"
    NOT_READ = "not read"
    PARTLY_READ = "partly read"
    UNKNOWN = "unknown questions"
    NOT_ASKED = "not asked"
    UNREADABLE = "answer not understood"
    DRAWN = "drawn for another name"
    CELL = "answers cell"
    DISAGREES = "file and cell disagree"
    SHARED = "same file as another"
    REWRITTEN = "own words changed"
    BY_KEY = "typed points do not count"


@dataclass(frozen=True, slots=True)
class Flag:
    """Something to look at, and a sentence on it for the teacher."""

    concern: Concern
    said: str


def named(names: Iterable[str], most: int = _SHOWN) -> str:
    """Return some names for a sentence: each on one line and short, and how many more there are."""
    every = list(names)
    shown = ", ".join(short(name) for name in every[:most])
    return shown if len(every) <= most else f"{shown} and {len(every) - most} more"


def short(text: str, most: int = _LONGEST) -> str:
    """Return a text on one line, cut to so many characters, with nothing in it that cannot be seen."""
    return one_line(text, most)
