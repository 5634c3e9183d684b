"""The error of files that cannot be read: everything that is wrong with them, at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from coupdata.problems.errors import PlainError


class ProblemsError(PlainError, ValueError):
    """Something that cannot be read; ``problems`` has one line for each thing that is wrong."""

    noun: ClassVar[str]
    """What cannot be read: "case"."""

    def __init__(self, where: object, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        count = "1 problem" if len(self.problems) == 1 else f"{len(self.problems)} problems"
        super().__init__("\n".join((f"{count} in the {self.noun} {where}:", *self.problems)))
