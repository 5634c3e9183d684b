"""The roster of a class: who is in it, and what platforms call each of them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from unicodedata import normalize

from coupdata.i18n import _
from coupdata.problems.errors import ProblemsError
from coupdata.problems.problem import Problem
from coupquiz.files import disk
from coupquiz.grading.spreadsheet import SavedTable, read_any_table
from coupquiz.grading.students.name_forms import NameForm, same_name, words
from coupquiz.grading.students.roster_columns import column_uses, is_from_canvas, is_nobody, use_in_words
from coupquiz.grading.wording import named
from coupquiz.parsing.untrusted import short

NAME = "students.csv"
"""What a roster is called that lies beside the folder of a class."""

LONGEST = 255
"""Characters of the longest name that a file or folder can have."""

_LIMIT = 5_000_000
_IN_EXCEL = re.compile(r'\A="(.*)"\Z')
"""How a cell keeps the zeros at its start in Excel."""
_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How workbooks begin."""


class RosterError(ProblemsError):
    """A roster that cannot be read; ``problems`` says why."""

    noun = "roster"


@dataclass(frozen=True, slots=True)
class RosterStudent:
    """A student on the roster."""

    id: str
    name: str
    called: frozenset[str]
    """What columns for platforms say, as `same_name` has it, but for numbers."""
    exact: frozenset[str]
    """The same and the name, as they stand there."""
    aliases: frozenset[str]
    """What else the student may be called."""
    words: frozenset[tuple[str, ...]]
    """The same as words in the order of letters."""
    numbers: frozenset[str]
    """By what numbers platforms know the student."""
    own_numbers: frozenset[str]
    """The school's, which may be another student's on a platform."""


@dataclass(frozen=True, slots=True)
class Roster:
    """The students of a class."""

    file: Path
    students: tuple[RosterStudent, ...]
    recognised: tuple[str, ...]
    """The columns that are used, each with what for."""
    unused: tuple[str, ...]
    """The columns that are not."""

    def matches(self, form: NameForm, handed_in: str) -> list[RosterStudent]:
        """Return who may be meant: one where it is settled, several where it is not, none for nobody.

        What a column for a platform says of it decides, then the name; a platform's number tells namesakes
        apart, or decides where the name is nobody's.

        Args:
            form: Whose it is, as its name has it.
            handed_in: Its whole name.
        """
        for told in ({same_name(handed_in), same_name(short(handed_in, LONGEST))}, {same_name(form.student)}):
            if settled := [one for one in self.students if told & one.called]:
                return settled
        by_name = self._by_name(form.name) or self._by_name(form.student)
        by_number = [one for one in self.students if form.number and form.number in one.numbers]
        if both := [one for one in by_name if one in by_number]:
            return both
        if by_name and by_number:  # they contradict each other
            return [*by_name, *by_number]
        return [one for one in by_name if form.number in one.own_numbers] or by_name or by_number

    def _by_name(self, tried: str) -> list[RosterStudent]:
        same, parts, number = same_name(tried), words(tried), _number(tried)
        for found in (
            [one for one in self.students if same == same_name(one.id)],
            [one for one in self.students if same in one.exact],
            [one for one in self.students if same in one.aliases],
            [one for one in self.students if parts in one.words],
            [one for one in self.students if number and number == _number(one.id)],
        ):
            if found:
                return found
        return []


def load_roster(file: Path, root: Path | None = None) -> Roster:
    """Return the roster in a table: CSV as any spreadsheet saves it, its columns known by their names.

    A student is known by what the column for ids has, or the one for names where there is none for ids.

    Args:
        file: The table.
        root: The folder of the class, whose names tell in which encoding the table was saved.

    Raises:
        RosterError: It is not there, or no column says who the students are, or an id is there twice.
    """
    try:
        content = disk.read(file, _LIMIT)
    except OSError as error:
        raise RosterError(file, [Problem("", _("it cannot be read ({error})").format(error=error))]) from None
    if content is None:
        raise RosterError(file, [Problem("", _("there is no such file"))])
    if content.startswith(_PACKED):
        what = _("it is a workbook, not a table in CSV format")
        raise RosterError(file, [Problem("", what, _("save it as “CSV UTF-8” and give that file instead"))])
    table = read_any_table(content, _words_in(root))
    uses = column_uses(table.columns) if table else {}
    if not table or not uses:
        columns = named(table.columns) if table else ""
        what = _("no column says who the students are: {columns}").format(columns=columns or "–")
        raise RosterError(file, [Problem("", what, _("name the columns “id” and “name”"))])
    students = [one for line in table.lines[table.heading + 1 :] if (one := _student(line, table, uses))]
    ids = [same_name(one.id) for one in students]
    if twice := [one.id for one in students if ids.count(same_name(one.id)) > 1]:
        what = _("these are in it twice: {names}").format(names=named(dict.fromkeys(twice)))
        raise RosterError(file, [Problem("", what, _("give each student an id of their own"))])
    recognised = tuple(f"{column} ({use_in_words(use)})" for column, use in uses.items())
    unused = tuple(column for column in table.columns if column and column not in uses)
    return Roster(file, tuple(students), recognised, unused)


def roster_beside(root: Path) -> Roster | None:
    """Return the roster that lies beside the folder of a class; None where there is none.

    Raises:
        RosterError: It cannot be read.
    """
    file = root.absolute().parent / NAME
    return _loaded(file, file.stat().st_mtime_ns, root) if file.is_file() else None


@lru_cache(maxsize=2)
def _loaded(file: Path, _stamp: int, root: Path) -> Roster:
    """Return what was read before, until the file changes: nbgrader asks for each student."""
    return load_roster(file, root)


def _words_in(root: Path | None) -> set[str]:
    """Return the words in the names of what was handed in."""
    try:
        names = os.listdir(root) if root else []
    except OSError:
        return set()
    return {word for name in names for word in re.findall(r"[^\W\d_]{2,}", normalize("NFC", name))}


def _student(line: list[str], table: SavedTable, uses: dict[str, str]) -> RosterStudent | None:
    cells: dict[str, list[str]] = {}
    for column, use in uses.items():
        place = table.columns[column]
        if cell := (line[place].strip() if place < len(line) else ""):
            cells.setdefault(use, []).append(_IN_EXCEL.sub(r"\1", cell))
    first, last = (" ".join(cells.get(use, ())) for use in ("first", "last"))
    name = " ".join(cells.get("name", ())) or f"{first} {last}".strip()
    id = "".join(cells.get("id", ()))
    from_canvas = is_from_canvas(table.columns)
    if not (id or name) or (from_canvas and is_nobody(name, id)):
        return None
    id = id or name
    platform, other = (
        [alias for cell in cells.get(use, ()) for alias in (cell, *_several(cell))]
        for use in ("platform", "other")
    )
    told = [*platform, *other]
    called = frozenset(same_name(alias) for alias in told if alias and not alias.isdecimal())
    exact = frozenset(map(same_name, filter(None, (name, *told))))
    known = {*_spellings(id, name, first, last), *told, *(_before_at(alias) for alias in told)}
    aliases = frozenset(same_name(alias) for alias in known if alias)
    numbers = frozenset(filter(str.isdecimal, (*platform, id) if from_canvas else platform))
    own_numbers = frozenset(filter(str.isdecimal, (id, *other)))
    every = frozenset(map(words, aliases))
    return RosterStudent(short(id, 100), name, called, exact, aliases, every, numbers, own_numbers)


def _spellings(id: str, name: str, first: str, last: str) -> Iterator[str]:
    """Yield how the student may be called; Canvas writes the last name first, and no space.

    In a room, namesakes have their ids behind their names.
    """
    yield from (id, name, f"{name} ({id})")
    for given, family in ((first, last), *_halves(name)):
        if given and family:
            yield from (
                f"{given} {family}",
                f"{family} {given}",
                _joined(family, given),
                _joined(given, family),
            )


def _halves(name: str) -> Iterable[tuple[str, str]]:
    """Return where a name may be divided into first and last names."""
    if "," in name:
        family, _comma, given = name.partition(",")
        return [(given.strip(), family.strip())]
    parts = name.split()
    return [(" ".join(parts[:cut]), " ".join(parts[cut:])) for cut in range(1, len(parts))]


def _joined(*parts: str) -> str:
    return "".join(filter(str.isalnum, "".join(parts)))


def _several(cell: str) -> list[str]:
    """Return the names in a cell with several."""
    return [alias.strip() for alias in re.split(r"[;|]", cell)]


def _before_at(alias: str) -> str:
    """Return what a platform may make of an address."""
    return alias.partition("@")[0].strip() if "@" in alias else ""


def _number(text: str) -> str:
    """Return a number as a spreadsheet leaves it, without zeros at its start; empty for other texts."""
    return text.lstrip("0") or "0" if text.isdecimal() else ""
