"""What is known of the order of events: dates, the source's words, and causes before effects."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import Literal

from coupdata.model.records import Event, Link
from coupdata.problems.errors import UnknownIdError
from coupdata.problems.suggestions import near_misses


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
        super().__init__(f"the order of events goes in a circle: {'; '.join(steps)}")


class Chronology:
    """The partial order of a case's events: what the sources leave open stays open.

    One event is before another where it is known to have begun before it: by dates that cannot overlap, by
    the words of the source (``after``), as cause of an effect, and by any chain of these.
    """

    def __init__(self, events: Sequence[Event], links: Iterable[Link]) -> None:
        """Close the order over events, in the order of their file, and links between them.

        Raises:
            CircularOrderError: Reasons contradict each other.
        """
        self._graph = graph = _Graph(events, links)
        schedule = graph.schedule()
        if len(schedule) < graph.size:
            raise CircularOrderError(_circles(graph))
        # after[i] has bit j where event j is known to come after event i
        after: dict[int, int] = {}
        for node in reversed(schedule):
            bits = 0
            for following in graph.arrows(node):
                bits |= after[following] | graph.bit(following)
            after[node] = bits
        self._after = {id: after[node] for id, node in graph.nodes.items()}
        self._bit = {id: graph.bit(node) for id, node in graph.nodes.items()}
        self.sequence: tuple[str, ...] = tuple(graph.ids[node] for node in schedule if node in graph.ids)
        """Every event in one order that is possible: by when each may begin, then as in the file."""

    def before(self, a: str, b: str) -> bool:
        """Return whether ``a`` is known to come before ``b``; false both ways round means that it is open.

        Raises:
            KeyError: There is no such event; the message names the near misses.
        """
        self._check(a, b)
        return bool(self._after[a] & self._bit[b])

    def why(self, a: str, b: str) -> tuple[Reason, ...]:
        """Return the shortest chain of reasons that leads from ``a`` to ``b``; empty where the order is open.

        Raises:
            KeyError: There is no such event; the message names the near misses.
        """
        return self._graph.chain(a, b) if self.before(a, b) else ()

    def _check(self, *ids: str) -> None:
        for id in ids:
            if id not in self._after:
                raise UnknownIdError(f"no event '{id}'; {near_misses(id, self._after)}")


class _Graph:
    """Events and days as nodes, with few arrows.

    Dates alone would give an arrow between almost any two events. So each day on which something may begin is
    a node: an event leads to the first such day after its end, a day to the next day and to the events that
    begin on it at the earliest. Days are numbered before events, events by when they may begin: the smallest
    number among the nodes that are ready is the next one of the sequence.
    """

    def __init__(self, events: Sequence[Event], links: Iterable[Link]) -> None:
        self._events = {event.id: event for event in events}
        self._days = sorted({event.when.start.earliest for event in events if event.when.start.earliest})
        self._begins: list[list[int]] = [[] for _ in self._days]
        self.ids = {len(self._days) + i: event.id for i, event in enumerate(_ranked(events))}
        self.nodes = {id: node for node, id in self.ids.items()}
        self.size = len(self._days) + len(events)
        self._first_day_after: dict[str, int] = {}
        for event in events:
            if event.when.start.earliest:
                day = bisect_right(self._days, event.when.start.earliest) - 1
                self._begins[day].append(self.nodes[event.id])
            if over := _over(event):
                self._first_day_after[event.id] = bisect_right(self._days, over)
        self.told: dict[str, dict[str, Reason]] = {id: {} for id in self.nodes}
        """What words and causes say, by the earlier event and the later."""
        for event in events:
            for earlier in event.after:
                self.told[earlier][event.id] = Reason("words", earlier, event.id, event.after_cites)
        for link in links:
            reason = Reason("cause", link.cause, link.effect, link.cites)
            self.told[link.cause].setdefault(link.effect, reason)

    def bit(self, node: int) -> int:
        """Return the bit that stands for an event; 0 for a day."""
        return 1 << (node - len(self._days)) if node in self.ids else 0

    def arrows(self, node: int) -> Iterator[int]:
        """Yield the nodes to which this one leads directly."""
        if node < len(self._days):
            yield from self._begins[node]
            if node + 1 < len(self._days):
                yield node + 1
            return
        id = self.ids[node]
        yield from (self.nodes[later] for later in self.told[id])
        if self._first_day_after.get(id, len(self._days)) < len(self._days):
            yield self._first_day_after[id]

    def schedule(self) -> list[int]:
        """Return the nodes, none before what leads to it; fewer than all where there is a circle."""
        waiting = [0] * self.size
        for node in range(self.size):
            for following in self.arrows(node):
                waiting[following] += 1
        ready = [node for node in range(self.size) if not waiting[node]]
        heapify(ready)
        done: list[int] = []
        while ready:
            done.append(node := heappop(ready))
            for following in self.arrows(node):
                waiting[following] -= 1
                if not waiting[following]:
                    heappush(ready, following)
        return done

    def chain(self, a: str, b: str) -> tuple[Reason, ...]:
        """Return the shortest chain of reasons from ``a`` to another ``b``; empty where none leads there."""
        if a == b:
            return ()
        came_from: dict[str, str] = {}
        queue = deque([a])
        first_day = len(self._days)  # days from here on have been followed already
        while queue and b not in came_from:
            earlier = queue.popleft()
            since = self._first_day_after.get(earlier, first_day)
            begun = (self.ids[node] for day in range(since, first_day) for node in self._begins[day])
            first_day = min(first_day, since)
            for later in (*begun, *self.told[earlier]):
                if later not in came_from:
                    came_from[later] = earlier
                    queue.append(later)
        if b not in came_from:
            return ()
        way = [b]
        while way[-1] != a:
            way.append(came_from[way[-1]])
        return tuple(self._reason(earlier, later) for earlier, later in pairwise(reversed(way)))

    def _reason(self, earlier: str, later: str) -> Reason:
        a, b = self._events[earlier], self._events[later]
        over, begins = _over(a), b.when.start.earliest
        if over and begins and over < begins:
            return Reason("dates", earlier, later, tuple(dict.fromkeys((*a.cites, *b.cites))))
        return self.told[earlier][later]


def _ranked(events: Iterable[Event]) -> list[Event]:
    """Return events by the day on which each may begin; one that has none stays with the one before it."""
    ranked = []
    day = date.min
    for event in events:
        day = event.when.start.earliest or event.when.start.latest or day
        ranked.append((day, event))
    return [event for _, event in sorted(ranked, key=lambda pair: pair[0])]


def _over(event: Event) -> date | None:
    """Return the day by which an event is over, or, where its end is open, has begun."""
    return event.when.end.latest or event.when.start.latest


def _circles(graph: _Graph) -> list[tuple[Reason, ...]]:
    """Return the shortest circles, so that mending what is told in each of them leaves none.

    Dates alone cannot contradict each other: every circle holds something told.
    """
    circles = []
    while len(graph.schedule()) < graph.size:
        told = [reason for reasons in graph.told.values() for reason in reasons.values()]
        found = ((reason, *graph.chain(reason.later, reason.earlier)) for reason in told)
        circle = min((c for c in found if c[0].earlier == c[-1].later), key=len)
        circles.append(circle)
        for reason in circle:
            graph.told[reason.earlier].pop(reason.later, None)
    return circles
