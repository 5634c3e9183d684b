"""Examines what was downloaded from a platform for nbgrader to collect: what of it never arrived."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from os import walk
from pathlib import Path

from coupdata.i18n import _
from coupdata.problems.problem import Problem
from coupquiz.answers.file_format import LIMIT
from coupquiz.course.course_folder import Course
from coupquiz.files import disk
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.students.file_content import is_sheet
from coupquiz.grading.students.file_kinds import is_answers, is_litter, is_zip
from coupquiz.grading.wording import named
from coupquiz.grading.zip_archive import unpacked


def not_collected(course: Course, key: AnswerKey) -> list[str]:
    """Return the names of answers files that were downloaded, and are with no student."""
    place = course.downloaded / key.id
    if not place.is_dir():
        return []
    there = {digest for _name, digest in _answers(course.submitted, [])}
    archives: list[Path] = []
    found = [*_answers(place, archives)]
    if not (place / "extracted").is_dir():  # `nbgrader zip_collect` has not run yet, or it has failed
        for archive in archives:
            files = unpacked(archive, _limit, lambda path: key.id in path)
            found += ((inside.name, _digest(content)) for inside, content in files)
    missing = {digest: name for name, digest in found if digest not in there}
    return sorted(missing.values())


def downloaded_problems(course: Course, key: AnswerKey) -> Iterator[Problem]:
    """Yield that answers files were downloaded, and not collected."""
    if names := not_collected(course, key):
        what = _("answers files in it were not collected, so they count for nobody: {names}")
        mend = _("type in {folder}: nbgrader zip_collect {name} --force")
        mend = mend.format(folder=course.root, name=key.id)
        where = f"{course.downloaded.name}/{key.id}"
        yield Problem(where, what.format(names=named(names)), mend)


def _answers(root: Path, archives: list[Path]) -> Iterator[tuple[str, str]]:
    """Yield the answers files in a folder, with what tells their contents apart; archives are added."""
    for place, folders, names in walk(root):
        folders[:] = [folder for folder in folders if not is_litter(folder)]
        for name in sorted(name for name in names if not is_litter(name)):
            file = Path(place, name)
            if is_zip(name):
                archives.append(file)
            elif is_sheet(file) and not file.is_symlink():
                yield name, _digest(disk.read(file, LIMIT) or b"")


def _limit(name: str) -> int:
    return LIMIT if is_answers(name) else 0


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
