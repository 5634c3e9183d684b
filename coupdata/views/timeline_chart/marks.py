"""Events as marks on a scale: symbols and bars, in days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Literal

from coupdata.model import Bound, Chronology, Event

Scale = tuple[float, float]
"""First and last day of a panel (proleptic ordinals)."""

Certainty = Literal["certain", "uncertain", "night"]

_OPEN_END = 0.11  # how far a bar without a known end runs on, as a share of its panel


@dataclass(frozen=True, slots=True)
class TimeBar:
    """A stretch of time in days: what an event lasted, or the window in which it lies."""

    first: float
    last: float
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class EventMark:
    """An event on a scale: its symbol and its bars."""

    event: Event
    x: float
    """Days (proleptic ordinal) of the symbol."""
    bars: tuple[TimeBar, ...] = ()

    @property
    def hollow(self) -> bool:
        """Whether neither the day is known on which it began nor the night."""
        start = self.event.when.start
        known = start.earliest is not None and start.earliest == start.latest
        return not known and self.event.when.precision != "night"

    @property
    def window(self) -> bool:
        """Whether it was somewhere in its bar, so that its symbol only stands in the middle."""
        return bool(self.bars) and self.hollow and self.event.when.start == self.event.when.end

    @property
    def open_end(self) -> bool:
        """Whether the source tells when it began and not when it ended."""
        when = self.event.when
        return when.start != when.end and when.end == Bound()

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


def marks(
    events: Iterable[Event], scale: Scale, lens: Scale, order: Chronology, *, inside: bool
) -> list[EventMark]:
    """Return the marks of the events inside the lens, or of those outside it, on a scale.

    An event without a day goes where the event told before it goes. There it stands between its neighbours in
    the telling, as far as what is known of the order allows.
    """
    shown = list(_shown(events, lens, inside=inside))
    dated = [None if event.when.precision == "undated" else _dated(event, scale) for event in shown]
    placed: list[EventMark] = []
    for number, (event, mark) in enumerate(zip(shown, dated, strict=True)):
        placed.append(mark or EventMark(event, _between(event, placed, dated[number + 1 :], scale, order)))
    return placed


def _shown(events: Iterable[Event], lens: Scale, *, inside: bool) -> Iterator[Event]:
    events = list(events)
    here = next((_within(event, lens) for event in events if event.when.precision != "undated"), True)
    for event in events:
        if event.when.precision != "undated":
            here = _within(event, lens)
        if here == inside:
            yield event


def _within(event: Event, lens: Scale) -> bool:
    """Whether something of an event is known to lie in the lens, or may."""
    start, end = event.when.start, event.when.end
    first = start.earliest or end.earliest or end.latest
    last = end.latest or start.latest or first
    return bool(first and last and first.toordinal() < lens[1] and last.toordinal() >= lens[0])


def _between(
    event: Event,
    told_before: Sequence[EventMark],
    told_after: Sequence[EventMark | None],
    scale: Scale,
    order: Chronology,
) -> float:
    """Return where an event without a day stands, evenly spaced with those that follow it (None so far)."""
    near = max([scale[0], *(mark.x for mark in told_before if not mark.window)])
    far = min([scale[1], *(mark.x for mark in told_after if mark and not mark.window and mark.x > near)])
    waiting = sum(mark is None for mark in takewhile(lambda mark: not mark or mark.x < far, told_after))
    later = (m.x for m in told_after if m and m.x < far and order.before(event.id, m.event.id))
    right = min([far, *later])
    left = max([scale[0], *(mark.x for mark in told_before if not mark.window and mark.x < right)])
    earlier = (m.x for m in told_before if m.x > left and order.before(m.event.id, event.id))
    left = max([left, *earlier])
    return left + max(right - left, 0) / (waiting + 2)


def _dated(event: Event, scale: Scale) -> EventMark:
    when = event.when
    if when.start != when.end:
        bars = _clipped(_span(event, scale), scale)
        return EventMark(event, bars[0].first, bars)
    first, last = _days(when.start.earliest, when.start.latest, scale)
    if when.precision == "night":
        return EventMark(event, last - 1, _clipped([TimeBar(last - 1.4, last - 0.6, "night")], scale))
    bars = _clipped([TimeBar(first, last, "uncertain")], scale) if last - first > 1 else ()
    middle = (bars[0].first + bars[0].last) / 2 if bars else (first + last) / 2
    return EventMark(event, middle, bars)


def _days(earliest: date | None, latest: date | None, scale: Scale) -> Scale:
    """From the morning of the earliest day to the evening of the latest; an open side reaches to the end."""
    first = float(earliest.toordinal()) if earliest else scale[0]
    last = float(latest.toordinal()) + 1 if latest else scale[1]
    return first, last


def _span(event: Event, scale: Scale) -> list[TimeBar]:
    """From a start to an end: certain between the latest start and the earliest end."""
    start, end = event.when.start, event.when.end
    began = _days(start.earliest, start.latest or start.earliest or end.latest or end.earliest, scale)
    if end == Bound():
        ended = (began[1] + (scale[1] - scale[0]) * _OPEN_END,) * 2
    else:
        ended = _days(end.earliest or end.latest, end.latest, scale)
    begun = began[0] if began[1] - began[0] <= 1 else began[1]
    over = max(began[1], ended[1] if ended[1] - ended[0] <= 1 else ended[0])
    bars = [
        TimeBar(began[0], begun, "uncertain"),
        TimeBar(begun, over, "certain"),
        TimeBar(over, ended[1], "uncertain"),
    ]
    return [bar for bar in bars if bar.last > bar.first] or [TimeBar(began[0], ended[1], "uncertain")]


def _clipped(bars: Sequence[TimeBar], scale: Scale) -> tuple[TimeBar, ...]:
    clipped = (TimeBar(max(bar.first, scale[0]), min(bar.last, scale[1]), bar.certainty) for bar in bars)
    return tuple(bar for bar in clipped if bar.last > bar.first)
