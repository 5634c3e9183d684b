"""The files of a submission: found wherever they lie in the student's folder, and read as bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from os import path
from pathlib import Path
from typing import Any

from coupquiz.answers.file_format import LIMIT
from coupquiz.answers.file_names import SUFFIX, notebook_of
from coupquiz.files import disk
from coupquiz.grading.cell import CellError, answers_in_cells
from coupquiz.grading.flag import Concern, Flag, named, short
from coupquiz.grading.packed import unpacked
from coupquiz.grading.paper import Paper
from coupquiz.grading.places import (
    files_in,
    is_answers,
    is_like,
    is_notebook,
    is_packed,
    is_set_aside,
    is_zip,
)

NOTEBOOK_LIMIT = 10_000_000
"""The most bytes that a notebook may have."""

_VERSIONS = 16  # of a file that are read; the lesson has notebooks, too
_NAMES = 20
_LOOSE = ".."
_OPENED = re.compile(rb'notebook=\\"([^"\\]+)\\"')  # which one, as JSON has it; our notebooks say it
_ANSWERED = 2
_TAKE_OUT = "If another one is right, take the rest out of the folder."


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be the one that is looked for."""

    place: str
    """The folder in which it lies, as the student's folder has it: empty for that itself."""
    name: str
    content: bytes

    def __str__(self) -> str:
        return f"{self.place}/{self.name}" if self.place else self.name


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a submission."""

    answers: tuple[Found, ...]
    """Everything that may be the answers file, the likeliest first."""
    notebook: bytes | None
    """None where there is none, or none that can be read."""
    flags: tuple[Flag, ...]
    unread: tuple[Flag, ...]
    """What to look at where nothing is answered."""


def read_files(folder: Path, paper: Paper, loose: Iterable[Path] = ()) -> Files:
    """Return the files of a student; never raises.

    Args:
        folder: The student's. Work belongs there, or into a folder of the paper's name in it, as nbgrader has
            it; other folders in it are looked into as well.
        paper: What was asked.
        loose: Files of the student's that lie elsewhere.
    """
    if path.islink(folder):
        link = Flag(Concern.NOT_PLAIN, f"{short(folder.name)} is a link and no folder.")
        return Files((), None, (link,), ())
    flags: list[Flag] = []
    within, beside = files_in(folder, paper.id, flags), list(loose)
    every = [*within, *beside]

    def read(files: Iterable[Path], right: str, limit: int) -> list[Found]:
        wanted = sorted(files, key=lambda f: 0 if f.name == right else 2 - is_like(f, f.parent, paper.id))
        if more := wanted[_VERSIONS:]:
            said = f"There are too many versions; none counts of {named(file.name for file in more)}."
            flags.append(Flag(Concern.VERSIONS, said))
        contents = ((file, _content(file, limit, flags)) for file in wanted[:_VERSIONS])
        return [Found(_place(file, folder), file.name, read) for file, read in contents if read is not None]

    right = (folder, folder / paper.id)
    near = [file for file in within if file.parent in right or is_like(file, folder, paper.id)]
    near += beside
    sheets = (file for file in near if is_answers(file.name) and not is_set_aside(file))
    answers = read(sheets, f"{paper.id}{SUFFIX}", LIMIT)
    notebooks = read((file for file in near if is_notebook(file.name)), f"{paper.id}.ipynb", NOTEBOOK_LIMIT)
    if not answers and len(archives := [file for file in near if is_zip(file.name)]) == 1:
        inside = list(_inside(archives[0], folder))
        answers = [found for found in inside if is_answers(found.name)]
        notebooks += [found for found in inside if is_notebook(found.name)]
    notebook = _notebook(notebooks, paper, flags)
    if notebook and notebook.place not in {found.place for found in answers}:
        flags += where(notebook, paper)
    content = notebook.content if notebook else None
    return Files(tuple(answers), content, tuple(flags), tuple(_unread(every, paper)))


def where(found: Found, paper: Paper) -> Iterator[Flag]:
    """Yield that a file counts, though it does not lie where it belongs."""
    if found.place == _LOOSE:
        yield Flag(Concern.OTHER_PLACE, f"{short(found.name, 80)} counts, though it lies beside the folders.")
    elif found.place not in ("", paper.id):
        folder = "a packed folder" if any(map(is_zip, found.place.split("/"))) else "another folder"
        yield Flag(Concern.OTHER_PLACE, f"{short(str(found), 80)} counts, though it lies in {folder}.")


def called(found: Found, right: str) -> Iterator[Flag]:
    """Yield that a file counts, though it is not called as it should be."""
    if found.name != right and found.place != _LOOSE:  # there, names of students belong to it
        yield Flag(Concern.OTHER_NAME, f"{short(found.name)} counts, in place of {right}.")


def versions(counts: Found, others: Iterable[Found], why: str) -> Iterator[Flag]:
    """Yield that there are other versions of a file, which say otherwise and do not count."""
    if names := [str(other) for other in others]:
        said = f"{short(str(counts), 80)} counts, {why}, and not {named(names)}. {_TAKE_OUT}"
        yield Flag(Concern.VERSIONS, said)


def _place(file: Path, folder: Path) -> str:
    return "" if file.parent == folder else Path(path.relpath(file.parent, folder)).as_posix()


def _inside(archive: Path, folder: Path) -> Iterator[Found]:
    """Yield what may be work in an archive, as if it lay in a folder of the archive's name."""

    def limit(name: str) -> int:
        if is_notebook(name):
            return NOTEBOOK_LIMIT
        return LIMIT if is_answers(name) and not is_set_aside(Path(name)) else 0

    for inside, content in unpacked(archive, limit):
        yield Found(_place(archive / inside, folder), inside.name, content)


def _content(file: Path, limit: int, flags: list[Flag]) -> bytes | None:
    """Return what is in a file, unless there is something wrong with it."""
    try:
        content = disk.read(file, limit + 1) or b""
    except disk.NotPlainError as error:
        flags.append(Flag(Concern.NOT_PLAIN, f"{short(str(error))}, so nothing of it counts."))
    except OSError as error:
        flags.append(Flag(Concern.DAMAGED, f"{short(file.name)} cannot be read: {error.strerror}."))
    else:
        if len(content) <= limit:
            return content
        said = f"{short(file.name)} is larger than {limit // 1_000_000} megabytes, so nothing of it counts."
        flags.append(Flag(Concern.OVERSIZED, said))
    return None


def _notebook(found: list[Found], paper: Paper, flags: list[Flag]) -> Found | None:
    """Return the notebook that counts; None where there is none of this paper's."""
    right = f"{paper.id}.ipynb"
    ours = [notebook for notebook in found if notebook.name == right or _opens(notebook) == paper.id]
    if not ours:  # one that does not say what it asks may be it, if it is the only one or has answers
        strange = (notebook for notebook in found if not _opens(notebook))
        ours = [notebook for notebook in strange if len(found) == 1 or _worth(_cells(notebook)) == _ANSWERED]
    if not ours:
        return None
    counts = ours[0]
    if len(ours) > 1:
        cells = {notebook: _cells(notebook) for notebook in ours}
        counts = max(ours, key=lambda notebook: _worth(cells[notebook]))
        others = (notebook for notebook in ours if cells[notebook] != cells[counts])
        flags += versions(counts, others, "as far as cells do")
    flags += called(counts, right)
    return counts


def _opens(notebook: Found) -> str:
    """Return the assignment whose questions a notebook asks; empty where it does not say."""
    opened = _OPENED.search(notebook.content)
    return opened[1].decode("utf-8", "replace") if opened else ""


def _cells(notebook: Found) -> list[tuple[Any, Any]] | None:
    """Return kind and source of each cell; None where they cannot be read."""
    try:
        values = json.loads(notebook.content.decode("utf-8-sig"))
        return [(cell["cell_type"], "".join(cell["source"])) for cell in values["cells"]]
    except (ValueError, RecursionError, LookupError, TypeError):
        return None


def _worth(cells: list[tuple[Any, Any]] | None) -> int:
    """Return more for cells with answers in them than for others, and least for none that can be read."""
    if cells is None:
        return 0
    try:
        answers = answers_in_cells({"cells": [{"cell_type": kind, "source": text} for kind, text in cells]})
    except CellError:
        return _ANSWERED
    return _ANSWERED if answers else 1


def _unread(every: list[Path], paper: Paper) -> Iterator[Flag]:
    """Yield which files may be work, and are not read."""
    packed = [file.name for file in every if is_packed(file.name)]
    aside = [file.name for file in every if is_set_aside(file) and notebook_of(file) == paper.id]
    if packed:
        said = f"Packed, and nothing that counts could be read: {named(packed)}. Unpack it where it lies."
        yield Flag(Concern.NOT_READ, said)
    if aside:
        said = f"Does not count, for the lesson has put it aside: {named(aside)}."
        yield Flag(Concern.NOT_READ, f"{said} If it is the work, name it {paper.id}{SUFFIX}.")
    if not (packed or aside):
        there = f", but {named(file.name for file in every)}" if every else ""
        yield Flag(Concern.NOTHING, f"There is neither an answers file nor a notebook{there}.")
