"""What is wrong in a course, and how it is mended."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a teacher should mend, or look at."""

    where: str
    """A file or folder, as the course's folder has it."""
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}\n  {self.mend}"
