"""The lesson's notebooks, and how a learner gets copies of them that nothing overwrites."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from itertools import count
from pathlib import Path
from typing import NamedTuple

from coupquiz.files.disk import write

START = "00_start_here.ipynb"
"""The notebook that a learner sees first."""

GUIDE = "teacher_guide.ipynb"
"""The notebook that a teacher sees first."""

TEACHERS = frozenset((GUIDE, "class_room.ipynb", "wall.ipynb"))
"""What only teachers get: the guide, which says what is right, the room, and what they show to the class."""

RECORD = ".coup1920.json"
"""The file that says which lesson was laid into a folder, and what its notebooks were then."""


class _Digests(NamedTuple):
    """The SHA-256 of a notebook."""

    file: str
    source: str
    """Of what is written in its cells: that stays as it is when they are run and the notebook is saved."""

    def is_same(self, other: _Digests | None) -> bool:
        """Whether nobody has written anything into the one that is not in the other."""
        return other is not None and (self.file == other.file or self.source == other.source != "")


@dataclass(frozen=True)
class Lesson:
    """A version of the lesson: its notebooks, by file name."""

    version: str
    notebooks: Mapping[str, bytes]

    @cached_property
    def digests(self) -> dict[str, _Digests]:
        """What tells every notebook from others, by file name."""
        return {name: _digests(content) for name, content in self.notebooks.items()}


def shipped(*, teacher: bool = False) -> Lesson:
    """Return the lesson that came with this package, as a learner gets it or as a teacher does."""
    files = (
        path for path in sorted(notebook_folder().glob("*.ipynb")) if teacher or path.name not in TEACHERS
    )
    notebooks = {path.name: path.read_bytes() for path in files}
    return Lesson(version("coup1920"), notebooks)


def notebook_folder() -> Path:
    """Return the folder of the original notebooks: inside an installed package, or in the source tree."""
    here = Path(__file__).resolve().parents[1]
    installed = here / "notebooks"
    return installed if installed.is_dir() else here.parents[1] / "notebooks"


def lay(lesson: Lesson, folder: Path) -> Path:
    """Copy the lesson into a folder and return where its notebooks lie.

    Notebooks that are missing are laid, and those of another version are replaced while all of them are as
    they were laid, run or not. If any was changed, or is not ours, the folder stays as it is: the whole
    lesson goes to `lesson-<version>` inside it, so that links between notebooks hold, and copies of the
    answers go with it. What teachers get is added to a learner's lesson of the same version; where this
    lesson is without it, what is there of it stays as it is.

    Raises:
        OSError: If the folder cannot be written.
    """
    place = next(place for place in _places(folder, lesson) if _can_take(place, lesson))
    place.mkdir(parents=True, exist_ok=True)
    if place != folder and not (place / RECORD).exists():
        _copy_answers(folder, place)
    laid = _laid(place)
    for name, digests in lesson.digests.items():
        present = _present(place / name)
        if present is None or (present.is_same(laid.get(name)) and not present.is_same(digests)):
            write(place / name, lesson.notebooks[name])
    kept = {name: digests for name, digests in laid.items() if name in TEACHERS} | lesson.digests
    record = {
        "version": lesson.version,
        "notebooks": {name: digests.file for name, digests in kept.items()},
        "sources": {name: digests.source for name, digests in kept.items()},
    }
    write(place / RECORD, json.dumps(record, indent=2).encode())
    return place


def _places(folder: Path, lesson: Lesson) -> Iterator[Path]:
    """The folder itself, then `lesson-<version>` in it; numbers follow where even that was changed."""
    yield folder
    yield folder / f"lesson-{lesson.version}"
    for number in count(2):
        yield folder / f"lesson-{lesson.version}-{number}"


def _can_take(place: Path, lesson: Lesson) -> bool:
    """Whether this lesson is there already, or nothing there was made or changed by someone else."""
    laid, ours = _laid(place), lesson.digests
    files = {name: digests.file for name, digests in laid.items()}
    new = {name for name in {*laid, *ours} if name not in ours or files.get(name) != ours[name].file}
    looked = new & TEACHERS & ours.keys()
    if new - TEACHERS:
        looked |= {*laid, *ours} - TEACHERS
    present = {name: _present(place / name) for name in looked}
    return all(
        digests is None or digests.is_same(laid.get(name)) or digests.is_same(ours.get(name))
        for name, digests in present.items()
    )


def _laid(place: Path) -> dict[str, _Digests]:
    """The digests that the record holds; none where there is no record or it is damaged."""
    try:
        record = json.loads((place / RECORD).read_bytes())
        sources = record.get("sources", {})  # the first version had none
        return {
            str(name): _Digests(str(digest), str(sources.get(name, "")))
            for name, digest in record["notebooks"].items()
        }
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}


def _present(path: Path) -> _Digests | None:
    """The digests of a file; None where there is nothing of that name, empty where it is no file."""
    if not path.exists():
        return None
    return _digests(path.read_bytes()) if path.is_file() else _Digests("", "")


def _digests(content: bytes) -> _Digests:
    try:
        cells = [[cell["cell_type"], "".join(cell["source"])] for cell in json.loads(content)["cells"]]
        source = hashlib.sha256(json.dumps(cells).encode()).hexdigest()
    except (ValueError, LookupError, TypeError, RecursionError):  # no notebook, whatever it is
        source = ""
    return _Digests(hashlib.sha256(content).hexdigest(), source)


def _copy_answers(folder: Path, place: Path) -> None:
    """Copy the answers files of all lessons in the folder to a new one: of each name the one written last."""
    found = [*folder.glob("*.answers.json"), *folder.glob("lesson-*/*.answers.json")]
    answers = [path for path in found if path.is_file()]
    for path in sorted(answers, key=lambda path: path.stat().st_mtime, reverse=True):
        if not (place / path.name).exists():
            write(place / path.name, path.read_bytes())
