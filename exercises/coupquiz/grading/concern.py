"""What a teacher should look at in a submission; none of it changes a mark."""

from __future__ import annotations

from enum import StrEnum

from coupdata.problems.problem import Problem, Severity


class Concern(StrEnum):
    """What it is about; the code of the problem."""

    NOTHING = "nothing handed in"
    DAMAGED = "damaged"
    OVERSIZED = "too large"
    NOT_PLAIN = "not a plain file"
    FOREIGN = "made by something else"
    OTHER_NAME = "different name"
    OTHER_PLACE = "different place"
    VERSIONS = "several versions"
    MERGED = "copies merged"
    NOT_READ = "not readable"
    LEFT_BEHIND = "answers file left behind"
    PARTLY_READ = "partly read"
    UNKNOWN = "unknown questions"
    NOT_ASKED = "not asked"
    UNREADABLE = "answer not understood"
    DRAWN = "drawn for another name"
    CELL = "answers cell"
    DISAGREES = "file and cell disagree"
    SHARED = "same file as another"
    REWRITTEN = "own words have changed"
    NOT_COUNTED = "typed points do not count"


def flag(concern: Concern, what: str, mend: str = "") -> Problem:
    """Return something to look at, in whichever submission it is."""
    return Problem("", what, mend, Severity.WARNING, concern)
