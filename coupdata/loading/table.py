"""Reads the fields of a record and says, of each that is wrong, what is wrong and how to mend it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from coupdata.i18n import _
from coupdata.loading.field_words import called, in_words
from coupdata.loading.problems import Problems
from coupdata.model import Days, Degrees
from coupdata.model.described import FieldForm
from coupdata.problems.suggestions import near_misses

T = TypeVar("T")

ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*"
"""The form of an id."""


class Table:
    """One table of a TOML file, whose fields are read one by one.

    Each method returns the value of a field; where it is wrong, a stand-in after a note of the problem.
    """

    def __init__(self, values: Mapping[str, object], where: str, problems: Problems) -> None:
        self._values = values
        self._where = where
        self._read: set[str] = set()
        self.problems = problems
        """Where problems are noted."""

    def wrong(self, field: str, what: str, mend: str = "") -> None:
        """Note what is wrong with a field."""
        self.problems.add(f"{self._where}, {field}", what, mend)

    def has(self, field: str) -> bool:
        """Return whether the field is there at all."""
        return field in self._values

    def id(self, *, required: bool = True) -> str:
        """Return the record's id."""
        id = self.text("id", required=required)
        if id and not re.fullmatch(ID, id):
            mend = _("write lower-case words joined by hyphens: peace-treaty")
            self.wrong("id", _("'{id}' is not an id").format(id=id), mend)
        return id

    def text(self, field: str, *, required: bool = True, most: int = 0, quoted: bool = False) -> str:
        """Return a text of at most so many characters; a quoted one is all in the words of others."""
        value = self._value(field, str, "text", required)
        text = value or ""
        if required and value is not None and not value.strip():
            self.wrong(field, _("empty"), _("write it"))
        if most and len(text) > most:
            what = _("{length} characters long, but {most} at most").format(length=len(text), most=most)
            self.wrong(field, what, _("shorten it"))
        self.problems.check_quotations(f"{self._where}, {field}", f"“{text}”" if quoted else text)
        return text

    def texts(self, field: str, *, required: bool = False, kind: str = "") -> tuple[str, ...]:
        """Return a list of texts, or of ids of records of a kind; empty where the field is not there."""
        values = self._value(field, list, "texts", required, kind)
        if required and values == []:
            self.wrong(field, _("empty"), _("name at least one"))
        texts = [value for value in values or () if isinstance(value, str) and value.strip()]
        if len(texts) < len(values or ()):
            self._must_be(field, "texts", kind)
        for text in _repeated(texts):
            self.wrong(field, _("'{text}' appears twice").format(text=text), _("remove one"))
        return tuple(texts)

    def reference(self, field: str, kind: str, *, required: bool = False) -> str | None:
        """Return the id of another record of this kind; None where the field is not there."""
        id = self._value(field, str, "reference", required, kind)
        if id is not None:
            self.problems.check_known(f"{self._where}, {field}", kind, id)
        return id

    def references(self, field: str, kind: str, *, required: bool = False) -> tuple[str, ...]:
        """Return ids of other records of this kind."""
        ids = self.texts(field, required=required, kind=kind)
        for id in ids:
            self.problems.check_known(f"{self._where}, {field}", kind, id)
        return ids

    def cites(self, field: str = "cites", *, required: bool = False) -> tuple[str, ...]:
        """Return ids of sentences of the reading."""
        return self.references(field, "sentence", required=required)

    def choice(self, field: str, choices: tuple[T, ...], *, required: bool = True) -> T | None:
        """Return one of the choices; None where the field is not there, or wrong."""
        names = list(map(str, choices))
        text = self._value(field, str, "choice", required, ", ".join(names))
        if text in names:
            return choices[names.index(text)]
        if text is not None:
            self.wrong(field, _("'{text}' is unknown").format(text=text), near_misses(text, names))
        return None

    def number(self, field: str, low: float, high: float, *, required: bool = False) -> float | None:
        """Return a number between low and high; None where the field is not there."""
        value = self._value(field, (float, int), "number", required)
        return None if value is None else float(self._within(field, value, low, high))

    def whole(self, field: str, low: float, high: float, *, required: bool = False) -> int | None:
        """Return a whole number from low to high; None where the field is not there."""
        value = self._value(field, int, "whole", required)
        return None if value is None else int(self._within(field, value, low, high))

    def flag(self, field: str) -> bool:
        """Return whether something holds; it does not where the field is not there."""
        return self._value(field, bool, "flag", required=False) or False

    def days(self, field: str, *, required: bool = False) -> Days | None:
        """Return a first and a last day; None where the field is not there."""
        match self._value(field, list, "days", required):
            case None:
                return None
            case [first, last] if type(first) is date and type(last) is date:
                if first > last:
                    what = _("ends ({last}) before it starts ({first})").format(first=first, last=last)
                    self.wrong(field, what, _("write the earlier day first"))
                return first, last
            case _wrong:
                self._must_be(field, "days")
                return None

    def points(self, field: str, *, required: bool = False) -> tuple[Degrees, ...]:
        """Return the points in a text such as "44.8 41.7, 45.2 41.3": degrees east and north."""
        text = self.text(field, required=required)
        points = []
        for pair in filter(None, (pair.strip() for pair in text.split(","))):
            try:
                east, north = map(float, pair.split())
            except ValueError:
                mend = _("write degrees east and north: 44.8 41.7")
                self.wrong(field, _("'{pair}' is not a point").format(pair=pair), mend)
                continue
            if abs(east) <= 180 and abs(north) <= 90:
                points.append((east, north))
            else:
                mend = _("write degrees east, then north")
                self.wrong(field, _("'{pair}' is not on the earth").format(pair=pair), mend)
        if required and text and len(points) < 2:
            self.wrong(field, _("a single point is not an outline"), _("write more"))
        return tuple(points)

    def names(self, field: str) -> dict[str, str]:
        """Return names by language tag."""
        return self._texts_in(field, "names", lambda name: isinstance(name, str) and name)

    def values(self, field: str) -> dict[str, str | bool]:
        """Return what is to stand in fields, by their names."""
        return self._texts_in(field, "values", lambda value: isinstance(value, str | bool))

    def record(
        self, field: str, form: str, read: Callable[[Table], T], *, required: bool = False
    ) -> T | None:
        """Return the record in a field; None where the field is not there."""
        values = self._value(field, dict, "record", required, form)
        return None if values is None else self._record(field, values, read)

    def records(self, field: str, read: Callable[[Table], T], *, required: bool = False) -> tuple[T, ...]:
        """Return the records in a list of tables."""
        if isinstance(self._values.get(field), dict):
            self._read.add(field)
            what = _("begin each with [[{field}]], two brackets on each side").format(field=field)
            self.wrong(field, what, _("or, if it is in braces, put [ ] around it"))
            return ()
        values = self._value(field, list, "records", required, field)
        if required and values == []:
            self.wrong(field, _("empty"), _("write at least one"))
        tables = [value for value in values or () if isinstance(value, dict)]
        if len(tables) < len(values or ()):
            self._must_be(field, "records", field)
        for id in _repeated(table["id"] for table in tables if isinstance(table.get("id"), str)):
            self.wrong(f"{field} '{id}', id", _("appears twice"), _("give each its own"))
        return tuple(self._record(_label(field, i, table), table, read) for i, table in enumerate(tables, 1))

    def finish(self, meant: Mapping[str, str] | None = None) -> None:
        """Note the fields that nobody has asked for.

        Args:
            meant: What to do instead, for fields that somebody may expect here.
        """
        known = sorted(self._read)
        for field in self._values:
            if field not in known:
                self.wrong(field, _("unknown field"), (meant or {}).get(field) or near_misses(field, known))
        self._read.update(self._values)

    def leave(self) -> None:
        """Leave the rest unread, where a mistake hides which fields there should be."""
        self._read.update(self._values)

    def _record(self, label: str, values: dict[str, object], read: Callable[[Table], T]) -> T:
        table = Table(values, f"{self._where}, {label}", self.problems)
        record = read(table)
        table.finish()
        return record

    def _texts_in(self, field: str, form: FieldForm, fits: Callable[[object], object]) -> dict[str, Any]:
        values = self._value(field, dict, form, required=False) or {}
        if all(map(fits, values.values())):
            return values
        self._must_be(field, form)
        return {}

    def _within(self, field: str, value: float, low: float, high: float) -> float:
        if low <= value <= high:
            return value
        what = _("{value} is not between {low} and {high}").format(
            value=value, low=f"{low:g}", high=f"{high:g}"
        )
        self.wrong(field, what, _("write one that is"))
        return high if value > high else low  # an integer may be too large for a float

    def _value(
        self,
        field: str,
        type_: type[T] | tuple[type[T], ...],
        form: FieldForm,
        required: bool,
        about: str = "",
    ) -> T | None:
        """Return the value of a field, if it is there and of this type; see `in_words` on form and about."""
        self._read.add(field)
        if field not in self._values:
            if required:
                self.wrong(field, _("missing"), _("add it: {form}").format(form=in_words(form, about)))
            return None
        value = self._values[field]
        types = type_ if isinstance(type_, tuple) else (type_,)
        if type(value) not in types:  # not isinstance: true is an int, a date with a time is a date
            self._must_be(field, form, about, _(", not {other}").format(other=called(value)))
            return None
        return value  # type: ignore[return-value]

    def _must_be(self, field: str, form: FieldForm, about: str = "", other: str = "") -> None:
        self.wrong(field, _("must be {form}").format(form=in_words(form, about)) + other)


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
