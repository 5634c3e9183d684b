"""The marks that a teacher gives: typed into a table of their own.

They are for own words and for what no key can read, which have a line there, and for any other answer to
which a teacher gives a line, to overrule the key.

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
from coupquiz.grading.grade import NOT_UNDERSTOOD, GradedAnswer, Result, unread
from coupquiz.grading.marks import harmless, number
from coupquiz.grading.spreadsheet import SavedTable, read_table, write_csv
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

    @property
    def is_for_unreadable(self) -> bool:
        """Whether they were given for an answer that no key could read."""
        return (self.words or "").lstrip("' ").startswith(NOT_UNDERSTOOD)


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
        table = read_table(self._content, _NEEDED)
        if self._content.strip() and table is None:
            what = _("nothing in it counts without the columns {names}").format(names=", ".join(_NEEDED))
            self._tell(_("row 1"), what, _("name them in this row, or delete the file"))
        for other in sorted(file.parent.glob(f"{file.stem}.*")):
            if other.suffix.lower() in _WORKBOOKS:
                mend = _("save it in CSV format as {name}, then delete this").format(name=NAME)
                what = _("nothing in a workbook counts")
                self.problems.append(Problem(other.name, what, mend, Severity.WARNING))
        self._before = table.lines if table else []
        self._table = table or SavedTable(",", [list(_COLUMNS)], 0)
        self._columns = self._table.columns
        self._lines = [list(line) for line in self._table.lines]
        self._wanted: set[int] = set()  # lines that have words to mark
        self._places: dict[tuple[str, str], list[int]] = {}  # of the lines by student and question
        self._typed: dict[str, dict[str, list[TypedPoints]]] = {}
        self._added: list[list[str]] = []
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
            places = self._places.get((result.student, id), ())
            place = next((p for p in places if alike(self._cell(self._lines[p], "words"), words)), None)
            if place is None:
                place = next((p for p in places if not self._is_typed_into(self._lines[p])), None)
                row = self._lines[place] if place is not None else []
                cells = {
                    "student": result.student,
                    "question": id,
                    "words": words,
                    "of": number(self._most[id]),
                }
                self._fill(row, cells)
                if place is None:
                    self._added.append(row)
            if place is not None:
                self._wanted.add(place)

    def save(self) -> Path | None:
        """Write the table if it has changed, and return where the older one is kept, if it had to be.

        Raises:
            OSError: It cannot be written; then the older one is as it was.
        """
        lines = [line for place, line in enumerate(self._lines) if self._stays(place)]
        if not self._added and (lines == self._before or not self._before):
            return None
        if self._content != self._saved():
            self._tell(
                "", _("it was saved in the meantime, so it was left alone"), _("run the command again")
            )
            return None
        kept = None
        delimiter = self._table.delimiter
        as_read = lines == self._before and self._content == write_csv(self._before, delimiter)
        if self._content.strip() and not as_read:
            # Something in it goes; or a spreadsheet has saved it in its own way, and who knows what is in it.
            kept = disk.free_name(self._file)
            disk.write(kept, self._content)
        disk.write(self._file, write_csv([*lines, *self._added], delimiter))
        return kept

    def _saved(self) -> bytes:
        return self._file.read_bytes() if self._file.exists() else b""

    def _read(self, students: Iterable[str]) -> None:
        """Take in every line; what is wrong in one is told, and the line stays."""
        if not self._before:
            return
        rows: dict[tuple[str, str, str], tuple[int, float]] = {}  # with the points for the same words
        exact = {}
        loose: dict[str, list[str]] = {}
        for student in students:
            exact[_in_cell(student)] = student
            loose.setdefault(_loosely(student), []).append(student)
        for place, line in enumerate(self._lines):
            if place <= self._table.heading or not any(line):
                continue
            name, id = self._cell(line, "student"), self._cell(line, "question").strip()
            id = id if id in self._most else self._ids.get(id, id)
            likely = loose.get(_loosely(name), [])
            whose = exact.get(name) or (likely[0] if len(likely) == 1 else "")
            if whose and id in self._most:
                self._places.setdefault((whose, id), []).append(place)
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
            what = what.format(name=short(self._cell(line, "student")))
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

    def _fill(self, line: list[str], cells: Mapping[str, str]) -> None:
        line.extend([""] * (len(self._table.lines[self._table.heading]) - len(line)))
        for column in self._columns.keys() & cells.keys():
            line[self._columns[column]] = _in_cell(cells[column])

    def _stays(self, place: int) -> bool:
        line = self._lines[place]
        return (
            place <= self._table.heading
            or place in self._wanted
            or not any(line)
            or self._is_typed_into(line)
        )

    def _is_typed_into(self, line: list[str]) -> bool:
        """Whether something stands in a line that the program has not written."""
        ours = {self._columns.get(column) for column in ("student", "question", "words", "of")}
        return any(cell.strip() for place, cell in enumerate(line) if place not in ours)


def with_marks(result: Result, typed: Mapping[str, list[TypedPoints]]) -> tuple[Result, tuple[Problem, ...]]:
    """Return a result with the points that a teacher has typed, and flags where they are for something else.

    The points for the words as they are count, of several the last; else the last for other words. Where the
    key has marked the answer, they overrule it, but not if they were given for one that no key could read.
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
            if overruling := [one for one in given if not one.is_for_unreadable]:
                mark = replace(mark, by_hand=overruling[-1].points)
            else:
                what = _("the points typed for {id} were for another answer; the key marks this one")
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
    return typed in (words, words.encode("cp1252", "replace").decode("cp1252"))


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
