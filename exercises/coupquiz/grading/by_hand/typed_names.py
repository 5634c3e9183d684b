"""Which student a line in the table is about, by the name that stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from coupquiz.grading.by_hand.typed_points import in_cell, loosely, without
from coupquiz.grading.students.name_forms import same_name


class TypedNames:
    """The students of a class by every name that they are known by."""

    def __init__(self, students: Iterable[str], names_of: Callable[[str], Iterable[str]]) -> None:
        """Take in the students; `names_of` returns what else one is known by."""
        self._exact: dict[str, str] = {}
        self._own: dict[str, list[str]] = {}
        self._every: dict[str, list[str]] = {}
        for student in students:
            self._exact[in_cell(student)] = student
            own = _ways(student)
            for name in own:
                self._own.setdefault(name, []).append(student)
            for name in own.union(*map(_ways, names_of(student))):
                self._every.setdefault(name, []).append(student)

    def likely(self, name: str, *, trust_zeros: bool) -> list[str]:
        """Return who may be meant: one where that is sure.

        `trust_zeros` says that no spreadsheet has dropped them, so that "712" does not mean "0712".
        """
        own = self._own.get(_plainly(name), [])
        if name in self._exact:
            return [self._exact[name]] if trust_zeros or len(own) < 2 else own
        return self._every.get(_plainly(name), [])

    def differ_in_zeros(self, name: str) -> bool:
        """Whether several students have this name but for zeros at its start."""
        return len(self._own.get(_plainly(name), ())) > 1


def _ways(name: str) -> set[str]:
    return {_plainly(each) for each in (name, *without(name))}


def _plainly(name: str) -> str:
    return loosely(same_name(name))
