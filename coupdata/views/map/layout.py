"""Where places and movements stand on the map, in pixels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import cos, hypot, pi, radians, sin
from typing import Literal

from coupdata.model import Case, Degrees, Event, MapPanel, Outline, Place
from coupdata.views.html.text_width import broken, text_width
from coupdata.views.map.label_placement import Label, placed
from coupdata.views.map.polygons import is_within
from coupdata.views.picture.box import Box, Point, around

NAME, SMALL = 13.0, 11.5
"""Pixels of the letters of a place, and of what lies in it or moves there."""

LINE = {NAME: 17.0, SMALL: 15.0}
"""Pixels from one line to the next."""

_WIDEST, _BESIDE = 1080, 620  # pixels: the map grows no wider; from there panels stand side by side
_EDGE, _HEADING, _WEDGE = 6, 24, 44
_LOWEST = 250  # pixels: a frame is no lower
_OVERVIEW = 0.34  # of the width, for the panels before the last
_ROUND = [n * 10**power for power in range(5) for n in (1, 2, 5)]  # kilometres that a scale may measure
_KM = 111.2  # kilometres to a degree of latitude
_REACH = {"country": 110.0, "region": 140.0, "frontier": 30.0, "city": 14.0, "town": 8.0, "building": 5.0}
_PIN, _SHORT, _INTO = 8, 5, 15  # pixels: an arrow keeps from a pin, ends before a line, runs into an area
_INTO_KM = 25  # nor further than so many kilometres
_NEAR = 18  # pixels: the name of a sea stays at its point, or is left out
_CLEAR = 13  # pixels between a pin and its name: there is room for a ring
_MOST, _SHARE = 150, 0.45  # pixels, and share of its frame, at which a name is broken


@dataclass(frozen=True, slots=True)
class Frame:
    """A panel and the rectangle in which it is drawn."""

    panel: MapPanel
    box: Box

    def at(self, point: Degrees) -> Point:
        """Return where a point of the earth lies."""
        panel, box = self.panel, self.box
        across = (point[0] - panel.west) / (panel.east - panel.west)
        down = (panel.north - point[1]) / (panel.north - panel.south)
        return box.left + across * (box.right - box.left), box.top + down * (box.bottom - box.top)

    @property
    def pixels(self) -> float:
        """Pixels to a kilometre."""
        return (self.box.bottom - self.box.top) / (self.panel.north - self.panel.south) / _KM

    @property
    def scale(self) -> tuple[float, str]:
        """The pixels of a round number of kilometres, a quarter of the frame at most, and its name."""
        most = (self.box.right - self.box.left) / 4 / self.pixels
        length = max((number for number in _ROUND if number <= most), default=_ROUND[0])
        return length * self.pixels, f"{length:,} km"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a label."""

    place: Place
    words: str
    size: float


@dataclass(frozen=True, slots=True)
class Mark:
    """Places that share a point: a pin, a line, or an area that stands for one."""

    places: tuple[Place, ...]
    """The one that holds the others first."""
    kind: Literal["pin", "line", "area"]
    at: Point
    points: tuple[Point, ...]
    """Of the line, or the corners of the area."""
    anchor: Point
    """Where the label wants to stand."""
    most: float
    """Pixels at which a line of the label is broken."""
    label: Box | None = None

    @property
    def rows(self) -> list[Row]:
        """The lines of the label: the name of the place, and those of the places in it."""
        place, *others = self.places
        rows = [Row(place, words, NAME) for words in broken(place.name, NAME, self.most)]
        return rows + [Row(other, f"▫ {other.name}", SMALL) for other in others]

    def row_boxes(self) -> Iterator[tuple[Row, Box]]:
        """Yield the lines of the label, each with its rectangle; none where there was no room."""
        if self.label:
            top = self.label.top
            for row in self.rows:
                yield row, Box(self.label.left, self.label.right, top, top + LINE[row.size])
                top += LINE[row.size]


@dataclass(frozen=True, slots=True)
class Move:
    """A movement from one place to the next, as a quadratic curve."""

    event: Event
    start: Point
    bend: Point
    end: Point
    most: float
    """Pixels at which a line of the label is broken."""
    label: Box | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of its label."""
        return broken(self.event.title, SMALL, self.most - 14)

    def at(self, share: float) -> Point:
        """Return the point at a share of the way, from 0 to 1."""
        t, u = share, 1 - share
        shares = (u * u, 2 * u * t, t * t)
        points = (self.start, self.bend, self.end)
        return (
            sum(weight * point[0] for weight, point in zip(shares, points, strict=True)),
            sum(weight * point[1] for weight, point in zip(shares, points, strict=True)),
        )


@dataclass(frozen=True, slots=True)
class MapArrangement:
    """Everything that is drawn, and where."""

    frames: tuple[Frame, ...]
    marks: tuple[Mark, ...]
    moves: tuple[Move, ...]
    names: tuple[tuple[Outline, Box], ...]
    """Outlines that have a name of their own, and where it stands."""
    lost: tuple[Place, ...]
    """Places that are on no map."""
    width: float
    height: float


def arrange_map(case: Case, *, width: float, context: bool = False) -> MapArrangement:
    """Return where places, movements and their names stand on a map of this width in pixels."""
    places = tuple(place for place in case.places if context or place.scope != "context")
    events = tuple(event for event in case.events if context or event.scope != "context")
    panels = case.panels or _panel_around(places)
    width = min(width, _WIDEST)
    frames, height = _frames(panels, width)
    shown = [frame.panel for frame in frames]
    sheets = [_Sheet(frame, shown[n + 1 :], case.outlines, places, events) for n, frame in enumerate(frames)]
    marks = tuple(mark for sheet in sheets for mark in sheet.marks)
    moves = tuple(move for sheet in sheets for move in sheet.moves)
    names = tuple(name for sheet in sheets for name in sheet.names)
    placed = {place.id for mark in marks for place in mark.places}
    lost = tuple(place for place in places if place.id not in placed)
    return MapArrangement(frames, marks, moves, names, lost, width, height)


def _panel_around(places: Iterable[Place]) -> tuple[MapPanel, ...]:
    """Return a panel in which all places lie; none where no place has coordinates."""
    points = [(p.longitude, p.latitude) for p in places if p.longitude is not None and p.latitude is not None]
    if not points:
        return ()
    (west, east), (south, north) = ((min(values), max(values)) for values in zip(*points, strict=True))
    room = max(east - west, north - south, 0.1) * 0.3
    return (MapPanel("all", "", west - room, east + room, south - room, north + room),)


def _frames(panels: Sequence[MapPanel], width: float) -> tuple[tuple[Frame, ...], float]:
    """Return the frames, the last panel large beside the others or below them, and where they end."""
    beside = len(panels) > 1 and width >= _BESIDE
    frames: list[Frame] = []
    top: float = _EDGE + _HEADING
    for panel in panels[:-1]:
        right = width * _OVERVIEW if beside else width - _EDGE
        frames.append(_frame(panel, _EDGE, right, top))
        top = frames[-1].box.bottom + _HEADING + (_EDGE if beside else _WEDGE)
    for panel in panels[-1:]:
        left = width * _OVERVIEW + _WEDGE if beside else _EDGE
        frames.append(_frame(panel, left, width - _EDGE, _EDGE + _HEADING if beside else top))
    return tuple(frames), max((frame.box.bottom for frame in frames), default=0) + _EDGE


def _frame(panel: MapPanel, left: float, right: float, top: float) -> Frame:
    """Return a frame of this width in which a kilometre is as long across as down.

    Where it would be too low for the names, it shows more of the north and the south.
    """
    across = (panel.east - panel.west) * cos(radians((panel.south + panel.north) / 2))
    degree = (right - left) / across
    more = max(0.0, _LOWEST / degree - (panel.north - panel.south)) / 2
    panel = replace(panel, south=panel.south - more, north=panel.north + more)
    return Frame(panel, Box(left, right, top, top + degree * (panel.north - panel.south)))


class _Sheet:
    """One frame and what is drawn in it: what no nearer panel holds."""

    def __init__(
        self,
        frame: Frame,
        nearer: Sequence[MapPanel],
        outlines: Sequence[Outline],
        places: Sequence[Place],
        events: Sequence[Event],
    ) -> None:
        self.frame = frame
        self.nearer = nearer
        self.most = min(_MOST, _SHARE * (frame.box.right - frame.box.left))
        self.outlines = {outline.place: outline for outline in outlines if outline.place}
        self.places = {place.id: place for place in places}
        marks = [self.mark(group) for group in self.groups()]
        ways = [(event, ends) for event in events for ends in pairwise(event.moves) if self.spans(ends)]
        moves = [self.move(event, *(self.mark([self.places[id]]) for id in ends)) for event, ends in ways]
        boxes = self.labels(marks, moves, outlines)
        self.marks = [replace(mark, label=boxes.get(f"place {mark.places[0].id}")) for mark in marks]
        self.moves = [replace(move, label=boxes.get(f"move {n}")) for n, move in enumerate(moves)]
        self.names = [(o, boxes[f"name {o.id}"]) for o in outlines if f"name {o.id}" in boxes]

    def groups(self) -> list[list[Place]]:
        """Return the places of this frame, those together that share a point, what holds the rest first."""
        at: dict[Degrees | str, list[Place]] = {}
        for place in self.places.values():
            point = self.degrees(place)
            if point and self.holds(point):
                at.setdefault(place.id if place.id in self.outlines else point, []).append(place)
        return [sorted(group, key=lambda p, g=group: p.within in {o.id for o in g}) for group in at.values()]  # type: ignore[misc]

    def degrees(self, place: Place) -> Degrees | None:
        """Return the point of a place: of an area, the one where its name stands."""
        outline = self.outlines.get(place.id)
        if outline and outline.labels and outline.kind == "area":
            return outline.labels[0]
        if place.longitude is None or place.latitude is None:
            return None
        return place.longitude, place.latitude

    def holds(self, *points: Degrees) -> bool:
        """Whether this is the nearest panel that holds all the points."""
        panels = [panel for panel in (self.frame.panel, *self.nearer) if all(map(panel.holds, points))]
        return bool(panels) and panels[-1] is self.frame.panel

    def spans(self, ends: tuple[str, str]) -> bool:
        """Whether a movement between two places belongs in this frame."""
        points = [self.degrees(self.places[id]) for id in ends if id in self.places]
        known = [point for point in points if point]
        return len(known) == 2 and self.holds(*known)

    def mark(self, group: Sequence[Place]) -> Mark:
        """Return the mark of places that share a point, without its label."""
        place = group[0]
        at = self.frame.at(self.degrees(place) or (0, 0))
        outline = self.outlines.get(place.id)
        anchor = self.frame.at(outline.labels[0]) if outline and outline.labels else at
        if outline:
            points = tuple(map(self.frame.at, outline.points))
            kind: Literal["area", "line"] = "area" if outline.kind == "area" else "line"
            return Mark(tuple(group), kind, at, points, anchor, self.most)
        if place.approximate:
            return Mark(tuple(group), "area", at, self.disc(place, at), anchor, self.most)
        return Mark(tuple(group), "pin", at, (), anchor, self.most)

    def disc(self, place: Place, at: Point) -> tuple[Point, ...]:
        """Return a circle that stands for a place whose coordinates are only about right."""
        reach = max(_REACH[place.kind] * self.frame.pixels, 10)
        return tuple((at[0] + reach * cos(n * pi / 12), at[1] + reach * sin(n * pi / 12)) for n in range(24))

    def move(self, event: Event, one: Mark, other: Mark) -> Move:
        """Return the way from one mark to another: how far into an area it went is not told."""
        (x0, y0), (x1, y1) = one.at, other.at
        length = hypot(x1 - x0, y1 - y0) or 1
        first = 0 if one.kind == "line" else min(_PIN / length, 0.5)
        last = _entered(one.at, other, length, min(_INTO, _INTO_KM * self.frame.pixels))
        start = (x0 + (x1 - x0) * first, y0 + (y1 - y0) * first)
        end = (x0 + (x1 - x0) * last, y0 + (y1 - y0) * last)
        sag = 0.12 if length > 60 else 0
        bend = (
            (start[0] + end[0]) / 2 + sag * (end[1] - start[1]),
            (start[1] + end[1]) / 2 - sag * (end[0] - start[0]),
        )
        return Move(event, start, bend, end, self.most)

    def labels(
        self, marks: Sequence[Mark], moves: Sequence[Move], outlines: Sequence[Outline]
    ) -> dict[str, Box]:
        """Return where names stand: large ones choose first, those of seas last."""
        taken = [around(mark.at, 5) for mark in marks if mark.kind == "pin"]
        taken += [around(move.at(n / 8), 5) for move in moves for n in range(9)]
        taken += [around(point, 3) for mark in marks if mark.kind == "line" for point in mark.points]
        names = [
            Label(
                f"place {mark.places[0].id}", *_size(mark), mark.anchor, _CLEAR if mark.kind == "pin" else 0
            )
            for mark in marks
        ]
        ways = []
        for number, move in enumerate(moves):
            width = max(text_width(f"■ {line}", SMALL, bold=True) for line in move.lines)
            ways.append(Label(f"move {number}", width, LINE[SMALL] * len(move.lines), move.at(0.5), 8))
        large_first = sorted(names + ways, key=lambda label: -label.width * label.height)
        others = []
        for outline in outlines:
            point = next(filter(self.frame.panel.holds, outline.labels), None)
            if outline.title and point:
                width = text_width(outline.title, SMALL)
                others.append(
                    Label(f"name {outline.id}", width, LINE[SMALL], self.frame.at(point), reach=_NEAR)
                )
        return placed([self.scale(), *large_first, *others], taken, self.frame.box)

    def scale(self) -> Label:
        """Return the corner that the scale takes, so that no name stands there."""
        length, words = self.frame.scale
        width = length + 16 + text_width(words, SMALL)
        box = self.frame.box
        return Label("scale", width, LINE[SMALL], (box.left + 8 + width / 2, box.bottom - 11))


def _size(mark: Mark) -> tuple[float, float]:
    """Return the width and the height of a mark's label in pixels."""
    widths = [text_width(row.words, row.size, bold=True) for row in mark.rows]
    return max(widths), sum(LINE[row.size] for row in mark.rows)


def _entered(start: Point, mark: Mark, length: float, into: float) -> float:
    """Return at which share of the way an arrow ends: before a pin, on a line, a little inside an area."""
    if mark.kind == "line":
        return 1 - _SHORT / length
    if mark.kind == "pin":
        return max(0.5, 1 - _PIN / length)
    (x0, y0), (x1, y1) = start, mark.at
    steps = (n / 200 for n in range(200))
    inside = (t for t in steps if is_within((x0 + (x1 - x0) * t, y0 + (y1 - y0) * t), mark.points))
    return min(next(inside, 1.0) + into / length, 1.0)
