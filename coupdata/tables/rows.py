"""The records of a case as rows of tables: what data frames and keys are made of, without pandas."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any, Literal

from coupdata.model import PRECISIONS, Case
from coupdata.model.described import FieldSpec, field_specs
from coupdata.schema.field_table import in_words

Row = dict[str, object]
"""What stands in each column; None where there is nothing."""

TableName = Literal["events", "actors", "places", "links", "sources"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    dtype: str
    """As pandas calls it; lists are tuples, which it calls "object"."""
    meaning: str
    value: Callable[[Any], object]
    """What stands in it for a record; None where there is nothing."""
    categories: tuple[str, ...] = ()
    """In order."""


def rows(case: Case, table: str) -> list[Row]:
    """Return the rows of a table, one for each record, in the order of the case.

    Args:
        case: Whose records.
        table: One of the names in `TableName`.
    """
    shown = columns(table, type(case))
    return [{column.name: column.value(record) for column in shown} for record in getattr(case, table)]


def columns(table: str, case: type[Case] = Case) -> tuple[Column, ...]:
    """Return the columns of a table."""
    kind = next(spec.record for spec in field_specs(case) if spec.name == table and spec.record)
    return tuple(column for spec in field_specs(kind) for column in _columns(spec))


_DTYPES = {"id": "string", "text": "string", "reference": "string", "choice": "string", "flag": "bool"}
_DTYPES |= {"number": "float64", "whole": "Int64"}
_DAY = "datetime64[s]"  # nanoseconds begin in 1677

_WHEN = (
    Column(
        "edtf", "string", "The date in Extended Date/Time Format; empty where undated", attrgetter("edtf")
    ),
    Column("earliest", _DAY, "The earliest day it can have begun", attrgetter("start.earliest")),
    Column("latest", _DAY, "The latest day it can have ended", attrgetter("end.latest")),
    Column("start_latest", _DAY, "The latest day it can have begun", attrgetter("start.latest")),
    Column("end_earliest", _DAY, "The earliest day it can have ended", attrgetter("end.earliest")),
    Column("precision", "category", "How exactly it is dated", attrgetter("precision"), PRECISIONS),
    Column("label", "string", "The date as people write it", attrgetter("label")),
    Column("as_written", "string", "The source's own words for the date", attrgetter("as_written")),
)


def _columns(spec: FieldSpec) -> Iterator[Column]:
    """Yield the columns of a field: one, or those of the record in it."""
    if spec.spread:
        for column in _WHEN:
            yield replace(column, value=_of(spec.name, column.value))
    elif spec.record and spec.columns:
        fields = {inner.name: inner for inner in field_specs(spec.record)}
        for name, shown in spec.columns.items():
            dtype = "object" if spec.form == "records" else _dtype(fields[shown])
            yield Column(name, dtype, _meaning(fields[shown]), _of(spec.name, attrgetter(shown)))
    else:
        categories = spec.choices if spec.category else ()
        yield Column(spec.name, _dtype(spec), _meaning(spec), _of(spec.name), categories)


def _of(name: str, shown: Callable[[Any], object] = lambda value: value) -> Callable[[Any], object]:
    """Return what shows the field of this name in a record."""

    def show(record: Any) -> object:
        value = getattr(record, name)
        if isinstance(value, Mapping):
            return dict(value)  # a table may be changed, and the case must not change with it
        if isinstance(value, tuple):
            return tuple(dict.fromkeys(map(shown, value)))
        return None if value is None else shown(value)

    return show


def _dtype(spec: FieldSpec) -> str:
    return "category" if spec.category else _DTYPES.get(spec.form, "object")


def _meaning(spec: FieldSpec) -> str:
    """Return what a field says and, where it is no mere text, what stands in it."""
    said = spec.meaning.removesuffix(".")
    return said if spec.form in ("text", "texts", "flag", "names") else f"{said} ({in_words(spec)})"
