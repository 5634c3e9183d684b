"""Events as marks on a scale: symbols and bars, in days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from coupdata.model import Event

Scale = tuple[float, float]
"""First and last day of a panel (proleptic ordinals)."""

Certainty = Literal["certain", "uncertain", "night"]

_OPEN_END = 0.11  # how far a bar without a known end runs on, as a share of its panel


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time in days: what an event lasted, or the window in which it lies."""

    first: float
    last: float
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on a scale: its symbol and its bars."""

    event: Event
    x: float
    """Days (proleptic ordinal) of the symbol."""
    bars: tuple[Bar, ...] = ()

    @property
    def hollow(self) -> bool:
        """Whether the day is not known."""
        return self.event.when.precision not in ("day", "night")

    @property
    def open_end(self) -> bool:
        """Whether the source tells when it began and not when it ended."""
        when = self.event.when
        return when.start != when.end and when.end.earliest is None and when.end.latest is None

    @property
    def first(self) -> float:
        """The left end of symbol and bars, in days."""
        return min([self.x, *(bar.first for bar in self.bars)])

    @property
    def last(self) -> float:
        """The right end of symbol and bars, in days."""
        return max([self.x, *(bar.last for bar in self.bars)])


def known_days(event: Event) -> list[float]:
    """Return every day that an event's dates name (proleptic ordinals), none where it is undated."""
    when = event.when
    bounds = (when.start.earliest, when.start.latest, when.end.earliest, when.end.latest)
    return [float(bound.toordinal()) for bound in bounds if bound]


def marks(events: Iterable[Event], scale: Scale, lens: Scale, *, inside: bool) -> list[Mark]:
    """Return the marks of the events inside the lens, or of those outside it, on a scale.

    An event without a day goes where the event told before it goes, and stands between its neighbours in
    the order.
    """
    placed: list[Mark] = []
    waiting: list[Event] = []
    left, here = scale[0], inside
    for event in events:
        if event.when.precision == "undated":
            if here == inside:
                waiting.append(event)
            continue
        here = _within(event, lens)
        if here != inside:
            continue
        mark = _dated(event, scale)
        if mark.x > left:
            placed += _between(waiting, left, mark.x)
            waiting, left = [], mark.x
        placed.append(mark)
    return placed + _between(waiting, left, scale[1])


def _within(event: Event, lens: Scale) -> bool:
    """Whether something of an event is known to lie in the lens, or may."""
    start, end = event.when.start, event.when.end
    first = start.earliest or end.earliest or end.latest
    last = end.latest or start.latest or first
    return bool(first and last and first.toordinal() < lens[1] and last.toordinal() >= lens[0])


def _between(events: Sequence[Event], left: float, right: float) -> list[Mark]:
    step = (right - left) / (len(events) + 1)
    return [Mark(event, left + step * number) for number, event in enumerate(events, 1)]


def _dated(event: Event, scale: Scale) -> Mark:
    when = event.when
    if when.start != when.end:
        bars = _clipped(_span(event, scale), scale)
        return Mark(event, bars[0].first, bars)
    first, last = _days(when.start.earliest, when.start.latest, scale)
    if when.precision == "night":
        return Mark(event, last - 1, (Bar(last - 1.4, last - 0.6, "night"),))
    bars = _clipped([Bar(first, last, "uncertain")], scale) if last - first > 1 else ()
    middle = (bars[0].first + bars[0].last) / 2 if bars else (first + last) / 2
    return Mark(event, middle, bars)


def _days(earliest: date | None, latest: date | None, scale: Scale) -> Scale:
    """From the morning of the earliest day to the evening of the latest; an open side reaches to the end."""
    first = float(earliest.toordinal()) if earliest else scale[0]
    last = float(latest.toordinal()) + 1 if latest else scale[1]
    return first, last


def _span(event: Event, scale: Scale) -> list[Bar]:
    """From a start to an end: certain between the latest start and the earliest end."""
    when = event.when
    start = _days(when.start.earliest, when.start.latest or when.start.earliest, scale)
    if when.end.earliest is None and when.end.latest is None:
        ends = (start[1] + (scale[1] - scale[0]) * _OPEN_END,) * 2
    else:
        ends = _days(when.end.earliest or when.end.latest, when.end.latest, scale)
    begun = start[0] if start[1] - start[0] <= 1 else start[1]
    over = ends[1] if ends[1] - ends[0] <= 1 else ends[0]
    bars = [
        Bar(start[0], begun, "uncertain"),
        Bar(begun, over, "certain"),
        Bar(over, ends[1], "uncertain"),
    ]
    return [bar for bar in bars if bar.last > bar.first] or [Bar(start[0], ends[1], "uncertain")]


def _clipped(bars: Sequence[Bar], scale: Scale) -> tuple[Bar, ...]:
    clipped = (Bar(max(bar.first, scale[0]), min(bar.last, scale[1]), bar.certainty) for bar in bars)
    return tuple(bar for bar in clipped if bar.last > bar.first)
