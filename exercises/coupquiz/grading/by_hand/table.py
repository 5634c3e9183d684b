"""The marks that a teacher gives: typed into a table of their own.

They are for own words and for what no key can read, which have a line there, and for any other answer to
which a teacher gives a line, to overrule the key.

No run overwrites what is typed there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from coupdata.i18n import _
from coupdata.problems.problem import Problem, Severity
from coupdata.problems.suggestions import near_misses
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.by_hand.kept_tables import keep_typed, write_table
from coupquiz.grading.by_hand.lookalikes import lookalikes
from coupquiz.grading.by_hand.typed_names import TypedNames
from coupquiz.grading.by_hand.typed_points import TypedPoints, alike, in_cell, loosely
from coupquiz.grading.grade import Result
from coupquiz.grading.marks import number
from coupquiz.grading.spreadsheet import SavedTable, local_delimiter, local_number, read_table, write_csv
from coupquiz.grading.wording import named
from coupquiz.parsing.untrusted import short

NAME = "by-hand.csv"

_COLUMNS = ("student", "question", "words", "points", "of", "comment")
_NEEDED = ("student", "question", "points")
_NUMBER = re.compile(r"'?([0-9]{1,9}(?:[.,][0-9]*)?|[.,][0-9]+)")


class ByHandTable:
    """The table of a class, as it was when it was read, and what is added to it.

    A line in which points are typed stays as it is for good. Where a student's words have changed since,
    the new ones get a line of their own; until that has points, the older ones count. Where any other line
    is replaced, or goes, the table is kept as it was, for a teacher may have typed in that, too.
    """

    def __init__(
        self,
        file: Path,
        key: AnswerKey,
        students: Iterable[str],
        words_of: Callable[[str, str], str] = lambda *_: "",
        names_of: Callable[[str], Iterable[str]] = lambda _: (),
    ) -> None:
        """Read the table, if there is one.

        Args:
            file: Where it is, or will be.
            key: What was asked.
            students: The class.
            words_of: Returns a student's words in answer to a question.
            names_of: Returns by what other names a student is known.

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
        known = {name for student in students for name in (student, *names_of(student))}
        table = read_table(self._content, _NEEDED, known)
        if self._content.strip() and table is None:
            what = _("nothing in it counts without the columns {names}").format(names=", ".join(_NEEDED))
            self._tell(_("row 1"), what, _("name them in this row, or delete the file"))
        self.problems += lookalikes(file)
        self._table = table or SavedTable(local_delimiter(), [list(_COLUMNS)], 0)
        self._columns = self._table.columns
        self._lines: list[_TypedLine] = []
        self._places: dict[tuple[str, str], list[_TypedLine]] = {}  # by student and question
        self._typed: dict[str, dict[str, list[TypedPoints]]] = {}
        self._words_of = words_of
        self._names = TypedNames(students, names_of)
        self._read()

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
            self.unread += mark.points is not None and mark.by_hand is None
            lines = self._places.get((result.student, id), ())
            line = next((line for line in lines if alike(self._cell(line.cells, "words"), words)), None)
            most = {"of": local_number(number(self._most[id]), self._table.delimiter)}
            if line is None:
                line = next((line for line in lines if not line.is_typed_into), None)
                if line is None:
                    line = _TypedLine([])
                    self._lines.append(line)
                self._check_set_back(line, self._most[id])
                self._fill(line, {"student": result.student, "question": id, "words": words} | most)
            elif not self._cell(line.cells, "points").strip():
                self._check_set_back(line, self._most[id])
                self._fill(line, most)
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
            kept = keep_typed(self._file, self._content)
        write_table(self._file, write_csv(lines, delimiter))
        return kept

    def _saved(self) -> bytes:
        return self._file.read_bytes() if self._file.exists() else b""

    def _read(self) -> None:
        """Take in every line; what is wrong in one is told, and the line stays."""
        rows: dict[tuple[str, str, str], tuple[int, float]] = {}  # with the points for the same words
        has_zeros = any(self._cell(line, "student").startswith("0") for line in self._table.lines)
        ours = {self._columns.get(column) for column in ("student", "question", "words", "of")}
        for place, line in enumerate(self._table.lines):
            is_typed_into = any(cell.strip() for column, cell in enumerate(line) if column not in ours)
            holds_none = place <= self._table.heading or not any(line)
            self._lines.append(_TypedLine(list(line), is_typed_into, holds_none or is_typed_into, place))
            for typed in self._table.outside(line) if place > self._table.heading else ():
                what = _("“{typed}” stands in no column, so it does not count")
                mend = _("points belong in the column “points”")
                self._tell(_("row {n}").format(n=place + 1), what.format(typed=short(typed)), mend)
            if holds_none:
                continue
            name, id = self._cell(line, "student"), self._cell(line, "question").strip()
            id = id if id in self._most else self._ids.get(id, id)
            likely = self._names.likely(name, trust_zeros=has_zeros)
            if len(likely) > 1 and (wrote := self._cell(line, "words")).strip():
                likely = [one for one in likely if alike(wrote, self._words_of(one, id))] or likely
            whose = likely[0] if len(likely) == 1 else ""
            if whose and id in self._most:
                self._places.setdefault((whose, id), []).append(self._lines[-1])
            comment = self._cell(line, "comment").strip()
            words = self._cell(line, "words") if "words" in self._columns else None
            if not self._cell(line, "points").strip():
                if comment and whose and id in self._most:
                    self._typed.setdefault(whose, {}).setdefault(id, []).append(
                        TypedPoints(None, words, comment)
                    )
                continue
            if problem := self._problem(line, likely, id):
                column, *said = problem
                self._tell(_where(place, column), *said)
                continue
            points = _points(self._cell(line, "points"))
            same = (whose, id, loosely(words or ""))
            row, other = rows.get(same, (0, points))
            if other != points:
                what = _("“{points}” does not count, because row {row} has different points")
                self._tell(_where(row, "points"), what.format(points=number(other), row=place + 1))
            rows[same] = (place, points)
            self._typed.setdefault(whose, {}).setdefault(id, []).append(TypedPoints(points, words, comment))
            self._check_most(place, line, points, id)

    def _check_most(self, place: int, line: list[str], points: float, id: str) -> None:
        """Say that points were typed when the question was worth more or less than it is now."""
        was, most = _points(self._cell(line, "of")), number(self._most[id])
        if was >= 0 and number(was) != most:
            what = _("{points} points were typed when there were {was}; they count as {points} of {most}")
            what = what.format(points=number(points), was=number(was), most=most)
            self._tell(_where(place, "of"), what, _("if that is right, write {most} here").format(most=most))

    def _check_set_back(self, line: _TypedLine, most: float) -> None:
        """Say that something else was in the column for the most points, which may be points."""
        typed = self._cell(line.cells, "of").strip()
        if typed and _points(typed) != most:
            what = _("“{typed}” is now {most}, as the key has it")
            mend = _("points belong in the column “points”")
            self._tell(_where(line.place, "of"), what.format(typed=short(typed), most=number(most)), mend)

    def _problem(self, line: list[str], likely: list[str], id: str) -> tuple[str, str, str] | None:
        """Return why the points in a line do not count: the column, what is wrong, and what to do."""
        name = self._cell(line, "student")
        is_lost = "?" in name or "\ufffd" in name  # letters that the spreadsheet's encoding does not have
        if len(likely) > 1 and not is_lost:
            what = _("it may be any of these: {names}").format(names=named(likely))
            if self._names.differ_in_zeros(name):
                return "student", what, _("write the zeros at its start, after an apostrophe")
            return "student", what, _("write the right one of these here")
        if len(likely) != 1:
            what = _("nobody called “{name}” has handed anything in")
            what = what.format(name=short(name))
            if is_lost:
                return "student", what, _("save the table as “CSV UTF-8”, and write the name as in marks.csv")
            return "student", what, _("write the student’s name as it is in marks.csv")
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

    def _fill(self, line: _TypedLine, cells: Mapping[str, str]) -> None:
        line.cells += [""] * (len(self._table.lines[self._table.heading]) - len(line.cells))
        for column in self._columns.keys() & cells.keys():
            line.cells[self._columns[column]] = in_cell(cells[column])


@dataclass(slots=True)
class _TypedLine:
    cells: list[str]
    is_typed_into: bool = False
    """Whether something stands in it that the program has not written."""
    stays: bool = False
    place: int = 0
    """Its number in the file, from 0 on."""


def _where(place: int, column: str) -> str:
    return _("row {n}, {column}").format(n=place + 1, column=column)


def _points(typed: str) -> float:
    """Return the number in a cell, with a point or a comma; -1 where there is none."""
    found = _NUMBER.fullmatch(typed.strip())
    return float(found[1].replace(",", ".")) if found else -1.0
