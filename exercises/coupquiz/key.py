"""Keys that are taken from the data: which record fits a field of an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, get_args

from coupdata.fields import Table
from coupdata.model import Actor, Case, Event, Place, When

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
    field: Field = table.choice("field", FIELDS)
    event = next((event for event in case.events if event.id == id), None)
    if not event:
        return None
    if not tells(event, field):
        table.wrong("field", f"'{event.id}' tells nothing of it; choose another event or field")
        return None
    return Key(event, field, frozenset(_around(event.place, case)))


def tells(event: Event, field: Field) -> bool:
    """Return whether an event has something in this field."""
    return bool(event.when.edtf if field == "when" else getattr(event, field))


def same_time(a: When, b: When) -> bool | None:
    """Return whether two events are dated the same; None where the dates differ but can be of one day."""
    if not a.edtf or not b.edtf or not _overlap(span(a), span(b)):
        return False
    return True if span(a) == span(b) else None


def span(when: When) -> tuple[date, date]:
    """Return the first and the last day of a date; of a span that is open at one end, those of the other."""
    first = when.start.earliest or when.end.earliest or date.min
    last = when.end.latest or when.start.latest or date.max
    return first, last


def _overlap(a: tuple[date, date], b: tuple[date, date]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _around(place: str | None, case: Case) -> Iterator[str]:
    """Yield the id of a place and of each place in which it lies."""
    while place:
        yield place
        place = case.place(place).within
