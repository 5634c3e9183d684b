"""The folder of a class: whether it is one, and what lies in a student's."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from os import path
from pathlib import Path

from coupdata.i18n import _, either
from coupdata.problems.problem import Problem
from coupquiz.answers.file_format import PEEK, notebook_told
from coupquiz.answers.file_names import SUFFIX, notebook_of
from coupquiz.files import disk
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.concern import Concern, flag
from coupquiz.grading.students.class_list import class_list
from coupquiz.grading.students.file_kinds import (
    NOT_HANDED_IN,
    has_title,
    is_answers,
    is_container,
    is_litter,
    is_notebook,
    is_packed,
)
from coupquiz.grading.students.name_forms import words
from coupquiz.grading.wording import named
from coupquiz.parsing.untrusted import short

_MOST = 1000  # files and folders, after which no deeper folder is looked into
_DEEPEST = 3  # folders above that of a class, from which it is found
_SEVERAL = 2  # folders with work in a folder, which is a class then; words of a title
_SHORT = 2  # letters of a word in any title, or of a student's initials

_COURSE = ("keys", "source", "nbgrader_config.py")
_OTHERS = ("keys", "source", "release")  # in a course, and of no student
_VERSION = re.compile(r"(version|v|attempt|try|versuch|abgabe)\W*\d+", re.IGNORECASE)  # of one student's
_CLASS = re.compile(r"\d{1,2}[a-z]")  # a class's name


def not_a_class(root: Path, key: AnswerKey) -> str:
    """Return why a folder is not one with a folder for each student, and what is; empty where it is one.

    Raises:
        OSError: It cannot be read.
        RosterError: The roster beside it cannot be read.
    """
    if is_packed(root.name) and root.is_file():
        said = _("{file} is packed. Unpack it, and name the folder in which each student has a folder.")
        return said.format(file=root)
    if not root.is_dir():
        return _("There is no folder {folder}.").format(folder=root)
    if meant := _meant(root, key) or _classes_in(root, key):
        said = _("{folder} is not the folder of a class. Did you mean {meant}?")
        names = either([str(folder) for folder in meant])
        return said.format(folder=root, meant=names)
    listed = class_list(root, key)
    if listed.students:
        return ""
    example = root / "student-07" / f"{key.id}{SUFFIX}"
    said = _(
        "There is no submission in {folder}: it should have a folder for each student, as in\n  {example}"
    )
    said = said.format(folder=root, example=example)
    if listed.lost:
        more = _("Unpack what is there, or move it into such folders: {names}.")
        return f"{said}\n{more.format(names=named(listed.lost))}"
    return said


def submission_folder(folder: Path, key: AnswerKey) -> Path:
    """Return where nbgrader looks for files in a student's folder or, without that, the folder itself."""
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
            mend = _("remove from the folder what is not this student’s work")
            flags.append(flag(Concern.OVERSIZED, what.format(n=_MOST), mend))
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


def is_like(file: Path, folder: Path, assignment: str) -> bool:
    """Whether an assignment's name stands in that of a file or its folders, however it is written."""
    return has_title(path.relpath(file, folder), assignment)


def is_set_aside(file: Path) -> bool:
    """Whether the lesson itself has put an answers file aside, as damaged or as an older one."""
    return not file.name.endswith(SUFFIX) and notebook_of(file) is not None


def _meant(root: Path, key: AnswerKey) -> list[Path]:
    """Return the folder of the class where the root is near it: above, beside or in it."""
    here = Path(path.abspath(root))
    for course in (here, *here.parents[:3]):
        submitted = course / "submitted"
        if submitted.is_dir() and any((course / name).exists() for name in _COURSE):
            if here == course:
                return [root / "submitted"]
            near = submitted in here.parents or here in (course / name for name in _OTHERS)
            return [submitted] if near else []
    if not (here / key.id).is_dir():
        return []
    names = (key.id, f"{key.id}{SUFFIX}", f"{key.id}.ipynb")
    beside = (folder for folder in here.iterdir() if folder.name != key.id)
    return [] if any(path.exists(folder / name) for folder in beside for name in names) else [here.parent]


def _classes_in(root: Path, key: AnswerKey, deepest: int = _DEEPEST) -> list[Path]:
    """Return the folders of classes within a folder that holds nothing else; none where it is a class.

    One that holds the work of a class has several folders with work of the assignment, and none itself.
    """
    if deepest == 0 or any(_is_work_of(file, key) for file in _files(root)):
        return []
    found: list[Path] = []
    for folder in _folders(root):
        if _is_class(folder, key):
            found.append(folder)
        elif deeper := _classes_in(folder, key, deepest - 1):
            found += deeper
        elif _has_work(folder, key):
            return []
    return [folder for folder in found if folder.name.casefold() != NOT_HANDED_IN] or found


def _is_class(folder: Path, key: AnswerKey) -> bool:
    if any(_is_work_of(file, key) for file in _files(folder)):
        return False
    folders = (within for within in _folders(folder) if not _VERSION.fullmatch(within.name))
    with_work = [within for within in folders if _has_work(within, key)]
    least = 1 if _is_named_for_a_class(folder.name, key) else _SEVERAL
    return len(with_work) >= least and not any(is_like(one, folder, key.id) for one in with_work)


def _is_named_for_a_class(name: str, key: AnswerKey) -> bool:
    """Whether a folder is called after a class or a test, and not after a student."""
    called = {*words(name)}
    of_class = {word for word in called if _CLASS.fullmatch(word)}
    of_test = {word for word in (*words(key.id), *words(key.title)) if len(word) > _SHORT}
    is_more = called <= of_class | of_test and len(called) >= _SEVERAL
    return is_container(name) or (of_class != set() and called == of_class) or is_more


def _has_work(folder: Path, key: AnswerKey, deepest: int = _DEEPEST) -> bool:
    """Whether there is work of the assignment in a folder, or in folders within."""
    if any(_is_work_of(file, key) for file in _files(folder)):
        return True
    return deepest > 0 and any(_has_work(within, key, deepest - 1) for within in _folders(folder))


def _is_work_of(file: Path, key: AnswerKey) -> bool:
    if not (is_answers(file.name) or is_notebook(file.name) or is_packed(file.name)):
        return False
    if has_title(file.name, key.id):
        return True
    try:
        return is_answers(file.name) and notebook_told(disk.read(file, PEEK) or b"") == key.id
    except OSError:
        return False


def _folders(place: Path) -> list[Path]:
    entries = _entries(place, [])
    return [Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False)]


def _files(place: Path) -> Iterator[Path]:
    entries = _entries(place, [])
    return (Path(entry.path) for entry in entries if entry.is_file(follow_symlinks=False))


def _entries(place: Path, flags: list[Problem]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(place) as entries:
            every = sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        return []
    except OSError as error:
        flags.append(unreadable_flag(place.name, error))
        return []
    return [entry for entry in every if not is_litter(entry.name)]
