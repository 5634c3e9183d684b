"""Keys that are taken from the data: which record fits a field of an event."""

from dataclasses import dataclass
from typing import Literal

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Actor, Case, Event, Place, same_time
from coupdata.model.described import described, record

EventField = Literal["actors", "against", "concerns", "place", "when"]


@record
class WrittenKey:
    """A key as a bank has it."""

    event: str = described("An event.", refers="event")
    field: EventField = described("The field of that event that holds what is right.")


@dataclass(frozen=True, slots=True)
class EventKey:
    """A field of an event: what stands in it is right."""

    event: Event
    field: EventField
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


def key_of(table: Table, named_in: str, id: str, field: EventField, case: Case) -> EventKey | None:
    """Return the key that a field of an event makes; None where the event does not tell, which is noted.

    Args:
        table: The question's.
        named_in: Where in it the event is named.
        id: The event's.
        field: Which of its fields.
        case: Where it is looked up.
    """
    event = case.event(id)
    if not (event.when.edtf if field == "when" else getattr(event, field)):
        what = _("'{id}' names nothing under '{field}'").format(id=id, field=field)
        table.wrong(named_in, what, _("choose another event"))
        return None
    return EventKey(event, field, frozenset(case.around(event.place)))
