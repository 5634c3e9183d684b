"""The course that nbgrader is working on, and its keys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from coupquiz.course.course_folder import Course, questions_name
from coupquiz.grading.answer_key import AnswerKey, load_key
from coupquiz.grading.student_page import Pages


def course_of(part: Any) -> Course | None:
    """Return the course that a part of nbgrader is at work on; None where it does not know."""
    while part is not None:
        if coursedir := getattr(part, "coursedir", None):
            return Course(Path(coursedir.root))
        part = getattr(part, "parent", None)
    return None


@dataclass(frozen=True, slots=True)
class Marking:
    """What an assignment is marked with."""

    key: AnswerKey
    pages: Pages


def marking_of(course: Course, assignment: str) -> Marking | None:
    """Return what an assignment is marked with; None for one that was not made of a bank.

    Raises:
        AnswerKeyError: It is missing, though there are questions to mark; or something is wrong with it.
    """
    file = course.key(assignment)
    if not file.exists() and not (course.source(assignment) / questions_name(assignment)).exists():
        return None
    stamps = ((path.name, path.stat().st_mtime_ns) for path in sorted(course.keys.glob("*.toml")))
    return _loaded(file, tuple(stamps))


@lru_cache(maxsize=8)
def _loaded(file: Path, _stamps: object) -> Marking:
    """Return what was read before, until something among the keys changes."""
    key = load_key(file)
    return Marking(key, Pages(key))
