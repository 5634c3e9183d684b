"""Puts submissions in order for nbgrader: each where it looks, under the name that it looks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from coupdata.i18n import _
from coupquiz.answers.file_names import SUFFIX
from coupquiz.course.course_folder import Course, notebook_name
from coupquiz.course.submitted import NBGRADER_PATTERNS
from coupquiz.files import disk
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.students.class_list import StudentWork, class_list
from coupquiz.grading.students.file_kinds import is_notebook
from coupquiz.grading.students.roster import Roster
from coupquiz.grading.submission import counting_file
from coupquiz.grading.submitted_files import read_files

_TIMESTAMP = "timestamp.txt"  # nbgrader's: when it was handed in
_LARGEST = 20_000_000  # bytes of a file that is compared


@dataclass(frozen=True, slots=True)
class MendStep:
    """Something to do to a file or folder among what was submitted."""

    place: Path
    content: bytes | None
    """What to write there; None for what is to be moved away."""

    def in_words(self, course: Course) -> str:
        """Return what is done, for a teacher."""
        place = self.place.relative_to(course.root).as_posix()
        if self.content is None:
            return _("move {place} to {folder}").format(place=place, folder=course.set_aside.name)
        return _("write {place}").format(place=place)


def mend_steps(course: Course, keys: Iterable[AnswerKey], roster: Roster | None = None) -> Iterator[MendStep]:
    """Yield what has to be done so that nbgrader marks what `coup1920 grade` marks; nothing is changed.

    Raises:
        OSError: What was submitted cannot be read.
        RosterError: The roster in the course cannot be read.
    """
    for key in keys:
        for work in class_list(course.submitted, key, roster).students.values():
            if not any(folder.is_symlink() for folder in work.folders):
                yield from _steps(course, key, work)


def mend(course: Course, steps: Iterable[MendStep]) -> None:
    """Do it; nothing is lost, for what is replaced or would be in the way is moved out of the folder.

    Raises:
        OSError: Something cannot be written or moved.
    """
    for step in steps:
        if step.content is None and not step.place.exists():  # it went with the folder around it
            continue
        if step.place.exists():
            within = step.place.relative_to(course.submitted)
            names = (within if n == 1 else within.with_name(f"{within.name}-{n}") for n in count(1))
            aside = next(file for name in names if not (file := course.set_aside / name).exists())
            aside.parent.mkdir(parents=True, exist_ok=True)
            step.place.rename(aside)
        if step.content is not None:
            step.place.parent.mkdir(parents=True, exist_ok=True)
            disk.write(step.place, step.content)


def _steps(course: Course, key: AnswerKey, work: StudentWork) -> Iterator[MendStep]:
    files = read_files(work.folder, key, work.beside)
    answers = counting_file(files, key)
    if answers is None and files.notebook is None:
        return
    own = course.submitted / re.sub(f"[{re.escape(''.join(NBGRADER_PATTERNS))}]", "-", work.student).strip()
    target = own / key.id
    name = notebook_name(key.id)
    notebook = files.notebook
    if notebook is None and not (target / name).exists():
        notebook = disk.read(course.release(key.id) / name, _LARGEST)
    wanted = {target / name: notebook, target / f"{key.id}{SUFFIX}": answers}
    others = [folder / key.id for folder in work.folders if folder != own and (folder / key.id).is_dir()]
    if own.name != work.student:  # or the older name would be another student's
        others += [folder for folder in work.folders if folder.name == work.student]
    stamps = (other / _TIMESTAMP for other in others)
    if not (target / _TIMESTAMP).exists() and (stamp := next((s for s in stamps if s.is_file()), None)):
        wanted[target / _TIMESTAMP] = disk.read(stamp, _LARGEST)
    for place, content in wanted.items():
        if content is not None and (not place.is_file() or disk.read(place, _LARGEST) != content):
            yield MendStep(place, content)
    extra = (file for file in sorted(target.glob("*")) if is_notebook(file.name) and file.name != name)
    for place in (*others, *extra):
        yield MendStep(place, None)
