"""The teacher's folder with what was answered: one folder a lesson."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from coupdata.i18n import _
from coupdata.problems.errors import PlainError
from coupquiz.classroom.room.lesson_lock import locked
from coupquiz.classroom.room.state import Way
from coupquiz.classroom.room.store import FILE, RoomStore, StoreError

FOLDER = "coup1920-class"
"""The name of the folder, in a teacher's home."""

_UNFINISHED = timedelta(hours=12)  # what was left for longer is not gone on with


class LessonError(PlainError):
    """A lesson that there is not; the text says which there are."""


def lessons_in(folder: Path) -> list[Path]:
    """Return the folders of all lessons, the latest last; first those whose files cannot be read."""
    return sorted(_folders(folder), key=_touched)


def lesson_folder(folder: Path, name: str = "") -> Path:
    """Return the folder of a lesson, by its name or as the latest.

    Raises:
        LessonError: There is none.
    """
    found = lessons_in(folder)
    if not found:
        raise LessonError(_("There is no lesson in {folder} yet.").format(folder=folder))
    if not name:
        return found[-1]
    for each in found:
        if each.name == name:
            return each
    known = ", ".join(each.name for each in found)
    said = _("There is no lesson {name} in {folder}. There are: {known}.")
    raise LessonError(said.format(name=name, folder=folder, known=known))


def folder_to_use(folder: Path, plan: str, *, new: bool, said: Callable[[str], object] = str) -> Path:
    """Return where to keep a lesson: with one of this plan that was not ended, or a folder of its own.

    Args:
        folder: The teacher's.
        plan: The id of what is asked.
        new: Whether to begin another in any case.
        said: Is told, in a sentence, of each lesson that might be gone on with and cannot be read.
    """
    since = datetime.now(UTC) - _UNFINISHED
    recent = [] if new else [each for each in _folders(folder) if _newest_file(each) > since]
    for each in sorted(recent, key=_touched, reverse=True):
        try:
            if _is_unfinished(each, plan, since):
                return each
        except StoreError as error:
            said(_("The lesson {lesson} is not gone on with. {why}").format(lesson=each.name, why=error))
    day = datetime.now().date().isoformat()
    free = (name for name in _names(f"{day}-{plan}") if not (folder / name).exists())
    return folder / next(free)


def forget_lesson(lesson: Path) -> None:
    """Delete all that was kept of a lesson.

    Raises:
        LessonOpenError: A room has it open.
    """
    locked(lesson).release()
    shutil.rmtree(lesson)


def _names(first: str) -> Iterator[str]:
    yield first
    for n in count(2):
        yield f"{first}-{n}"


def _folders(folder: Path) -> list[Path]:
    return [file.parent for file in folder.glob(f"*/{FILE}")]


def _is_unfinished(lesson: Path, plan: str, since: datetime) -> bool:
    with closing(RoomStore(lesson)) as store:
        about, touched = store.about(), store.touched() or _newest_file(lesson)
    return touched > since and about.get("plan") == plan and about.get("state", {}).get("way") != Way.OVER


def _touched(lesson: Path) -> datetime:
    """Return when something was last written in a lesson; long ago where that cannot be read."""
    try:
        with closing(RoomStore(lesson)) as store:
            return store.touched() or _newest_file(lesson)
    except StoreError:
        return datetime.min.replace(tzinfo=UTC)


def _newest_file(lesson: Path) -> datetime:
    """Return when a lesson's files were last written, at the earliest when something was written in it."""
    newest = max(file.stat().st_mtime for file in lesson.glob(f"{FILE}*"))
    return datetime.fromtimestamp(newest, UTC)
