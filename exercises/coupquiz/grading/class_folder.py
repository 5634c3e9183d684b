"""Where the work of students lies: where it belongs, near that, or loose among the folders."""

from __future__ import annotations

import os
import re
from os import path
from pathlib import Path

from coupdata.i18n import _
from coupdata.problems.problem import Problem
from coupquiz.answers.file_names import SUFFIX, notebook_of
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.concern import Concern, flag
from coupquiz.grading.wording import named, short

_MOST = 1000  # files and folders, after which no deeper folder is looked into

_LEFT = ("__MACOSX", "ipynb_checkpoints", "_ipynb_checkpoints")  # by programs, as copies
_PACKED = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz")
_COPY = re.compile(r"(copy|kopie|copie|copia|cópia)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\s*\(\d+\)")  # of a browser, where there was a file of the name
_AROUND = " _-.,"  # what stands between a student's name and the assignment's
_COURSE = ("keys", "source", "nbgrader_config.py")
_OTHERS = ("keys", "source", "release")  # in a course, and of no student


def students(root: Path, key: AnswerKey) -> dict[str, list[Path]]:
    """Return the students of a class in the order of names, each with files that lie loose in the root.

    A student has a folder there, or an answers file with the student's name in its own:
    ``student-07_may-test.answers.json``, as learning platforms name what is not put into folders.

    Raises:
        OSError: The root cannot be read.
    """
    found: dict[str, list[Path]] = {}
    loose: list[str] = []
    with os.scandir(root) as entries:
        for entry in entries:
            if entry.name[0] != ".":
                if entry.is_symlink() or entry.is_dir():  # of a link, too, a teacher should hear
                    found[entry.name] = []
                else:
                    loose.append(entry.name)
    for name in sorted(loose, key=lambda name: (not is_answers(name), name)):
        student = _student_of(name, key.id) if is_answers(name) or is_notebook(name) else ""
        if student in found or (student and is_answers(name)):
            found.setdefault(student, []).append(root / name)
    return dict(sorted(found.items()))


def unclaimed(root: Path, key: AnswerKey) -> list[str]:
    """Return the names of files loose in the root that are somebody's work, and do not say whose."""
    claimed = {file.name for files in students(root, key).values() for file in files}
    return [name for name in loose_work(root) if name not in claimed]


def loose_work(root: Path) -> list[str]:
    """Return the names of files loose in the root that are somebody's work, in their order."""
    with os.scandir(root) as entries:
        names = [
            entry.name for entry in entries if entry.name[0] != "." and entry.is_file(follow_symlinks=False)
        ]
    return sorted(name for name in names if is_answers(name) or is_notebook(name) or is_packed(name))


def not_a_class(root: Path, key: AnswerKey) -> str:
    """Return why a folder is not one with a folder for each student, and what is; empty where it is one."""
    if not root.is_dir():
        return _("There is no folder {folder}.").format(folder=root)
    if meant := _meant(root, key):
        said = _("{folder} is not the folder of a class. Did you mean {meant}?")
        return said.format(folder=root, meant=meant)
    if students(root, key):
        return ""
    example = root / "student-07" / f"{key.id}{SUFFIX}"
    said = _(
        "There is no submission in {folder}: it should have a folder for each student, as in\n  {example}"
    )
    said = said.format(folder=root, example=example)
    if lying := unclaimed(root, key):
        more = _("Unpack what is there, or move it into such folders: {names}.").format(names=named(lying))
        return f"{said}\n{more}"
    return said


def folder_of(root: Path, student: str, key: AnswerKey) -> Path:
    """Return where nbgrader looks for a student's files or, without that, the student's folder."""
    folder = root / student
    within = folder / key.id
    is_there = path.isdir(within) or path.islink(within)
    return within if is_there and not path.islink(folder) else folder


def files_in(folder: Path, first: str, flags: list[Problem]) -> list[Path]:
    """Return the files in a folder and in folders within, the likeliest first; no link is followed.

    Args:
        folder: A student's; it need not be there.
        first: The name of the folder within whose files come first.
        flags: What cannot be read is added to them.
    """
    found: list[Path] = []
    level, seen = [folder], 0
    while level:
        deeper: list[Path] = []
        for place in level:
            for entry in _entries(place, flags):
                seen += 1
                if entry.is_dir(follow_symlinks=False) and not entry.name.endswith((SUFFIX, ".ipynb")):
                    deeper.append(Path(entry.path))
                elif entry.is_symlink() and entry.name == first:
                    flags.append(link_flag(first))
                else:
                    found.append(Path(entry.path))
        if seen > _MOST and deeper:
            what = _("there are more than {n:,} files, so files in deeper folders do not count")
            flags.append(flag(Concern.OVERSIZED, what.format(n=_MOST)))
            break
        level = deeper
    within = folder / first
    return sorted(found, key=lambda file: file.parent != within)


def link_flag(name: str) -> Problem:
    """Return that a folder is only a link."""
    return flag(Concern.NOT_PLAIN, _("“{name}” is a link, not a folder").format(name=short(name)))


def unreadable_flag(name: str, error: OSError) -> Problem:
    """Return that the system cannot read a file or folder."""
    what = _("“{name}” cannot be read ({reason})").format(name=short(name), reason=error.strerror)
    return flag(Concern.DAMAGED, what)


def is_answers(name: str) -> bool:
    """Whether a file may be an answers file, whatever a browser or a platform made of its name."""
    plain = name.casefold()
    return "answers" in plain and "json" in plain and not is_packed(name)


def is_notebook(name: str) -> bool:
    """Whether a file may be a notebook."""
    return ".ipynb" in name.casefold() and not is_packed(name)


def is_packed(name: str) -> bool:
    """Whether a file holds others, packed."""
    return name.casefold().endswith(_PACKED)


def is_zip(name: str) -> bool:
    """Whether a file is packed in a way that is read here."""
    return name.casefold().endswith(".zip")


def is_like(file: Path, folder: Path, assignment: str) -> bool:
    """Whether an assignment's name stands in that of a file or its folders, however it is written."""
    return _letters(assignment) in _letters(path.relpath(file, folder))


def is_set_aside(file: Path) -> bool:
    """Whether the lesson itself has put an answers file aside, as damaged or as an older one."""
    return not file.name.endswith(SUFFIX) and notebook_of(file) is not None


def _meant(root: Path, key: AnswerKey) -> Path | None:
    """Return the folder of the class where the root is near it: above, beside or in it."""
    here = Path(path.abspath(root))
    for course in (here, *here.parents[:3]):
        submitted = course / "submitted"
        if submitted.is_dir() and any((course / name).exists() for name in _COURSE):
            if here == course:
                return root / "submitted"
            near = submitted in here.parents or here in (course / name for name in _OTHERS)
            return submitted if near else None
    if not (here / key.id).is_dir():
        return None
    names = (key.id, f"{key.id}{SUFFIX}", f"{key.id}.ipynb")
    beside = (folder for folder in here.iterdir() if folder.name != key.id)
    return None if any(path.exists(folder / name) for folder in beside for name in names) else here.parent


def _entries(place: Path, flags: list[Problem]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(place) as entries:
            every = sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        return []
    except OSError as error:
        flags.append(unreadable_flag(place.name, error))
        return []
    return [entry for entry in every if entry.name[0] != "." and entry.name not in _LEFT]


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _student_of(name: str, assignment: str) -> str:
    """Return whose a loose file is by its name; empty where that does not tell."""
    stem = re.split(r"[._]answers|\.ipynb", name, maxsplit=1, flags=re.IGNORECASE)[0]
    title = r"[\W_]?".join(map(re.escape, assignment.split("-")))  # platforms change hyphens
    parts = re.split(rf"[(\[]?(?<![^\W_]){title}(?![^\W_])[)\]]?", _NUMBER.sub("", stem), flags=re.IGNORECASE)
    names = [part for part in (part.strip(_AROUND) for part in parts) if any(map(str.isalpha, part))]
    return names[0] if names and not _COPY.match(names[0]) else ""
