"""The folders of a student: where a file lies in them, and whether it belongs to an assignment there."""

from __future__ import annotations

from dataclasses import dataclass, field
from os import path
from pathlib import Path

from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.students.class_folder import is_like
from coupquiz.grading.students.file_content import assignment_told, is_answered
from coupquiz.grading.students.file_kinds import assignment_in

_ASKED = 200  # files that are looked into, for their names and places do not tell


@dataclass(frozen=True, slots=True)
class StudentTree:
    """The folders of a student."""

    first: Path
    """The one of which places are told."""
    key: AnswerKey
    folders: list[Path] = field(default_factory=list)
    _told: dict[Path, str] = field(default_factory=dict)

    def place(self, file: Path) -> str:
        """Return the folder of a file, from the student's: empty for that itself."""
        for folder in self.folders:
            if file.parent == folder:
                return ""
            if folder in file.parents:
                return file.parent.relative_to(folder).as_posix()
        return Path(path.relpath(file.parent, self.first)).as_posix()

    def home(self, file: Path) -> str:
        """Return the name of the student's folder in which a file lies; empty where there is one alone."""
        if len(self.folders) == 1:
            return ""
        return next((folder.name for folder in self.folders if folder in file.parents), "")

    def is_near(self, file: Path) -> bool:
        """Whether a file lies where work belongs, or says by its name, a folder's or itself what it is of."""
        homes = [folder for folder in self.folders if folder in file.parents]
        if not homes or file.parent in (homes[0], homes[0] / self.key.id):
            return True
        if is_like(file, homes[0], self.key.id) or self._said(file) == self.key.id:
            return True
        return self._said(file) == "" and is_answered(file, self.key)

    def is_of_another(self, file: Path) -> bool:
        """Whether a file is of another assignment of the course by its name or a folder's, not by itself."""
        titles = (self.key.id, *self.key.others)
        parts = Path(self.place(file), file.name).parts
        found = (assignment_in(part, titles) for part in reversed(parts))
        return next(filter(None, found), self.key.id) != self.key.id and self._said(file) != self.key.id

    def _said(self, file: Path) -> str | None:
        """Return what `assignment_told` does; None where too many files have been looked into."""
        if file not in self._told and len(self._told) < _ASKED:
            self._told[file] = assignment_told(file, self.key)
        return self._told.get(file)
