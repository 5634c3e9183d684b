"""The records of a case as pandas data frames, one row a record.

Texts are ``string`` columns (missing: ``<NA>``), days ``datetime64[s]`` (open: ``NaT``), lists are tuples in
``object`` columns.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from coupdata.loading import load
from coupdata.model import Case
from coupdata.problems.plain_calls import plain_call
from coupdata.tables.rows import Column, columns, rows

Shows = Callable[[Case | None], pd.DataFrame]


def _with_columns(function: Shows) -> Shows:
    """Add the columns of a table to the docstring of its function, which answers wrong calls plainly."""
    shown = columns(function.__name__)
    lines = (f"    {c.name} ({c.dtype}): {c.meaning}." for c in shown if c.name != "id")
    function.__doc__ = "\n".join((function.__doc__ or "", "", "Columns:", *lines))
    return plain_call(function)


@_with_columns
def events(case: Case | None = None) -> pd.DataFrame:
    """Return what happened, in order of time; the index is "id"."""
    return _frame("events", case)


@_with_columns
def actors(case: Case | None = None) -> pd.DataFrame:
    """Return who takes part: persons, groups and states; the index is "id".

    The dates of sides and offices stand in the records: ``case.actor(id).offices``.
    """
    return _frame("actors", case)


@_with_columns
def places(case: Case | None = None) -> pd.DataFrame:
    """Return where it happened; the index is "id"."""
    return _frame("places", case)


@_with_columns
def links(case: Case | None = None) -> pd.DataFrame:
    """Return causes and effects, numbered from 0."""
    return _frame("links", case)


@_with_columns
def sources(case: Case | None = None) -> pd.DataFrame:
    """Return where facts were taken from; the index is "id"."""
    return _frame("sources", case)


def _frame(table: str, case: Case | None) -> pd.DataFrame:
    """Return a table, with the id as index or numbered from 0."""
    case = load() if case is None else case
    found, shown = rows(case, table), columns(table, type(case))
    frame = pd.DataFrame({c.name: pd.Series([row[c.name] for row in found], dtype=_dtype(c)) for c in shown})
    return frame.set_index("id") if "id" in frame else frame


def _dtype(column: Column) -> Any:
    if column.categories:
        return pd.CategoricalDtype(list(column.categories), ordered=True)
    return column.dtype
