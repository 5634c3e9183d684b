"""Keys that are taken from the data: which record fits a field of an event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, get_args

from coupdata.loading.table import Table
from coupdata.model.edtf import Days
from coupdata.model.records import Actor, Case, Event, Place, When

Field: TypeAlias = Literal["actors", "against", "concerns", "place", "when"]
FIELDS: tuple[Field, ...] = get_args(Field)


@dataclass(frozen=True, slots=True)
class Key:
    """A field of an event: what stands in it is right."""

    event: Event
    field: Field
    places: frozenset[str]
    """Ids of the event's place and of the places in which that lies."""

    def fits(self, record: object) -> bool | None:
        """Return whether a record is right; None where the sources leave it open."""
        match record:
            case Actor() if self.field in ("actors", "against", "concerns"):
                return record.id in getattr(self.event, self.field)
            case Place() if self.field == "place":
                return record.id in self.places
            case Event() if self.field == "when":
                return same_time(record.when, self.event.when)
            case _:
                return False


def read_key(table: Table, case: Case) -> Key | None:
    """Return the key in a table; None where its event is unknown or does not tell."""
    id = table.reference("event", "event", required=True)
    field = table.known_choice("field", FIELDS)
    return key_of(table, "event", id, field, case) if field else None


def key_of(table: Table, named_in: str, id: str | None, field: Field, case: Case) -> Key | None:
    """Return the key that a field of an event makes; None where the event is unknown or does not tell."""
    event = next((event for event in case.events if event.id == id), None)
    if event and not (event.when.edtf if field == "when" else getattr(event, field)):
        table.wrong(named_in, f"'{id}' names nothing under '{field}'; choose another event")
        event = None
    return Key(event, field, frozenset(case.around(event.place))) if event else None


def same_time(a: When, b: When) -> bool | None:
    """Return whether two events are dated the same; None where they differ but can be the same moment."""
    if a.label == b.label:
        return True
    moments = a.edtf and b.edtf and a.start == a.end and b.start == b.end
    return None if moments and overlap(span(a), span(b)) else False


def span(when: When) -> Days:
    """Return the first and the last day of a date; of a span that is open at one end, those of the other."""
    first = when.start.earliest or when.end.earliest or date.min
    last = when.end.latest or when.start.latest or date.max
    return first, last


def overlap(a: Days, b: Days) -> bool:
    """Return whether some day is in both."""
    return a[0] <= b[1] and b[0] <= a[1]
