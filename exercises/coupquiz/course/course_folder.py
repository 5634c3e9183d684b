"""Where everything of a course lies; nbgrader's own folders, and one for keys."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coupquiz.banks.questions_file import SUFFIX

KEYS = "keys"
"""The folder that no student gets: beside the others, so that nbgrader releases nothing of it."""


@dataclass(frozen=True, slots=True)
class Course:
    """The folder of a course."""

    root: Path

    @property
    def keys(self) -> Path:
        """The folder of the keys and their banks."""
        return self.root / KEYS

    @property
    def submitted(self) -> Path:
        """What was handed in: a folder for each student, and in it one for each assignment."""
        return self.root / "submitted"

    @property
    def downloaded(self) -> Path:
        """What a platform gave, for nbgrader to collect: a folder for each assignment."""
        return self.root / "downloaded"

    @property
    def set_aside(self) -> Path:
        """What `doctor --mend` has moved out of the way."""
        return self.root / "set-aside"

    @property
    def autograded(self) -> Path:
        """The same after marking, by nbgrader."""
        return self.root / "autograded"

    @property
    def config(self) -> Path:
        """What nbgrader is told of this course."""
        return self.root / "nbgrader_config.py"

    @property
    def gradebook(self) -> Path:
        """Where nbgrader keeps its marks, unless it was told otherwise."""
        return self.root / "gradebook.db"

    def key(self, assignment: str) -> Path:
        """The key of an assignment."""
        return self.keys / f"{assignment}.toml"

    def bank(self, assignment: str) -> Path:
        """The copy of its bank."""
        return self.keys / f"{assignment}.bank.toml"

    def source(self, assignment: str) -> Path:
        """The folder of the teacher's version, of which all but solutions is released."""
        return self.root / "source" / assignment

    def release(self, assignment: str) -> Path:
        """The folder of the students' version."""
        return self.root / "release" / assignment

    def assignments(self) -> list[str]:
        """Return the names of the assignments that have a key, in order."""
        keys = (path.stem for path in self.keys.glob("*.toml"))
        return sorted(name for name in keys if not name.endswith(".bank"))


def notebook_name(assignment: str) -> str:
    """Return the name of an assignment's notebook."""
    return f"{assignment}.ipynb"


def questions_name(assignment: str) -> str:
    """Return the name of the file with an assignment's questions."""
    return f"{assignment}{SUFFIX}"
