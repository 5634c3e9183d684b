"""The days in which an event may have been."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from coupdata.model import Case, Event


@dataclass(frozen=True, slots=True)
class Extent:
    """The days that a mark on a scale covers; None where nothing closes it on that side."""

    form: Literal["day", "night", "span", "open", "window"]
    """A day; a night; from one day to another; from some day on; on some day between two."""
    first: date | None
    last: date | None
    begun: date | None
    """The day by which it has surely begun."""


def extent(case: Case, event: Event) -> Extent:
    """Return what the event's dates give, or, for one without, its place in the order of events."""
    start, end = event.when.start, event.when.end
    match event.when.precision:
        case "undated":
            before = (e.when.start.earliest for e in case.events if case.order.before(e.id, event.id))
            after = (e.when.start.latest for e in case.events if case.order.before(event.id, e.id))
            first = max((day for day in before if day), default=None)
            last = min((day for day in after if day), default=None)
            return Extent("window", first, last, last)
        case _ if end.latest is None:
            return Extent("open", start.earliest, None, start.latest)
        case _ if start.latest and end.earliest and start.latest < end.earliest:
            return Extent("span", start.earliest, end.latest, start.latest)
        case "day" | "night" as form:
            return Extent(form, start.earliest, end.latest, start.latest)
        case _:
            return Extent("window", start.earliest, end.latest, start.latest)
