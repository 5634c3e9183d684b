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
from coupdata.problems.known_ids import check_id


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one event is known to come before another."""

    kind: Literal["dates", "words", "cause"]
    """Dates that cannot overlap; words of the source such as "afterwards"; a cause and its effect."""
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

    One event is before another where it is known to have begun before it: by dates that cannot overlap, by
    the words of the source (``after``), as cause of an effect, and by any chain of these.
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
        ends = {id: _over(event) for id, event in self._events.items()}
        self._after = {
            id: bisect_right(self._begins, end, key=itemgetter(0)) for id, end in ends.items() if end
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
        if _is_over(self._events[a], self._events[b]):
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
        overs = [(over, id) for id, event in self._events.items() if (over := _over(event))]
        heapify(overs)
        dated = [
            (self._events[id].when.start.earliest or date.min, rank[id], id) for id in rank if not told[id]
        ]
        heapify(dated)  # free by what is told; free by dates when all that is over before has gone
        free: list[tuple[int, str]] = []
        gone: set[str] = set()
        while len(gone) < len(rank):
            while overs and overs[0][1] in gone:
                heappop(overs)
            while dated and not (overs and overs[0][0] < dated[0][0]):
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
        if _is_over(a, b):
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


def _over(event: Event) -> date | None:
    """Return when an event is over, or has begun where its end is open; None where that is open too."""
    return event.when.end.latest or event.when.start.latest


def _is_over(event: Event, other: Event) -> bool:
    """Return whether an event is over before another can begin."""
    over, begins = _over(event), other.when.start.earliest
    return over is not None and begins is not None and over < begins
