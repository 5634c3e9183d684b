"""Where everything of a timeline stands, before anything is drawn: days across, pixels down.

A strip shows the years; a lens on it opens into a panel of days. Both have the case's lanes. Labels are
packed into rows for one width in pixels and hold for every wider one: marks only move apart, labels keep
their size.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from coupdata.model import Case, Category, Event, in_scope
from coupdata.model.date_labels import day_name, joined
from coupdata.views.html.text_width import text_width
from coupdata.views.timeline_chart.marks import EventMark, Scale, known_days, marks

MARGIN_LEFT, MARGIN_RIGHT = 108, 18
"""Pixels beside the panels: on the left stand the titles of the lanes."""

FONT = {"years": 11.0, "days": 12.0}
"""Pixels of the labels in the strip and in the panel."""

Panel = Literal["years", "days"]

AXES: dict[Panel, str] = {"years": "x", "days": "x2"}
"""Plotly's names of the scales."""

_ROW = {"years": 14, "days": 16}  # so low that the whole chart fits the window of a small laptop
_PADDING = 3
_TOP, _WEDGE, _BOTTOM = 26, 60, 22
_REACH, _GAP = 9, 12  # pixels: half a symbol with the space to its label; between one thing and the next


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark where it stands in its panel."""

    mark: EventMark
    panel: Panel
    y: float
    """Pixels from the top."""
    label: str
    label_x: float
    """Where the label begins, in days; where it ends, if it runs to the left."""
    label_y: float
    label_runs: Literal["right", "left"]

    @property
    def is_beside_mark(self) -> bool:
        """Whether the label begins where the mark ends."""
        return self.label_y == self.y and self.label_x in (self.mark.first, self.mark.last)


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane of a panel. From `divide` down stand events without a day, placed by order alone."""

    category: Category
    panel: Panel
    top: float
    divide: float
    bottom: float
    has_dates: bool


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Everything that is drawn, and where."""

    places: tuple[PlacedMark, ...]
    lanes: tuple[Lane, ...]
    scales: dict[Panel, Scale]
    width: float
    height: float

    def edges(self, panel: Panel) -> tuple[float, float]:
        """Return where the lanes of a panel begin and end, in pixels from the top."""
        lanes = [lane for lane in self.lanes if lane.panel == panel]
        return lanes[0].top, lanes[-1].bottom

    @property
    def plot(self) -> float:
        """Pixels across a panel."""
        return self.width - MARGIN_LEFT - MARGIN_RIGHT


def arrange(
    case: Case, *, width: float = 900, context: bool = False, hidden: Collection[str] = ()
) -> Arrangement:
    """Return where the events of a case stand on a chart of at least this width in pixels.

    Those of these ids are left out; where the others stand across does not change by that.
    """
    events = in_scope(case.events, context=context)
    scales = scales_of(events, case)
    places: list[PlacedMark] = []
    lanes: list[Lane] = []
    top: float = _TOP
    for panel, scale in scales.items():
        rows = _Rows(panel, scale, width - MARGIN_LEFT - MARGIN_RIGHT)
        shown = marks(events, scale, scales["days"], case.order, inside=panel == "days")
        for category in case.lanes:
            inside = [m for m in shown if m.event.lane == category.id and m.event.id not in hidden]
            dated = [mark for mark in inside if mark.event.when.precision != "undated"]
            undated = [mark for mark in inside if mark.event.when.precision == "undated"]
            first = top + _PADDING
            more, below = rows.filled(dated, first)
            divide = below + (_PADDING if dated and undated else 0)
            rest, end = rows.filled(undated, divide)
            places += more + rest
            bottom = max(end, first + _ROW[panel]) + _PADDING
            lanes.append(Lane(category, panel, top, divide if undated else bottom, bottom, bool(dated)))
            top = bottom
        top += _WEDGE if panel == "years" else _BOTTOM
    return Arrangement(tuple(places), tuple(lanes), scales, width, top)


def scales_of(events: Iterable[Event], case: Case) -> dict[Panel, Scale]:
    """Return the scales of the strip, from the first year to a little after the last day, and of the lens."""
    days = (float(case.lens[0].toordinal()), float(case.lens[1].toordinal() + 1))
    known = [*days, *(day for event in events for day in known_days(event))]
    first = float(date(date.fromordinal(int(min(known))).year, 1, 1).toordinal())
    return {"years": (first, max(known) + (max(known) - first) * 0.04), "days": days}


def span_heading(scale: Scale, panel: Panel) -> str:
    """Return what a panel covers: "1917–1920", "26 April to 8 May 1920"."""
    first, last = date.fromordinal(int(scale[0])), date.fromordinal(int(scale[1]) - 1)
    if panel == "years":
        return f"{first.year}–{last.year}"
    return joined(day_name(first), day_name(last), "to")


@dataclass(frozen=True, slots=True)
class _Rows:
    """Packs marks with their labels into rows, so that nothing covers anything."""

    panel: Panel
    scale: Scale
    plot: float

    def filled(self, marks: Iterable[EventMark], top: float) -> tuple[list[PlacedMark], float]:
        """Put each mark into the first row with room; return them and where the rows end.

        In a row that has one already, labels run to the right if they can.
        """
        rows: list[list[tuple[float, float]]] = []
        places = []
        for mark in sorted(marks, key=lambda mark: mark.x):
            label = label_of(mark, self.panel)
            if self._room(label) > self.plot:
                label = mark.event.title
            room = self._room(label)
            first, last = self._pixels(mark.first) - _REACH, self._pixels(mark.last) + _REACH
            beside: dict[Literal["right", "left"], tuple[float, float]] = {
                "right": (first, last + room),
                "left": (first - room, last),
            }
            fitting = [runs for runs, (start, end) in beside.items() if start >= 0 and end <= self.plot]
            if fitting:
                reused = (
                    (row, runs)
                    for runs in fitting
                    for row, taken in enumerate(rows)
                    if _free(taken, beside[runs])
                )
                row, runs = next(reused, (len(rows), fitting[-1]))  # to the right another may follow
                extent = beside[runs]
                rows += [[] for _ in range(row + 1 - len(rows))]
                rows[row].append(extent)
                x, lift = mark.last if runs == "right" else mark.first, 0.0
            else:  # neither side has room: above its mark, and at the panel's end if it must
                row = len(rows) + 1
                rows += [[(0, self.plot)], [(first, last)]]
                runs = "right" if first + room <= self.plot else "left"
                x, lift = mark.first if runs == "right" else self.scale[1], 0.95
            y = top + (row + 0.5) * _ROW[self.panel]
            places.append(PlacedMark(mark, self.panel, y, label, x, y - lift * _ROW[self.panel], runs))
        return places, top + len(rows) * _ROW[self.panel]

    def _room(self, label: str) -> float:
        return text_width(label, FONT[self.panel], bold=True) + _REACH  # as it is while chosen

    def _pixels(self, day: float) -> float:
        return (day - self.scale[0]) / (self.scale[1] - self.scale[0]) * self.plot


def label_of(mark: EventMark, panel: Panel) -> str:
    """Return the title of an event, with the date where no tick tells it."""
    when = mark.event.when
    if when.precision == "undated" or (when.precision == "day" and panel == "days"):
        return mark.event.title
    year = date.fromordinal(int(mark.x)).year if panel == "days" else 0
    return f"{mark.event.title}, {when.label.removesuffix(f' {year}')}"


def _free(taken: Iterable[tuple[float, float]], extent: tuple[float, float]) -> bool:
    return all(extent[1] + _GAP <= first or last + _GAP <= extent[0] for first, last in taken)
