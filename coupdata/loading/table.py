"""Reads the fields of a record and says, of each that is wrong, what is wrong and how to mend it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from typing import TypeVar

from coupdata.loading.problems import Problems
from coupdata.model import PRECISIONS, SCOPES, Days, Scope, When
from coupdata.model.edtf import DateError, read_when
from coupdata.problems.suggestions import near_misses

T = TypeVar("T")

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class Table:
    """One table of a TOML file, whose fields are read one by one.

    Each method returns the value of a field; where it is wrong, a stand-in after a note of the problem.
    """

    def __init__(self, values: Mapping[str, object], where: str, problems: Problems) -> None:
        self._values = values
        self._where = where
        self._problems = problems
        self._read: set[str] = set()

    def wrong(self, field: str, what: str) -> None:
        """Note what is wrong with a field."""
        self._problems.add(f"{self._where}, {field}", what)

    def has(self, field: str) -> bool:
        """Return whether the field is there at all."""
        return field in self._values

    def id(self) -> str:
        """Return the record's id."""
        id = self.text("id")
        if id and not _ID.fullmatch(id):
            self.wrong("id", f"'{id}' is no id; write lower-case words joined by hyphens: peace-treaty")
        return id

    def text(self, field: str, *, required: bool = True, most: int = 0, quoted: bool = False) -> str:
        """Return a text of at most so many characters; a quoted one is all in the words of others."""
        value = self._value(field, str, "text in quotation marks", required)
        text = value or ""
        if required and value is not None and not value.strip():
            self.wrong(field, "empty; write it")
        if most and len(text) > most:
            self.wrong(field, f"{len(text)} characters long, {most} at most; shorten it")
        self._problems.check_quotations(f"{self._where}, {field}", f"“{text}”" if quoted else text)
        return text

    def texts(self, field: str, *, required: bool = False, called: str = "texts") -> tuple[str, ...]:
        """Return a list of texts; empty where the field is not there."""
        form = f'a list of {called} such as ["...", "..."]'
        values = self._value(field, list, form, required)
        if required and values == []:
            self.wrong(field, "empty; name at least one")
        texts = [value for value in values or () if isinstance(value, str) and value.strip()]
        if len(texts) < len(values or ()):
            self.wrong(field, f"must be {form}")
        for text in _repeated(texts):
            self.wrong(field, f"'{text}' stands twice; take one out")
        return tuple(texts)

    def reference(self, field: str, kind: str, *, required: bool = False) -> str | None:
        """Return the id of another record of this kind; None where the field is not there."""
        id = self._value(field, str, f"the id of a {kind} in quotation marks", required)
        if id is not None:
            self._problems.check_known(f"{self._where}, {field}", kind, id)
        return id

    def references(self, field: str, kind: str, *, required: bool = False) -> tuple[str, ...]:
        """Return ids of other records of this kind."""
        ids = self.texts(field, required=required, called=f"ids of {kind}s")
        for id in ids:
            self._problems.check_known(f"{self._where}, {field}", kind, id)
        return ids

    def choice(self, field: str, choices: tuple[T, ...], default: T | None = None) -> T:
        """Return one of the choices; without a default the field is required."""
        found = self._choice(field, choices, required=default is None)
        if found is not None:
            return found
        return choices[0] if default is None else default

    def known_choice(self, field: str, choices: tuple[T, ...]) -> T | None:
        """Return one of the choices; None where the field, which is required, is wrong."""
        return self._choice(field, choices, required=True)

    def number(self, field: str, low: float, high: float) -> float | None:
        """Return a number between low and high; None where the field is not there."""
        value = self._value(field, (float, int), "a number without quotation marks", required=False)
        if value is not None and not low <= value <= high:
            self.wrong(field, f"{value} lies outside {low:g} to {high:g}; write one within")
            value = high if value > high else low  # an integer may be too large for a float
        return None if value is None else float(value)

    def whole(self, field: str, low: int, high: int) -> int | None:
        """Return a whole number from low to high; None where the field is not there, or wrong."""
        value = self._value(field, int, "a whole number without quotation marks", required=False)
        if value is not None and not low <= value <= high:
            self.wrong(field, f"{value} lies outside {low} to {high}; write one within")
            return None
        return value

    def flag(self, field: str) -> bool:
        """Return whether something holds; it does not where the field is not there."""
        return self._value(field, bool, "true or false", required=False) or False

    def days(self, field: str, *, required: bool = False) -> Days | None:
        """Return a first and a last day; None where the field is not there."""
        form = "two days such as [1920-05-02, 1920-05-03], without quotation marks"
        match self._value(field, list, form, required):
            case None:
                return None
            case [first, last] if type(first) is date and type(last) is date:
                return first, last
            case _:
                self.wrong(field, f"must be {form}")
                return None

    def when(self) -> When:
        """Return when something was, from edtf, precision, start, end and as_written."""
        as_written = self.text("as_written", required=False, quoted=True)
        before = len(self._problems)
        edtf = self.text("edtf", required=False)
        precision = self.choice("precision", PRECISIONS) if self.has("precision") else ""
        start, end = self.days("start"), self.days("end")
        if len(self._problems) > before:  # what follows from a slip is no slip
            precision, start, end = "", None, None
        try:
            return read_when(edtf, precision=precision, start=start, end=end, as_written=as_written)
        except DateError as error:
            self.wrong(error.field, str(error))
            return read_when()

    def scope(self) -> tuple[Scope, str]:
        """Return where a fact comes from: the scope, and the source's id where it is not the article."""
        scope: Scope = self.choice("scope", SCOPES, "article")
        if scope != "article" and not self.has("source"):
            self.wrong("source", f"missing, but the scope is '{scope}'; name the source of sources.toml")
        return scope, self.reference("source", "source") or ""

    def cites(self, field: str = "cites", *, required: bool = False) -> tuple[str, ...]:
        """Return ids of sentences of the reading."""
        return self.references(field, "sentence", required=required)

    def names(self, field: str) -> dict[str, str]:
        """Return names by language tag."""
        values = self._value(field, dict, 'names by language such as { ka = "..." }', required=False) or {}
        if not all(isinstance(name, str) and name for name in values.values()):
            self.wrong(field, 'must be names by language such as { ka = "..." }')
            return {}
        return values

    def record(self, field: str, form: str, read: Callable[[Table], T]) -> T | None:
        """Return the record in a field; None where the field is not there."""
        values = self._value(field, dict, f"a table such as {form}", required=False)
        return None if values is None else self._record(field, values, read)

    def records(self, field: str, read: Callable[[Table], T], *, required: bool = False) -> tuple[T, ...]:
        """Return the records in a list of tables."""
        form = f"a list of tables, each begun by [[{field}]] or in braces"
        if isinstance(self._values.get(field), dict):
            self._read.add(field)
            each = f"begin each with [[{field}]], two brackets on each side"
            self.wrong(field, f"{each}; or, if it stands in braces, put [ ] around it")
            return ()
        values = self._value(field, list, form, required)
        if required and values == []:
            self.wrong(field, "empty; write at least one")
        tables = [value for value in values or () if isinstance(value, dict)]
        if len(tables) < len(values or ()):
            self.wrong(field, f"must be {form}")
        for id in _repeated(table["id"] for table in tables if isinstance(table.get("id"), str)):
            self._problems.add(f"{self._where}, {field} '{id}', id", "stands twice; give each its own")
        return tuple(self._record(_label(field, i, table), table, read) for i, table in enumerate(tables, 1))

    def finish(self) -> None:
        """Note the fields that nobody has asked for."""
        for field in self._values:
            if field not in self._read:
                self.wrong(field, f"unknown field; {near_misses(field, sorted(self._read))}")

    def leave(self) -> None:
        """Leave the rest unread, where a slip hides which fields there should be."""
        self._read.update(self._values)

    def _record(self, label: str, values: dict[str, object], read: Callable[[Table], T]) -> T:
        table = Table(values, f"{self._where}, {label}", self._problems)
        record = read(table)
        table.finish()
        return record

    def _choice(self, field: str, choices: tuple[T, ...], *, required: bool) -> T | None:
        names = [str(choice) for choice in choices]
        text = self._value(field, str, f"one of {', '.join(names)}, in quotation marks", required)
        if text in names:
            return choices[names.index(text)]
        if text is not None:
            self.wrong(field, f"'{text}' is unknown; {near_misses(text, names)}")
        return None

    def _value(self, field: str, kind: type[T] | tuple[type[T], ...], form: str, required: bool) -> T | None:
        """Return the value of a field, if it is there and of this kind."""
        self._read.add(field)
        if field not in self._values:
            if required:
                self.wrong(field, f"missing; add it: {form}")
            return None
        value = self._values[field]
        kinds = kind if isinstance(kind, tuple) else (kind,)
        if type(value) not in kinds:  # not isinstance: true is an int, a date with a time is a date
            self.wrong(field, f"must be {form}, not {_KINDS[type(value)]}")
            return None
        return value  # type: ignore[return-value]


_KINDS: dict[type, str] = {
    str: "text",
    int: "a number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "a table",
    date: "a day",
    datetime: "a day with a time",
    time: "a time",
}


def _repeated(texts: Iterable[str]) -> list[str]:
    return [text for text, count in Counter(texts).items() if count > 1]


def _label(field: str, number: int, values: Mapping[str, object]) -> str:
    """Return what people call a record: by its id, else by the number of its place."""
    id = values.get("id")
    if isinstance(id, str) and id:
        return f"{field} '{id}'"
    if "cause" in values and "effect" in values:
        return f"{field} {number} ('{values['cause']}' to '{values['effect']}')"
    return f"{field} {number}"
