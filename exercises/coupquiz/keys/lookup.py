"""Keys that are looked up in the tables of a case: a count, a value, ids; so key and data cannot drift."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, get_args

from coupdata.loading import Table
from coupdata.model import Case
from coupdata.problems.suggestions import near_misses
from coupdata.tables.rows import TABLES, Row, rows

Take: TypeAlias = Literal["count", "ids", "value", "values", "commonest"]
TAKES: tuple[Take, ...] = get_args(Take)
"""How many rows; their ids; what one row has in a column; what all have; what most have."""

Sort: TypeAlias = Literal["number", "text", "texts"]

FORM = '{ table = "events", where = { place = "..." }, take = "count" }'


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What a lookup gives, as an answer has it."""

    sort: Sort
    texts: tuple[str, ...]
    """One text for a number or a text; for several, each once."""


def read_lookup(table: Table, case: Case) -> LookedUp | None:
    """Return what a lookup gives; None where it is wrong.

    It names a ``table``, the rows (``id``, or ``where`` their columns have something, or ``has`` and
    ``lacks``: columns in which something or nothing stands), and what to ``take`` of them, from a ``column``
    where need be.
    """
    name = table.known_choice("table", TABLES)
    take = table.known_choice("take", TAKES)
    if not name or not take:
        table.leave()
        return None
    every = rows(case, name)
    columns = [column for column in (every[0] if every else {}) if column != "native"]
    fitting = list(_fitting(table, every, columns))
    column = _column(table, "column", columns) if take not in ("count", "ids") else ""
    if column is None:
        return None
    found = _take(take, fitting, column)
    if not found:
        table.wrong("take", f"{take} gives nothing, or no one thing: {len(fitting)} rows fit; look them up")
    return found


def as_text(value: object) -> str:
    """Return a plain value as an answer has it: numbers without a useless fraction, days as 1920-05-07."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _fitting(table: Table, every: Sequence[Row], columns: Sequence[str]) -> Iterator[Row]:
    """Yield the rows that fit; notes what no row could fit."""
    wanted = table.record("where", '{ place = "..." }', lambda t: _where(t, every, columns)) or {}
    if table.has("id"):
        id = table.text("id")
        if every and "id" not in columns:
            table.wrong("id", "the records of this table have none; choose the rows by where")
        else:
            wanted["id"] = id
    for column, value in wanted.items():
        known = list(dict.fromkeys(text for row in every for text in _texts(row[column])))
        if value not in known:
            table.wrong(column, f"'{value}' stands in no row; {near_misses(value, known)}")
    has, lacks = (
        [column for column in table.texts(field) if _known(table, field, column, columns)]
        for field in ("has", "lacks")
    )
    for row in every:
        if (
            all(value in _texts(row[column]) for column, value in wanted.items())
            and all(_texts(row[column]) for column in has)
            and not any(_texts(row[column]) for column in lacks)
        ):
            yield row


def _where(table: Table, every: Sequence[Row], columns: Sequence[str]) -> dict[str, str]:
    """Return what is to stand in which column."""
    flags = {column for column in columns if isinstance(every[0][column], bool)}
    read = {
        column: as_text(table.flag(column)) if column in flags else table.text(column, required=False)
        for column in columns
    }
    return {column: text for column, text in read.items() if table.has(column)}


def _column(table: Table, field: str, columns: Sequence[str]) -> str | None:
    column = table.text(field)
    return column if column and _known(table, field, column, columns) else None


def _known(table: Table, field: str, column: str, columns: Sequence[str]) -> bool:
    if column not in columns:
        table.wrong(field, f"there is no column '{column}'; {near_misses(column, columns)}")
    return column in columns


def _take(take: Take, fitting: Sequence[Row], column: str) -> LookedUp | None:
    match take:
        case "count":
            return LookedUp("number", (str(len(fitting)),))
        case "ids":
            return _several(as_text(row["id"]) for row in fitting if "id" in row)
        case "values":
            return _several(text for row in fitting for text in _texts(row[column]))
        case "value":
            return _one(fitting, column)
        case "commonest":
            return _commonest(text for row in fitting for text in _texts(row[column]))


def _several(texts: Iterable[str]) -> LookedUp | None:
    each = tuple(dict.fromkeys(texts))
    return LookedUp("texts", each) if each else None


def _one(fitting: Sequence[Row], column: str) -> LookedUp | None:
    if len(fitting) != 1:
        return None
    value = fitting[0][column]
    if isinstance(value, tuple):
        return _several(_texts(value))
    number = isinstance(value, int | float) and not isinstance(value, bool)
    texts = tuple(_texts(value))
    return LookedUp("number" if number else "text", texts) if texts else None


def _commonest(texts: Iterable[str]) -> LookedUp | None:
    counts = Counter(texts).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return None  # two are as common as each other
    return LookedUp("text", (counts[0][0],))


def _texts(value: object) -> list[str]:
    """Return what stands in a cell, as texts; nothing where it is empty."""
    if value is None or value == "":
        return []
    return [as_text(item) for item in value] if isinstance(value, tuple) else [as_text(value)]
