"""The marks that a teacher gives, to own words and to what no key can read: typed into a table of their own.

No run overwrites what is typed there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from unicodedata import normalize

from coupdata.i18n import _
from coupdata.problems.problem import Problem, Severity
from coupdata.problems.suggestions import near_misses
from coupquiz.files import disk
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.concern import Concern, flag
from coupquiz.grading.grade import GradedAnswer, Result, unread
from coupquiz.grading.marks import harmless, number
from coupquiz.grading.spreadsheet import (
    ENCODINGS,
    SavedTable,
    local_delimiter,
    local_number,
    read_table,
    write_csv,
)
from coupquiz.grading.wording import short

NAME = "by-hand.csv"

_COLUMNS = ("student", "question", "words", "points", "of")
_NEEDED = ("student", "question", "points")
_WORKBOOKS = (".xlsx", ".xls", ".ods", ".numbers")
_NUMBER = re.compile(r"'?([0-9]{1,9}(?:[.,][0-9]*)?|[.,][0-9]+)")


@dataclass(frozen=True, slots=True)
class TypedPoints:
    """Points that a teacher has typed."""

    points: float
    words: str | None
    """What they were given for; None where the table does not say."""


class ByHandTable:
    """The table of a class, as it was when it was read, and what is added to it.

    A line in which points are typed stays as it is for good. Where a student's words have changed since,
    the new ones get a line of their own; until that has points, the older ones count. Where any other line
    is replaced, or goes, the table is kept as it was, for a teacher may have typed in that, too.
    """

    def __init__(self, file: Path, key: AnswerKey, students: Iterable[str]) -> None:
        """Read the table, if there is one.

        Raises:
            OSError: It cannot be read.
        """
        self.problems: list[Problem] = []
        """What is typed and does not count."""
        self.waiting = 0
        """How many answers in own words have no points yet."""
        self.unread = 0
        """How many answers that cannot be read have none, and get none until some are typed."""
        self._file = file
        self._most = {item.question.id: item.points for item in key.items}
        self._ids = {old: item.question.id for item in key.items for old in item.question.renamed}
        self._content = self._saved()
        students = tuple(students)
        table = read_table(self._content, _NEEDED, students)
        if self._content.strip() and table is None:
            what = _("nothing in it counts without the columns {names}").format(names=", ".join(_NEEDED))
            self._tell(_("row 1"), what, _("name them in this row, or delete the file"))
        for other in sorted(file.parent.glob(f"{file.stem}.*")):
            if other.suffix.lower() in _WORKBOOKS:
                mend = _("save it in CSV format as {name}, then delete this").format(name=NAME)
                what = _("nothing in a workbook counts")
                self.problems.append(Problem(other.name, what, mend, Severity.WARNING))
        self._table = table or SavedTable(local_delimiter(), [list(_COLUMNS)], 0)
        self._columns = self._table.columns
        self._lines: list[_TypedLine] = []
        self._places: dict[tuple[str, str], list[_TypedLine]] = {}  # by student and question
        self._typed: dict[str, dict[str, list[TypedPoints]]] = {}
        self._read(students)

    def typed(self, student: str) -> Mapping[str, list[TypedPoints]]:
        """Return what is typed for a student, by question."""
        return self._typed.get(student, {})

    def add(self, result: Result) -> None:
        """See to it that what a teacher marks of a student's stands in the table."""
        for mark in result.marks:
            id, words = mark.item.question.id, mark.words
            if not words:
                continue
            self.waiting += mark.points is None
            self.unread += mark.points is not None and id not in self.typed(result.student)
            lines = self._places.get((result.student, id), ())
            line = next((line for line in lines if alike(self._cell(line.cells, "words"), words)), None)
            if line is None:
                line = next((line for line in lines if not line.is_typed_into), None)
                if line is None:
                    line = _TypedLine([])
                    self._lines.append(line)
                line.cells += [""] * (len(self._table.lines[self._table.heading]) - len(line.cells))
                points = local_number(number(self._most[id]), self._table.delimiter)
                cells = {"student": result.student, "question": id, "words": words, "of": points}
                for column in self._columns.keys() & cells.keys():
                    line.cells[self._columns[column]] = _in_cell(cells[column])
            line.stays = True

    def save(self) -> Path | None:
        """Write the table if it has changed, and return where the older one is kept, if it had to be.

        Raises:
            OSError: It cannot be written; then the older one is as it was.
        """
        lines, before = [line.cells for line in self._lines if line.stays], self._table.lines
        if lines == before and not self._table.width:
            return None
        if self._content != self._saved():
            what = _("it was saved in the meantime, so it was left alone")
            self._tell("", what, _("run the command again"))
            return None
        kept, delimiter = None, self._table.delimiter
        as_read = (
            lines[: len(before)] == before
            and not self._table.width
            and self._content == write_csv(before, delimiter)
        )
        if self._content.strip() and not as_read:
            # Something in it goes; or a spreadsheet has saved it in its own way, and who knows what is in it.
            kept = disk.free_name(self._file)
            disk.write(kept, self._content)
        disk.write(self._file, write_csv(lines, delimiter))
        return kept

    def _saved(self) -> bytes:
        return self._file.read_bytes() if self._file.exists() else b""

    def _read(self, students: Iterable[str]) -> None:
        """Take in every line; what is wrong in one is told, and the line stays."""
        rows: dict[tuple[str, str, str], tuple[int, float]] = {}  # with the points for the same words
        exact = {}
        loose: dict[str, list[str]] = {}
        for student in students:
            exact[_in_cell(student)] = student
            for name in {_loosely(student), *(_loosely(each) for each in _without(student))}:
                loose.setdefault(name, []).append(student)
        ours = {self._columns.get(column) for column in ("student", "question", "words", "of")}
        for place, line in enumerate(self._table.lines):
            is_typed_into = any(cell.strip() for column, cell in enumerate(line) if column not in ours)
            holds_none = place <= self._table.heading or not any(line)
            self._lines.append(_TypedLine(list(line), is_typed_into, stays=holds_none or is_typed_into))
            for typed in self._table.outside(line) if place > self._table.heading else ():
                what = _("“{typed}” stands in no column, so it does not count")
                mend = _("points belong in the column “points”")
                self._tell(_("row {n}").format(n=place + 1), what.format(typed=short(typed)), mend)
            if holds_none:
                continue
            name, id = self._cell(line, "student"), self._cell(line, "question").strip()
            id = id if id in self._most else self._ids.get(id, id)
            likely = loose.get(_loosely(name), [])
            whose = exact.get(name) or (likely[0] if len(likely) == 1 else "")
            if whose and id in self._most:
                self._places.setdefault((whose, id), []).append(self._lines[-1])
            if not self._cell(line, "points").strip():
                continue
            if problem := self._problem(line, whose, id):
                column, *said = problem
                self._tell(_where(place, column), *said)
                continue
            words = self._cell(line, "words") if "words" in self._columns else None
            points = _points(self._cell(line, "points"))
            same = (whose, id, _loosely(words or ""))
            row, other = rows.get(same, (0, points))
            if other != points:
                what = _("“{points}” does not count, because row {row} has different points")
                self._tell(_where(row, "points"), what.format(points=number(other), row=place + 1))
            rows[same] = (place, points)
            self._typed.setdefault(whose, {}).setdefault(id, []).append(TypedPoints(points, words))

    def _problem(self, line: list[str], student: str, id: str) -> tuple[str, str, str] | None:
        """Return why the points in a line do not count: the column, what is wrong, and what to do."""
        if not student:
            what = _("nobody called “{name}” has handed anything in")
            name = self._cell(line, "student")
            what = what.format(name=short(name))
            if "?" in name or "\ufffd" in name:  # letters that the spreadsheet's encoding does not have
                return "student", what, _("save the table as “CSV UTF-8”, and write the name of a folder")
            return "student", what, _("write the name of a folder")
        if id not in self._most:
            what = _("“{id}” is not asked").format(id=short(id))
            return "question", what, near_misses(short(id), self._most)
        typed, most = self._cell(line, "points"), self._most[id]
        if not 0 <= _points(typed) <= most:
            what = _("“{points}” does not count").format(points=short(typed.strip()))
            return "points", what, _("write a number from 0 to {most}").format(most=number(most))
        return None

    def _tell(self, where: str, what: str, mend: str = "") -> None:
        self.problems.append(Problem(", ".join((NAME, *filter(None, [where]))), what, mend, Severity.WARNING))

    def _cell(self, line: list[str], column: str) -> str:
        place = self._columns.get(column, len(line))
        return line[place] if place < len(line) else ""


@dataclass(slots=True)
class _TypedLine:
    cells: list[str]
    is_typed_into: bool = False
    """Whether something stands in it that the program has not written."""
    stays: bool = False


def with_marks(result: Result, typed: Mapping[str, list[TypedPoints]]) -> tuple[Result, tuple[Problem, ...]]:
    """Return a result with the points that a teacher has typed, and flags where they are for something else.

    The points for the words as they are count, of several the last; else the last for other words. None do
    where the key has marked the answer.
    """
    if not typed:
        return result, ()
    marks: list[GradedAnswer] = []
    flags: list[Problem] = []
    for id in sorted(typed.keys() - {mark.item.question.id for mark in result.marks}):
        what = _("the points typed for {id} do not count: this student was not asked it")
        flags.append(flag(Concern.BY_KEY, what.format(id=id)))
    for mark in result.marks:
        id = mark.item.question.id
        given = typed.get(id)
        if given and mark.is_by_key:
            what = _("the points typed for {id} do not count: the key marks it, because it can be read")
            flags.append(flag(Concern.BY_KEY, what.format(id=id)))
        elif given:
            words = mark.words
            for_these = [one for one in given if one.words is None or alike(one.words, words)]
            if not for_these:
                what = _("the words for {id} have changed since they were marked; the earlier points count")
                flags.append(flag(Concern.REWRITTEN, what.format(id=id)))
            mark = replace(mark, by_hand=(for_these or given)[-1].points)
        marks.append(mark)
    others = (seen for seen in result.flags if seen.code != Concern.UNREADABLE)
    return replace(result, marks=tuple(marks), flags=(*others, *unread(marks))), tuple(flags)


def _where(place: int, column: str) -> str:
    return _("row {n}, {column}").format(n=place + 1, column=column)


def alike(typed: str, words: str) -> bool:
    """Whether a cell has these words, whatever a spreadsheet has done to spaces and foreign letters."""
    typed, words = _loosely(typed), _loosely(_in_cell(words))
    return typed in (words, *_without(words))


def _without(text: str) -> set[str]:
    """Return what becomes of a text where a spreadsheet's encoding does not have all of its letters."""
    kept = {text.encode(encoding, "replace") for encoding in ENCODINGS}
    return {each.decode(encoding, "replace") for each in kept for encoding in ENCODINGS}


def _points(typed: str) -> float:
    """Return the number in a cell, with a point or a comma; -1 where there is none."""
    found = _NUMBER.fullmatch(typed.strip())
    return float(found[1].replace(",", ".")) if found else -1.0


def _in_cell(text: str) -> str:
    """Return a text as it stands in the table."""
    return harmless(text.encode("utf-8", "backslashreplace").decode())


def _loosely(text: str) -> str:
    """Return what is left of a text whatever a spreadsheet does to it."""
    seen = "".join(c for c in normalize("NFC", text) if c.isprintable() or c.isspace())
    plain = " ".join(seen.split()).lstrip("'")
    return plain.lstrip("0") if plain.isdecimal() else plain
