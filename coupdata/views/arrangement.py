"""Where everything of a timeline stands, before anything is drawn: days across, pixels down.

A strip shows the years; a lens on it opens into a panel of days. Both have the case's lanes. Labels are packed
into rows for one width in pixels, and hold for every wider one: marks only move apart, labels keep their size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from coupdata.model import Case, Event
from coupdata.views.text_width import text_width

MARGIN_LEFT, MARGIN_RIGHT = 104, 16
"""Pixels beside the panels: on the left stand the titles of the lanes."""

ROW, LANE_GAP = {"years": 22, "days": 26}, 10
FONT = {"years": 11.5, "days": 13.0}
_MARK, _GAP = 9, 12  # pixels: half a mark with the space to its label; between one thing and the next

Panel = Literal["years", "days"]
Certainty = Literal["certain", "uncertain"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time, in days (proleptic ordinals): what it lasted, or the window in which it lies."""

    first: float
    last: float
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Mark:
    """An event where it stands: its symbol, its bars and its label."""

    event: Event
    panel: Panel
    x: float
    """Days (proleptic ordinal) of the symbol."""
    bars: tuple[Bar, ...]
    hollow: bool
    """Whether the symbol stands for less than a known day."""
    open_end: bool
    """Whether the source gives a start and no end."""
    label: str
    y: float = 0.0
    """Pixels from the top."""
    label_on: Literal["right", "left"] = "right"

    @property
    def first(self) -> float:
        """The left end of symbol and bars, in days."""
        return min([self.x, *(bar.first for bar in self.bars)])

    @property
    def last(self) -> float:
        """The right end of symbol and bars, in days."""
        return max([self.x, *(bar.last for bar in self.bars)])


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane of a panel; from `undated` down stand the events without a day, placed by order alone."""

    id: str
    title: str
    panel: Panel
    top: float
    undated: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Everything that is drawn, and where."""

    marks: tuple[Mark, ...]
    lanes: tuple[Lane, ...]
    years: tuple[float, float]
    """First and last day of the strip."""
    days: tuple[float, float]
    """First and last day of the panel."""
    width: float
    height: float

    def scale(self, panel: Panel) -> tuple[float, float]:
        """Return the first and the last day of a panel."""
        return self.years if panel == "years" else self.days


def arrange(case: Case, *, width: float = 900, context: bool = False) -> Arrangement:
    """Return where the events of a case stand on a chart of at least this width in pixels."""
    events = [event for event in case.events if context or event.scope != "context"]
    days = (float(case.lens[0].toordinal()), float(case.lens[1].toordinal() + 1))
    years = _years(events, days)
    marks = [*_marks(events, "years", years, days), *_marks(events, "days", days, days)]
    plot = width - MARGIN_LEFT - MARGIN_RIGHT
    placed: list[Mark] = []
    lanes: list[Lane] = []
    top = 34.0
    for panel, scale in (("years", years), ("days", days)):
        here: Panel = "years" if panel == "years" else "days"
        to_pixels = _to_pixels(scale, plot)
        for lane in case.lanes:
            inside = [mark for mark in marks if mark.panel == here and mark.event.lane == lane.id]
            dated = [mark for mark in inside if mark.event.when.precision != "undated"]
            undated = [mark for mark in inside if mark.event.when.precision == "undated"]
            if not inside and here == "years":
                continue
            first = top + LANE_GAP / 2
            rows, below = _packed(dated, first, here, to_pixels, plot)
            divide = below + (LANE_GAP / 2 if dated and undated else 0)
            more, bottom = _packed(undated, divide, here, to_pixels, plot)
            bottom = max(bottom, first + ROW[here]) + LANE_GAP / 2
            placed += [*rows, *more]
            lanes.append(Lane(lane.id, lane.title, here, top, divide if undated else bottom, bottom))
            top = bottom
        top += 76.0 if here == "years" else 0.0
    return Arrangement(tuple(placed), tuple(lanes), years, days, width, top + 46)


def _years(events: Iterable[Event], days: tuple[float, float]) -> tuple[float, float]:
    """From the first of January of the first year to the end of the last month that something reaches."""
    known = [day for event in events for day in _known(event)]
    first = date(date.fromordinal(int(min([*known, days[0]]))).year, 1, 1).toordinal()
    last = max([*known, days[1]])
    return float(first), float(last + (last - first) * 0.03)


def _known(event: Event) -> list[float]:
    when = event.when
    bounds = (when.start.earliest, when.start.latest, when.end.earliest, when.end.latest)
    return [float(bound.toordinal()) for bound in bounds if bound]


def _marks(events: Sequence[Event], panel: Panel, scale: tuple[float, float], lens: tuple[float, float]) -> list[Mark]:
    """The events of one panel, those without a day placed between their neighbours in the order."""
    dated = {event.id: _dated(event, panel, scale) for event in events if event.when.precision != "undated"}
    inside = {id: mark for id, mark in dated.items() if (_touches(mark, lens)) == (panel == "days")}
    marks: list[Mark] = []
    run: list[Event] = []
    previous: Mark | None = None
    for event in [*events, None]:
        if event is not None and event.when.precision == "undated":
            run.append(event)
            continue
        following = dated[event.id] if event else None
        marks += _between(run, panel, previous, following, inside, scale)
        run = []
        if following is not None and event is not None:
            previous = following
            if event.id in inside:
                marks.append(following)
    return marks


def _touches(mark: Mark, lens: tuple[float, float]) -> bool:
    return mark.first < lens[1] and mark.last > lens[0]


def _dated(event: Event, panel: Panel, scale: tuple[float, float]) -> Mark:
    when = event.when
    known = _known(event)
    start_earliest = float(when.start.earliest.toordinal()) if when.start.earliest else min(known)
    start_latest = float(when.start.latest.toordinal()) if when.start.latest else start_earliest
    moment = when.start == when.end
    open_end = not moment and when.end.latest is None
    bars: list[Bar] = []
    if when.precision == "night" and moment:
        bars = [Bar(start_latest - 0.36, start_latest + 0.36, "certain")]
    elif moment and start_latest > start_earliest:
        bars = [Bar(start_earliest, start_latest + 1, "uncertain")]
    elif not moment:
        end_earliest = float(when.end.earliest.toordinal()) if when.end.earliest else start_latest
        end_latest = float(when.end.latest.toordinal()) if when.end.latest else end_earliest
        if start_latest > start_earliest:
            bars.append(Bar(start_earliest, start_latest + 1, "uncertain"))
        if open_end:
            bars.append(Bar(start_latest + 1, start_latest + 1 + (scale[1] - scale[0]) * 0.12, "certain"))
        else:
            if end_earliest > start_latest + 1:
                bars.append(Bar(start_latest + 1, end_earliest, "certain"))
            if end_latest > end_earliest:
                bars.append(Bar(end_earliest, end_latest + 1, "uncertain"))
            elif not bars:
                bars.append(Bar(start_earliest, end_latest + 1, "certain"))
    if when.precision == "night" and moment:
        x = start_latest
    elif moment:
        x = (start_earliest + start_latest + 1) / 2
    else:
        x = start_latest + 1 if start_latest > start_earliest else start_earliest
    hollow = when.precision not in ("day", "night")
    label = event.title if when.precision == "day" else f"{event.title}, {_short(when.label)}"
    return Mark(event, panel, x, tuple(bars), hollow, open_end, label)


def _short(label: str) -> str:
    return label


def _between(
    run: Sequence[Event],
    panel: Panel,
    previous: Mark | None,
    following: Mark | None,
    inside: dict[str, Mark],
    scale: tuple[float, float],
) -> list[Mark]:
    """Events without a day, spread between the dated ones that stand before and after them in the order."""
    neighbours = [mark for mark in (previous, following) if mark is not None]
    if not run or not any(mark.event.id in inside for mark in neighbours[:1]):
        return []
    left = previous.last if previous else scale[0]
    right = following.first if following and following.first > left else scale[1]
    left, right = max(left, scale[0]), min(right, scale[1])
    step = (right - left) / (len(run) + 1)
    return [Mark(event, panel, left + step * (i + 1), (), True, False, event.title) for i, event in enumerate(run)]


def _to_pixels(scale: tuple[float, float], plot: float) -> Callable[[float], float]:
    first, last = scale
    return lambda day: (min(max(day, first), last) - first) / (last - first) * plot


def _packed(
    marks: Sequence[Mark], top: float, panel: Panel, to_pixels: Callable[[float], float], plot: float
) -> tuple[list[Mark], float]:
    """Put each mark into the first row with room for it and its label; return them and where the rows end."""
    rows: list[list[tuple[float, float]]] = []
    placed = []
    for mark in sorted(marks, key=lambda mark: mark.first):
        label = text_width(mark.label, FONT[panel]) + _MARK
        first, last = to_pixels(mark.first) - _MARK, to_pixels(mark.last) + _MARK
        on: Literal["right", "left"] = "right" if last + label <= plot or first - label < 0 else "left"
        extent = (first, last + label) if on == "right" else (first - label, last)
        row = next((i for i, taken in enumerate(rows) if _free(taken, extent)), len(rows))
        if row == len(rows):
            rows.append([])
        rows[row].append(extent)
        placed.append(replace(mark, y=top + (row + 0.5) * ROW[panel], label_on=on))
    return placed, top + len(rows) * ROW[panel]


def _free(taken: Iterable[tuple[float, float]], extent: tuple[float, float]) -> bool:
    return all(extent[1] + _GAP <= first or last + _GAP <= extent[0] for first, last in taken)
