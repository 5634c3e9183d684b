"""The roster of a class: who is in it, and what platforms call each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coupdata.i18n import _
from coupdata.problems.errors import ProblemsError
from coupdata.problems.problem import Problem
from coupquiz.files import disk
from coupquiz.grading.spreadsheet import SavedTable, read_any_table
from coupquiz.grading.students.name_forms import NameForm, same_name, words
from coupquiz.grading.wording import named, short

NAME = "students.csv"
"""What a roster is called that lies beside the folder of a class."""

_LIMIT = 5_000_000
_ID = (
    r"id|student|students?[ _-]?(id|number|no)|id ?number|matri\w*|sis[ _](user|login)[ _]id|"
    r"user ?name|login|benutzer\w*|kennung|identifiant"
)
_NAMES = r"(full|display|student)?[ _]?name|student names?|nom complet|vollständiger name"
_FIRST = r"(first|given|fore)[ _]?names?|vornamen?|prénom|nombre"
_LAST = r"(last|family|sur)[ _]?names?|(nach|familien)namen?|nom|apellidos?"
_PLATFORM = (
    r".*(moodle|canvas|teams|classroom|blackboard|brightspace|platform|folder|alias|also|e-?mail|participant|"
    r"login|user|sis|nbgrader|\bid\b).*"
)


class RosterError(ProblemsError):
    """A roster that cannot be read; ``problems`` says why."""

    noun = "roster"


@dataclass(frozen=True, slots=True)
class RosterStudent:
    """A student on the roster."""

    id: str
    name: str
    aliases: frozenset[str]
    """What the student may be called, as `same_name` has it."""
    words: frozenset[tuple[str, ...]]
    """The same as words in the order of letters."""
    numbers: frozenset[str]
    """What platforms call the student, for numbers alone."""


@dataclass(frozen=True, slots=True)
class Roster:
    """The students of a class."""

    file: Path
    students: tuple[RosterStudent, ...]
    recognised: tuple[str, ...]
    """The columns that are used, each with what for."""
    unused: tuple[str, ...]
    """The columns that are not."""

    def matches(self, form: NameForm) -> list[RosterStudent]:
        """Return who may be meant: one where it is settled, several where it is not, none for nobody.

        The name decides; a platform's number tells namesakes apart, or decides where the name is nobody's.
        """
        by_name = self._by_name(form)
        by_number = [one for one in self.students if form.number and form.number in one.numbers]
        if both := [one for one in by_name if one in by_number]:
            return both
        if by_name and by_number:  # they contradict each other
            return [*by_name, *by_number]
        return by_name or by_number

    def _by_name(self, form: NameForm) -> list[RosterStudent]:
        for tried in dict.fromkeys((form.student, form.name)):
            same, parts, number = same_name(tried), words(tried), _number(tried)
            for found in (
                [one for one in self.students if same == same_name(one.id)],
                [one for one in self.students if same in one.aliases],
                [one for one in self.students if parts in one.words],
                [one for one in self.students if number and number == _number(one.id)],
            ):
                if found:
                    return found
        return []


def load_roster(file: Path) -> Roster:
    """Return the roster in a table: CSV as any spreadsheet saves it, its columns known by their names.

    A student is known by what the column for ids has, or the one for names where there is none for ids.

    Raises:
        RosterError: It is not there, or no column says who the students are, or an id is there twice.
    """
    try:
        content = disk.read(file, _LIMIT)
    except OSError as error:
        raise RosterError(file, [Problem("", _("it cannot be read ({error})").format(error=error))]) from None
    if content is None:
        raise RosterError(file, [Problem("", _("there is no such file"))])
    table = read_any_table(content)
    uses = _uses(table)
    if not table or not uses:
        columns = named(table.columns) if table else ""
        what = _("no column says who the students are: {columns}").format(columns=columns or "–")
        raise RosterError(file, [Problem("", what, _("name the columns “id” and “name”"))])
    students = [one for line in table.lines[table.heading + 1 :] if (one := _student(line, table, uses))]
    ids = [same_name(one.id) for one in students]
    if twice := [one.id for one in students if ids.count(same_name(one.id)) > 1]:
        what = _("these are in it twice: {names}").format(names=named(dict.fromkeys(twice)))
        raise RosterError(file, [Problem("", what, _("give each student an id of their own"))])
    recognised = tuple(f"{column} ({_use_in_words(use)})" for column, use in uses.items())
    unused = tuple(column for column in table.columns if column and column not in uses)
    return Roster(file, tuple(students), recognised, unused)


def roster_beside(root: Path) -> Roster | None:
    """Return the roster that lies beside the folder of a class; None where there is none.

    Raises:
        RosterError: It cannot be read.
    """
    file = root.absolute().parent / NAME
    return _loaded(file, file.stat().st_mtime_ns) if file.is_file() else None


@lru_cache(maxsize=2)
def _loaded(file: Path, _stamp: int) -> Roster:
    """Return what was read before, until the file changes: nbgrader asks for each student."""
    return load_roster(file)


def _use_in_words(use: str) -> str:
    said = {
        "id": _("id"),
        "name": _("name"),
        "first": _("first name"),
        "last": _("last name"),
        "platform": _("what a platform says"),
    }
    return said[use]


def _uses(table: SavedTable | None) -> dict[str, str]:
    """Return what each column is used for; empty where none says who the students are."""
    uses: dict[str, str] = {}
    for column in table.columns if table else ():
        for use, pattern in (("id", _ID), ("name", _NAMES), ("first", _FIRST), ("last", _LAST)):
            if use not in uses.values() and re.fullmatch(pattern, column):
                uses[column] = use
                break
        else:
            if re.fullmatch(_PLATFORM, column):
                uses[column] = "platform"
    return uses if {"id", "name", "last"} & {*uses.values()} else {}


def _student(line: list[str], table: SavedTable, uses: dict[str, str]) -> RosterStudent | None:
    cells: dict[str, list[str]] = {}
    for column, use in uses.items():
        place = table.columns[column]
        if cell := (line[place].strip() if place < len(line) else ""):
            cells.setdefault(use, []).append(cell)
    first, last = (" ".join(cells.get(use, ())) for use in ("first", "last"))
    name = " ".join(cells.get("name", ())) or f"{first} {last}".strip()
    id = "".join(cells.get("id", ())) or name
    if not id:
        return None
    known = {
        *_spellings(id, name, first, last),
        *(a for cell in cells.get("platform", ()) for a in _also(cell)),
    }
    aliases = frozenset(same_name(alias) for alias in known if alias)
    numbers = frozenset(cell for cell in (*cells.get("platform", ()), id) if cell.isdecimal())
    return RosterStudent(short(id, 100), name, aliases, frozenset(map(words, aliases)), numbers)


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


def _also(cell: str) -> Iterator[str]:
    """Yield what a platform may make of what stands in a cell: several names, or an address."""
    for alias in re.split(r"[;|]", cell):
        yield alias.strip()
        if "@" in alias:
            yield alias.partition("@")[0].strip()


def _number(text: str) -> str:
    """Return a number as a spreadsheet leaves it, without zeros at its start; empty for other texts."""
    return text.lstrip("0") or "0" if text.isdecimal() else ""
