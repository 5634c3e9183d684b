"""What is known of the order of events: dates, the source's words, and causes before effects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from coupdata.model.records import Event, Link
from coupdata.problems.errors import check_id


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one event is known to come before another."""

    kind: Literal["dates", "words", "cause"]
    """Dates of when they began; words of the source such as "afterwards"; a cause and its effect."""
    earlier: str
    later: str
    cites: tuple[str, ...]


class CircularOrderError(ValueError):
    """Some event would come before itself; ``circles`` holds the reasons that say so."""

    def __init__(self, circles: Sequence[tuple[Reason, ...]]) -> None:
        self.circles = tuple(circles)
        steps = (f"'{r.earlier}' before '{r.later}' ({r.kind})" for circle in circles for r in circle)
        super().__init__(f"the order of events goes round in a circle: {'; '.join(steps)}")


class Chronology:
    """The partial order of a case's events: what the sources leave open stays open.

    One event is before another where it is known to have begun before it: by dates, by the words of the
    source (``after``), as cause of an effect, and by any chain of these. When it ended does not matter, or
    else whoever learns an end would know less of the order: what began in 1918 is before what began in June
    1919, whether it ended in 1918, in December 1919, or nobody knows when.
    """

    def __init__(self, events: Sequence[Event], links: Iterable[Link]) -> None:
        """Order events, which come in the order of their file, and links between them.

        Raises:
            CircularOrderError: Reasons contradict each other.
        """
        self._events = {event.id: event for event in _ranked(events)}
        self._dated = {
            id: [other.id for other in self._events.values() if _has_begun(event, other)]
            for id, event in self._events.items()
        }
        """What dates say: for each event those that come after it."""
        self._told: dict[str, dict[str, Reason]] = {id: {} for id in self._events}
        """What words and causes say, by the earlier event and the later."""
        for event in events:
            for earlier in event.after:
                self._told[earlier][event.id] = Reason("words", earlier, event.id, event.after_cites)
        for link in links:
            reason = Reason("cause", link.cause, link.effect, link.cites)
            self._told[link.cause].setdefault(link.effect, reason)
        self._ways: dict[str, dict[str, str]] = {}
        self.sequence = tuple(self._possible())
        """Every event in one order that is possible: by when each may begin, then as in the file."""

    def before(self, a: str, b: str) -> bool:
        """Return whether ``a`` is known to come before ``b``; false both ways round means that it is open.

        Raises:
            KeyError: There is no such event; the message names the near misses.
        """
        for id in (a, b):
            check_id("event", id, self._events)
        if a not in self._ways:
            self._ways[a] = self._ways_from(a)
        return b in self._ways[a]

    def why(self, a: str, b: str) -> tuple[Reason, ...]:
        """Return the shortest chain of reasons that leads from ``a`` to ``b``; empty where the order is open.

        Raises:
            KeyError: There is no such event; the message names the near misses.
        """
        return self._chain(a, b, self._ways[a]) if self.before(a, b) else ()

    def _possible(self) -> Iterator[str]:
        """Yield every event, none before one that is known to come before it."""
        earlier: dict[str, list[str]] = {id: [] for id in self._events}
        for id in self._events:
            for later in self._following(id):
                earlier[later].append(id)
        waiting = dict.fromkeys(self._events)
        while waiting:
            first = next((id for id in waiting if waiting.keys().isdisjoint(earlier[id])), None)
            if first is None:
                raise CircularOrderError(self._circles())
            del waiting[first]
            yield first

    def _following(self, id: str) -> Iterator[str]:
        """Yield the events that are directly known to come after one; some twice."""
        yield from self._dated[id]
        yield from self._told[id]

    def _ways_from(self, start: str) -> dict[str, str]:
        """Return for each event that comes after one the event before it, on the shortest way there."""
        came_from: dict[str, str] = {}
        queue = [start]
        for earlier in queue:
            for later in self._following(earlier):
                if later not in came_from:
                    came_from[later] = earlier
                    queue.append(later)
        return came_from

    def _chain(self, a: str, b: str, came_from: dict[str, str]) -> tuple[Reason, ...]:
        way = [b]
        while way[-1] != a:
            way.append(came_from[way[-1]])
        return tuple(self._reason(earlier, later) for earlier, later in pairwise(reversed(way)))

    def _reason(self, earlier: str, later: str) -> Reason:
        a, b = self._events[earlier], self._events[later]
        if _has_begun(a, b):
            return Reason("dates", earlier, later, tuple(dict.fromkeys((*a.cites, *b.cites))))
        return self._told[earlier][later]

    def _circles(self) -> list[tuple[Reason, ...]]:
        """Return the shortest circles, so that mending what is told in each of them leaves none.

        Dates alone cannot contradict each other: every circle holds something told.
        """
        circles = []
        while closed := list(self._closed()):
            circles.append(circle := min(closed, key=len))
            for reason in circle:
                self._told[reason.earlier].pop(reason.later, None)
        return circles

    def _closed(self) -> Iterator[tuple[Reason, ...]]:
        """Yield, for each reason that is told, the shortest circle that it begins."""
        for reason in [reason for reasons in self._told.values() for reason in reasons.values()]:
            ways = self._ways_from(reason.later)
            if reason.later == reason.earlier:
                yield (reason,)
            elif reason.earlier in ways:
                yield (reason, *self._chain(reason.later, reason.earlier, ways))


def _ranked(events: Iterable[Event]) -> list[Event]:
    """Return events by the day on which each may begin; one that has none stays with the one before it."""
    ranked = []
    day = date.min
    for event in events:
        day = event.when.start.earliest or event.when.start.latest or day
        ranked.append((day, event))
    return [event for _, event in sorted(ranked, key=lambda pair: pair[0])]


def _has_begun(event: Event, other: Event) -> bool:
    """Return whether an event has begun before another can begin; it has begun once it can only be over."""
    known = (day for day in (event.when.start.latest, event.when.end.latest) if day)
    begun, begins = min(known, default=None), other.when.start.earliest
    return begun is not None and begins is not None and begun < begins
