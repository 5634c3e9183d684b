"""The records of a case as rows of tables: what data frames and keys are made of, without pandas."""

from __future__ import annotations

from typing import Literal, get_args

from coupdata.model import Case
from coupdata.model.described import field_specs
from coupdata.tables.columns import columns

Row = dict[str, object]
"""What stands in each column; None where there is nothing."""

TableName = Literal["events", "actors", "places", "links", "sources"]

TABLES: tuple[TableName, ...] = get_args(TableName)
"""The names of the tables."""


def rows(case: Case, table: str) -> list[Row]:
    """Return the rows of a table, one for each record, in the order of the case.

    Args:
        case: Whose records.
        table: One of `TABLES`.
    """
    shown = columns(kind_of(table, type(case)))
    return [{column.name: column.value(record) for column in shown} for record in getattr(case, table)]


def kind_of(table: str, case: type[Case] = Case) -> type:
    """Return the class of the records in a table."""
    return next(spec.record for spec in field_specs(case) if spec.name == table and spec.record)
