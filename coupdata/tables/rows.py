"""The records of a case as rows of tables: what data frames and keys are made of, without pandas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any

from coupdata.model import Actor, Case, Event, When

Row = dict[str, object]
"""What stands in each column; None where there is nothing."""


def rows(case: Case, table: str) -> list[Row]:
    """Return the rows of a table, one for each record, in the order of the case.

    Args:
        case: Whose records.
        table: One of `TABLES`.
    """
    return [_ROWS.get(table, _fields)(record) for record in _RECORDS[table](case)]


_RECORDS: Mapping[str, Callable[[Case], Iterable[Any]]] = {
    "events": lambda case: case.events,
    "actors": lambda case: case.actors,
    "places": lambda case: case.places,
    "links": lambda case: case.links,
    "sources": lambda case: case.sources,
}

TABLES = tuple(_RECORDS)
"""The names of the tables."""


def _event(event: Event) -> Row:
    hedge = event.hedge
    doubt = {"hedge": hedge and hedge.words, "hedge_covers": hedge and hedge.covers}
    return _fields(event) | _when(event.when) | doubt


def _actor(actor: Actor) -> Row:
    sides = tuple(dict.fromkeys(side.side for side in actor.sides))
    return _fields(actor) | {"sides": sides, "offices": tuple(office.title for office in actor.offices)}


_ROWS: Mapping[str, Callable[[Any], Row]] = {"events": _event, "actors": _actor}


def _fields(record: Any) -> Row:
    values = {field.name: getattr(record, field.name) for field in fields(record) if field.name != "when"}
    # a table may be changed, and the case must not change with it
    return {name: dict(value) if isinstance(value, Mapping) else value for name, value in values.items()}


def _when(when: When) -> Row:
    return {
        "edtf": when.edtf,
        "earliest": when.start.earliest,
        "latest": when.end.latest,
        "start_latest": when.start.latest,
        "end_earliest": when.end.earliest,
        "precision": when.precision,
        "label": when.label,
        "as_written": when.as_written,
    }
