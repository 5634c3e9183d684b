"""What is known of the order of events: dates, the source's words, and causes before effects."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush
from itertools import pairwise
from operator import itemgetter
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
    source (``after``), as cause of an effect, and by any chain of these. An end counts only as a limit, since
    what is over has begun: so whoever learns an end never knows less of the order. What began in 1918 is
    before what began in June 1919, whether it ended in 1918, in December 1919, or nobody knows when.
    """

    def __init__(self, events: Sequence[Event], links: Iterable[Link]) -> None:
        """Order events, which come in the order of their file, and links between them.

        Raises:
            CircularOrderError: Reasons contradict each other.
        """
        self._events = {event.id: event for event in _ranked(events)}
        begins = [(event.when.start.earliest, event.id) for event in self._events.values()]
        self._begins = [(day, id) for day, id in begins if day]
        """When each event begins at the earliest, in order of time."""
        begun = {id: _begun(event) for id, event in self._events.items()}
        self._after = {
            id: bisect_right(self._begins, day, key=itemgetter(0)) for id, day in begun.items() if day
        }
        """For each event the place among those from which on all come after it, as dates say."""
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
            if not (isinstance(id, str) and id in self._events):
                check_id("event", id, self._events)
        if _has_begun(self._events[a], self._events[b]):
            return True
        if a not in self._ways:
            self._ways[a] = self._ways_from(a)
        return b in self._ways[a]

    def why(self, a: str, b: str) -> tuple[Reason, ...]:
        """Return the shortest chain of reasons that leads from ``a`` to ``b``; empty where the order is open.

        Raises:
            KeyError: There is no such event; the message names the near misses.
        """
        if not self.before(a, b):
            return ()
        return self._chain(a, b, self._ways.get(a) or self._ways_from(a))

    def _possible(self) -> Iterator[str]:
        """Yield every event, none before one that is known to come before it."""
        rank = {id: n for n, id in enumerate(self._events)}
        told = Counter(later for reasons in self._told.values() for later in reasons)  # that still wait
        begun = [(day, id) for id, event in self._events.items() if (day := _begun(event))]
        heapify(begun)
        dated = [
            (self._events[id].when.start.earliest or date.min, rank[id], id) for id in rank if not told[id]
        ]
        heapify(dated)  # free by what is told; free by dates when all that has begun before has gone
        free: list[tuple[int, str]] = []
        gone: set[str] = set()
        while len(gone) < len(rank):
            while begun and begun[0][1] in gone:
                heappop(begun)
            while dated and not (begun and begun[0][0] < dated[0][0]):
                heappush(free, heappop(dated)[1:])
            if not free:
                raise CircularOrderError(self._circles())
            first = heappop(free)[1]
            gone.add(first)
            yield first
            for later in self._told[first]:
                told[later] -= 1
                if not told[later]:
                    begins = self._events[later].when.start.earliest or date.min
                    heappush(dated, (begins, rank[later], later))

    def _ways_from(self, start: str) -> dict[str, str]:
        """Return for each event that comes after one the event before it, on the shortest way there."""
        came_from: dict[str, str] = {}
        queue = [start]
        reached = len(self._begins)  # from there on, dates have been followed
        for earlier in queue:
            after = self._after.get(earlier, reached)
            dated = [id for _, id in self._begins[after:reached]]
            reached = min(reached, after)
            for later in (*dated, *self._told[earlier]):
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


def _begun(event: Event) -> date | None:
    """Return by when an event has begun, at the latest when it can only be over; None where that is open."""
    known = (day for day in (event.when.start.latest, event.when.end.latest) if day)
    return min(known, default=None)


def _has_begun(event: Event, other: Event) -> bool:
    """Return whether an event has begun before another can begin."""
    begun, begins = _begun(event), other.when.start.earliest
    return begun is not None and begins is not None and begun < begins
