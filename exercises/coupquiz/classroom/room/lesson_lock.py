"""Keeps a lesson to one room at a time: two would each go on counting from what they have in memory."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from coupdata.i18n import _
from coupdata.problems.errors import PlainError


class LessonOpenError(PlainError):
    """A lesson that another room has open; the text says what to do."""


def locked(lesson: Path) -> FileLock:
    """Return the lock of a lesson's folder, which this process has until it releases it or ends.

    Raises:
        LessonOpenError: Another room has it.
    """
    lock = FileLock(lesson / "room.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        said = _("{lesson} is open in another room on this computer. Close that first, or add --new.")
        raise LessonOpenError(said.format(lesson=lesson.name)) from error
    return lock
