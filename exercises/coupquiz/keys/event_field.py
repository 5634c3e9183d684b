"""Keys that are taken from the data: which record fits a field of an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from coupdata.loading import Table
from coupdata.model import Actor, Case, Event, Place, same_time

Field: TypeAlias = Literal["actors", "against", "concerns", "place", "when"]
FIELDS: tuple[Field, ...] = get_args(Field)


@dataclass(frozen=True, slots=True)
class EventKey:
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


def read_key(table: Table, case: Case) -> EventKey | None:
    """Return the key in a table; None where its event is unknown or does not tell."""
    id = table.reference("event", "event", required=True)
    field = table.known_choice("field", FIELDS)
    return key_of(table, "event", id, field, case) if field else None


def key_of(table: Table, named_in: str, id: str | None, field: Field, case: Case) -> EventKey | None:
    """Return the key that a field of an event makes; None where the event is unknown or does not tell."""
    event = next((event for event in case.events if event.id == id), None)
    if event and not (event.when.edtf if field == "when" else getattr(event, field)):
        table.wrong(named_in, f"'{id}' names nothing under '{field}'; choose another event")
        event = None
    return EventKey(event, field, frozenset(case.around(event.place))) if event else None
