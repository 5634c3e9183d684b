"""The files of a submission: found wherever they lie in the student's folder, and read as bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from os import path
from pathlib import Path
from typing import Any

from coupdata.i18n import _
from coupdata.problems.problem import Problem
from coupquiz.answers.file_format import FORMAT, LIMIT, PEEK
from coupquiz.answers.file_names import SUFFIX
from coupquiz.files import disk
from coupquiz.files.json_file import encoding_of
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.answers_cell import CellError, answers_in_cells
from coupquiz.grading.concern import Concern, flag
from coupquiz.grading.handed_in import is_handed_in
from coupquiz.grading.students.class_folder import (
    files_in,
    is_like,
    is_set_aside,
    link_flag,
    unreadable_flag,
)
from coupquiz.grading.students.file_kinds import (
    assignment_in,
    is_answers,
    is_notebook,
    is_zip,
    letters,
    may_be_answers,
)
from coupquiz.grading.students.unread_files import in_the_cloud, unread_files
from coupquiz.grading.wording import named, short
from coupquiz.grading.zip_archive import unpacked

NOTEBOOK_LIMIT = 10_000_000
"""The most bytes that a notebook may have."""

_VERSIONS = 16  # of a file that are read; the lesson has notebooks, too
_LOOSE = ".."
_OPENED = re.compile(rb'notebook=\\"([^"\\]+)\\"')  # which one, as JSON has it; our notebooks say it
_ANSWERED = 2
_ARCHIVES = 8


@dataclass(frozen=True, slots=True)
class CandidateFile:
    """A file that may be the one that is looked for."""

    place: str
    """The folder in which it lies, as the student's folder has it: empty for that itself."""
    name: str
    content: bytes

    def __str__(self) -> str:
        return f"{self.place}/{self.name}" if self.place else self.name


@dataclass(frozen=True, slots=True)
class SubmittedFiles:
    """The files of a submission."""

    answers: tuple[CandidateFile, ...]
    """Everything that may be the answers file, the likeliest first."""
    notebook: bytes | None
    """None where there is none, or none that can be read."""
    flags: tuple[Problem, ...]
    unread: tuple[Problem, ...]
    """What to look at where nothing is answered."""


def read_files(folder: Path, key: AnswerKey, beside: Iterable[Path] = ()) -> SubmittedFiles:
    """Return the files of a student; never raises.

    Args:
        folder: The student's. Work belongs there, or into a folder of the key's name in it, as nbgrader has
            it; other folders in it are looked into as well.
        key: What was asked.
        beside: Files and folders of the student's that lie elsewhere.
    """
    flags: list[Problem] = []
    tree = _Tree(folder, [])
    every: list[Path] = []
    for place in (folder, *beside):
        if place.is_symlink():
            flags.append(link_flag(place.name))
        elif place == folder or place.is_dir():
            tree.folders.append(place)
            every += files_in(place, key.id, flags)
        else:
            every.append(place)
    every = [file for file in every if not tree.is_of_another(file, key)]

    def read(files: Iterable[Path], right: str, limit: int) -> list[CandidateFile]:
        wanted = sorted(files, key=lambda f: 0 if f.name == right else 2 - is_like(f, f.parent, key.id))
        if more := wanted[_VERSIONS:]:
            what = _("there are too many versions; none of these counts: {names}")
            flags.append(flag(Concern.VERSIONS, what.format(names=named(file.name for file in more))))
        contents = ((file, _content(file, limit, flags)) for file in wanted[:_VERSIONS])
        return [
            CandidateFile(tree.place(file), file.name, read) for file, read in contents if read is not None
        ]

    near = [file for file in every if tree.is_near(file, key)]
    sheets = (file for file in near if _is_sheet(file) and not is_set_aside(file))
    answers = read(sheets, f"{key.id}{SUFFIX}", LIMIT)
    notebooks = read((file for file in near if is_notebook(file.name)), f"{key.id}.ipynb", NOTEBOOK_LIMIT)
    others = [found for found in answers if not belongs_to(found, key)]
    answers = [found for found in answers if found not in others]
    if not answers:
        archives = sorted((f for f in near if is_zip(f.name)), key=lambda f: not is_like(f, f.parent, key.id))
        inside = [found for archive in archives[:_ARCHIVES] for found in _inside(archive, tree, key)]
        answers = [found for found in inside if is_answers(found.name) and belongs_to(found, key)]
        notebooks += [found for found in inside if is_notebook(found.name)]
    notebook = _notebook(notebooks, key, flags)
    others += [found for found in notebooks if found != notebook and _opens(found) not in ("", key.id)]
    if notebook and notebook.place not in {found.place for found in answers}:
        flags += where(notebook, key)
    content = notebook.content if notebook else None
    flags += in_the_cloud(every)
    known = {str(found) for found in others}
    rest = [file for file in every if tree.name(file) not in known]
    return SubmittedFiles(tuple(answers), content, tuple(flags), tuple(unread_files(rest, key)))


@dataclass(frozen=True, slots=True)
class _Tree:
    """The folders of a student."""

    first: Path
    """The one of which places are told."""
    folders: list[Path]

    def place(self, file: Path) -> str:
        """Return the folder of a file, from the student's: empty for that itself."""
        for folder in self.folders:
            if file.parent == folder:
                return ""
            if folder in file.parents:
                return file.parent.relative_to(folder).as_posix()
        return Path(path.relpath(file.parent, self.first)).as_posix()

    def name(self, file: Path) -> str:
        """Return a file as a `CandidateFile` says which it is."""
        place = self.place(file)
        return f"{place}/{file.name}" if place else file.name

    def is_near(self, file: Path, key: AnswerKey) -> bool:
        """Whether a file lies where work belongs, or has the assignment's name on it or on a folder."""
        homes = [folder for folder in self.folders if folder in file.parents]
        if not homes or file.parent in (homes[0], homes[0] / key.id):
            return True
        return is_like(file, homes[0], key.id)

    def is_of_another(self, file: Path, key: AnswerKey) -> bool:
        """Whether the name of another assignment of the course stands on a file, or on its folder."""
        titles = (key.id, *key.others)
        found = (assignment_in(part, titles) for part in reversed(Path(self.name(file)).parts))
        return next(filter(None, found), key.id) != key.id


def belongs_to(found: CandidateFile, key: AnswerKey) -> bool:
    """Whether an answers file is of an assignment: called so, or its notebook's, or it does not say."""
    if found.name == f"{key.id}{SUFFIX}":
        return True
    return is_handed_in(found.content, key)


def where(found: CandidateFile, key: AnswerKey) -> Iterator[Problem]:
    """Yield that a file counts, though it does not lie where it belongs."""
    if found.place in ("", key.id) or (found.place == _LOOSE and key.of_lesson):
        return  # the lesson's files are made to lie together
    if found.place == _LOOSE:
        name, what = found.name, _("“{name}” counts, although it is beside the students' folders")
    elif any(map(is_zip, found.place.split("/"))):
        name, what = str(found), _("“{name}” counts, although it is in a packed folder")
    else:
        name, what = str(found), _("“{name}” counts, although it is in another folder")
    yield flag(Concern.OTHER_PLACE, what.format(name=short(name, 80)))


def called(found: CandidateFile, right: str) -> Iterator[Problem]:
    """Yield that a file counts, though it is not called as it should be."""
    if found.name != right and found.place != _LOOSE:  # there, names of students belong to it
        what = _("“{name}” counts instead of “{right}”").format(name=short(found.name), right=right)
        yield flag(Concern.OTHER_NAME, what)


def versions(counts: CandidateFile, others: Iterable[CandidateFile], what: str) -> Iterator[Problem]:
    """Yield that there are other versions of a file, which say otherwise and do not count.

    Args:
        counts: The one that counts.
        others: The others.
        what: What to say of ``{name}`` and ``{others}``.
    """
    if names := [str(other) for other in others]:
        what = what.format(name=short(str(counts), 80), others=named(names))
        yield flag(Concern.VERSIONS, what, _("if another one is right, remove the rest from the folder"))


def _is_sheet(file: Path) -> bool:
    """Whether a file is an answers file by its name or, under any other, by what it says of itself."""
    if is_answers(file.name) or not may_be_answers(file.name):
        return is_answers(file.name)
    try:
        start = disk.read(file, PEEK) or b""
    except OSError:
        return False
    return FORMAT in start.decode(encoding_of(start[:4]), "replace")


def _inside(archive: Path, tree: _Tree, key: AnswerKey) -> Iterator[CandidateFile]:
    """Yield what may be work in an archive, as if it lay in a folder of the archive's name."""

    def limit(name: str) -> int:
        if is_notebook(name):
            return NOTEBOOK_LIMIT
        return LIMIT if is_answers(name) and not is_set_aside(Path(name)) else 0

    for inside, content in unpacked(archive, limit, lambda path: letters(key.id) in letters(path)):
        yield CandidateFile(tree.place(archive / inside), inside.name, content)


def _content(file: Path, limit: int, flags: list[Problem]) -> bytes | None:
    """Return what is in a file, unless there is something wrong with it."""
    try:
        content = disk.read(file, limit + 1) or b""
    except disk.NotPlainError:
        what = _("“{name}” is not a plain file, so nothing in it counts").format(name=short(file.name))
        flags.append(flag(Concern.NOT_PLAIN, what))
    except OSError as error:
        flags.append(unreadable_flag(file.name, error))
    else:
        if len(content) <= limit:
            return content
        what = _("“{name}” is larger than {n} megabytes, so nothing in it counts")
        what = what.format(name=short(file.name), n=limit // 1_000_000)
        flags.append(flag(Concern.OVERSIZED, what))
    return None


def _notebook(found: list[CandidateFile], key: AnswerKey, flags: list[Problem]) -> CandidateFile | None:
    """Return the notebook that counts; None where there is none of this key's."""
    right = f"{key.id}.ipynb"
    ours = [notebook for notebook in found if notebook.name == right or _opens(notebook) == key.id]
    if not ours:  # one that does not say what it asks may be it, if it is the only one or has answers
        strange = (notebook for notebook in found if not _opens(notebook))
        ours = [nb for nb in strange if len(found) == 1 or _worth(_cells(nb), key) == _ANSWERED]
    if not ours:
        return None
    counts = ours[0]
    if len(ours) > 1:
        cells = {notebook: _cells(notebook) for notebook in ours}
        counts = max(ours, key=lambda notebook: _worth(cells[notebook], key))
        others = (notebook for notebook in ours if cells[notebook] != cells[counts])
        flags += versions(counts, others, _("the cells of “{name}” count, and not those of {others}"))
    flags += called(counts, right)
    return counts


def _opens(notebook: CandidateFile) -> str:
    """Return the assignment whose questions a notebook asks; empty where it does not say."""
    opened = _OPENED.search(notebook.content)
    return opened[1].decode("utf-8", "replace") if opened else ""


def _cells(notebook: CandidateFile) -> list[tuple[Any, Any]] | None:
    """Return kind and source of each cell; None where they cannot be read."""
    try:
        values = json.loads(notebook.content)
        return [(cell["cell_type"], "".join(cell["source"])) for cell in values["cells"]]
    except (ValueError, RecursionError, LookupError, TypeError):
        return None


def _worth(cells: list[tuple[Any, Any]] | None, key: AnswerKey) -> int:
    """Return more for cells with answers in them than for others, and least for none that can be read."""
    if cells is None:
        return 0
    try:
        values = {"cells": [{"cell_type": kind, "source": text} for kind, text in cells]}
        answers = answers_in_cells(values, key.ids)
    except CellError:
        return _ANSWERED
    return _ANSWERED if answers else 1
