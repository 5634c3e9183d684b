"""Keys that are looked up in the tables of a case: a count, a value, ids; so key and data cannot drift."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Case
from coupdata.model.described import described, record
from coupdata.problems.suggestions import near_misses
from coupdata.tables.rows import Row, TableName, rows

Take = Literal["count", "ids", "value", "values", "commonest"]
"""How many rows; their ids; what one row has in a column; what all have; what most have."""

Sort = Literal["number", "text", "texts"]


@record
class WrittenLookup:
    """What to look up, as a bank has it."""

    table: TableName = described("The table to look in.")
    take: Take = described("What to take from the rows that fit.")
    id: str = described("The id of the only row that fits.", absent="")
    where: Mapping[str, str | bool] = described("What has to be in which column.")
    has: tuple[str, ...] = described("Columns that must not be empty.")
    lacks: tuple[str, ...] = described("Columns that must be empty.")
    column: str = described("The column to take it from, if `take` needs one.", absent="")


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What a lookup gives, as an answer has it."""

    sort: Sort
    texts: tuple[str, ...]
    """One text for a number or a text; for several, each once."""


def look_up(written: WrittenLookup, table: Table, field: str, case: Case) -> LookedUp | None:
    """Return what a lookup gives; None where it gives nothing, which is noted.

    Args:
        written: What to look up.
        table: Where to note what is wrong with it.
        field: The field of that table in which it stands.
        case: Where it is looked up.
    """
    every = rows(case, written.table)
    columns = [column for column in (every[0] if every else {}) if column != "native"]
    problems = len(table.problems)
    for name, named in (
        ("where", [*written.where]),
        ("has", written.has),
        ("lacks", written.lacks),
        ("column", [written.column] if written.column else []),
    ):
        for column in named:
            if column not in columns:
                what = _("there is no column '{column}'").format(column=column)
                table.wrong(f"{field}, {name}", what, near_misses(column, columns))
    if written.take not in ("count", "ids") and not written.column:
        table.wrong(f"{field}, column", _("missing"), _("name the column"))
    if written.id and every and "id" not in columns:
        what = _("the records in this table have none")
        table.wrong(f"{field}, id", what, _("choose rows with where"))
    if len(table.problems) > problems:
        return None
    fitting = list(_fitting(written, every, table, field))
    found = _take(written.take, fitting, written.column)
    if not found and len(table.problems) == problems:
        what = _("{take} gives no single value: {n} rows fit").format(take=written.take, n=len(fitting))
        table.wrong(f"{field}, take", what, _("look at them"))
    return found


def as_text(value: object) -> str:
    """Return a plain value as an answer has it: numbers without a useless fraction, days as 1920-05-07."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _fitting(written: WrittenLookup, every: Sequence[Row], table: Table, field: str) -> Iterator[Row]:
    """Yield the rows that fit; notes what stands in none."""
    wanted = {column: as_text(value) for column, value in written.where.items()}
    if written.id:
        wanted["id"] = written.id
    for column, value in wanted.items():
        known = list(dict.fromkeys(text for row in every for text in _texts(row[column])))
        if value not in known:
            what = _("'{value}' is in no row").format(value=value)
            table.wrong(f"{field}, {column}", what, near_misses(value, known))
    for row in every:
        if (
            all(value in _texts(row[column]) for column, value in wanted.items())
            and all(_texts(row[column]) for column in written.has)
            and not any(_texts(row[column]) for column in written.lacks)
        ):
            yield row


def _take(take: Take, fitting: Sequence[Row], column: str) -> LookedUp | None:
    if take == "count":
        return LookedUp("number", (str(len(fitting)),))
    if take == "ids":
        return _several([as_text(row["id"]) for row in fitting if "id" in row])
    texts = [text for row in fitting for text in _texts(row[column])]
    if take == "commonest":
        counts = Counter(texts).most_common(2)
        is_tied = len(counts) == 2 and counts[0][1] == counts[1][1]
        return LookedUp("text", (counts[0][0],)) if counts and not is_tied else None
    if take == "value" and len(fitting) != 1:
        return None
    if take == "values" or not texts or isinstance(fitting[0][column], tuple):
        return _several(texts)
    value = fitting[0][column]
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return LookedUp("number" if number else "text", tuple(texts))


def _several(texts: Sequence[str]) -> LookedUp | None:
    return LookedUp("texts", tuple(dict.fromkeys(texts))) if texts else None


def _texts(value: object) -> list[str]:
    """Return what stands in a cell, as texts; nothing where it is empty."""
    if value is None or value == "":
        return []
    return [as_text(item) for item in value] if isinstance(value, tuple) else [as_text(value)]
