"""Where places and movements stand on the map, in pixels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import cos, dist, pi, sin
from typing import Literal

from coupdata.model import Case, Degrees, Event, MapPanel, Outline, Place, in_scope
from coupdata.views.drawing.box import Box, Point, around, between, on_curve, points_along
from coupdata.views.html.text_width import broken, text_width
from coupdata.views.map.frames import MapFrame, frames_of, panel_around
from coupdata.views.map.label_placement import Label, placed

NAME, SMALL = 13.0, 11.5
"""Pixels of the letters of a place, and of what lies in it or moves there."""

LINE = {NAME: 17.0, SMALL: 15.0}
"""Pixels from one line to the next."""

GLYPH = 14
"""Pixels that a label leaves for the glyph before it."""

_WIDEST = 1080  # pixels: the map grows no wider
_REACH = {"country": 110.0, "region": 140.0, "frontier": 30.0, "city": 14.0, "town": 8.0, "building": 5.0}
_PIN, _SHORT, _INTO = 8, 3, 5  # pixels: an arrow keeps from a pin, ends before a line, runs into an area
_INTO_KM = 25  # nor further than so many kilometres
_LARGEST = 0.2  # of its frame, across or down: the radius of a place that is only about right
_NEAR = 18  # pixels: the name of a sea stays at its point, or is left out
_CLEAR = 13  # pixels between a pin and its name: there is room for a ring
_STEP = 9  # pixels along a line from one point that no label should cover to the next
_MOST, _SHARE = 150, 0.34  # pixels, and share of its frame, at which a name is broken
_INNER = 110  # pixels at which one below another is


@dataclass(frozen=True, slots=True)
class LabelLine:
    """A line of a label."""

    place: Place
    words: str
    size: float


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """Places that share a point: a pin, a line, or an area that stands for one."""

    places: tuple[Place, ...]
    """The one that holds the others first."""
    kind: Literal["pin", "line", "area"]
    at: Point
    points: tuple[Point, ...]
    """Of the line, or the corners of the area."""
    anchors: tuple[Point, ...]
    """Where the label may stand: at one of these points, or beside it."""
    lines: tuple[LabelLine, ...]
    """The lines of the label: the name of the place, and those of the places in it."""
    label: Box | None = None

    def line_boxes(self) -> Iterator[tuple[LabelLine, Box]]:
        """Yield the lines of the label, each with its rectangle; none where there was no room."""
        if self.label:
            top = self.label.top
            for line in self.lines:
                yield line, Box(self.label.left, self.label.right, top, top + LINE[line.size])
                top += LINE[line.size]


@dataclass(frozen=True, slots=True)
class Move:
    """A movement from one place to the next, as a quadratic curve."""

    event: Event
    start: Point
    bend: Point
    end: Point
    lines: tuple[str, ...]
    """The lines of its label."""
    label: Box | None = None

    def at(self, share: float) -> Point:
        """Return the point at a share of the way, from 0 to 1."""
        return on_curve((self.start, self.bend, self.end), share)


@dataclass(frozen=True, slots=True)
class MapArrangement:
    """Everything that is drawn, and where."""

    frames: tuple[MapFrame, ...]
    marks: tuple[PlaceMark, ...]
    moves: tuple[Move, ...]
    names: tuple[tuple[tuple[str, ...], Box], ...]
    """The lines of the names that only outlines have, and where they stand."""
    lost: tuple[Place, ...]
    """Places that are on no map."""
    width: float
    height: float


@lru_cache(maxsize=16)  # what is chosen is drawn otherwise, but moves nothing
def arrange_map(case: Case, *, width: float, context: bool = False) -> MapArrangement:
    """Return where places, movements and their names stand on a map of this width in pixels."""
    places = in_scope(case.places, context=context)
    events = in_scope(case.events, context=context)
    panels = case.panels or panel_around(places)
    width = min(width, _WIDEST)
    frames, height = frames_of(panels, width)
    shown = [frame.panel for frame in frames]
    layouts = [
        _FrameLayout(frame, shown[n + 1 :], case.outlines, places, events) for n, frame in enumerate(frames)
    ]
    marks = tuple(mark for layout in layouts for mark in layout.marks)
    moves = tuple(move for layout in layouts for move in layout.moves)
    names = tuple(name for layout in layouts for name in layout.names)
    placed = {place.id for mark in marks for place in mark.places}
    lost = tuple(place for place in places if place.id not in placed)
    return MapArrangement(frames, marks, moves, names, lost, width, height)


class _FrameLayout:
    """One frame and what is drawn in it: what no nearer panel holds."""

    def __init__(
        self,
        frame: MapFrame,
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
        self.names = [(_lines(o), boxes[f"name {o.id}"]) for o in outlines if f"name {o.id}" in boxes]

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

    def mark(self, group: Sequence[Place]) -> PlaceMark:
        """Return the mark of places that share a point, without its label."""
        place, *others = group
        at = self.frame.at(self.degrees(place) or (0, 0))
        anchors: tuple[Point, ...] = (at,)
        kind: Literal["pin", "line", "area"] = "area" if place.approximate else "pin"
        points = self.disc(place, at) if place.approximate else ()
        if outline := self.outlines.get(place.id):
            kind = "area" if outline.kind == "area" else "line"
            points = tuple(map(self.frame.at, outline.points))
            if outline.labels:
                at_label = self.frame.at(outline.labels[0])
                anchors = (at_label, *(between(at_label, corner, 0.4) for corner in points if kind == "area"))
            elif kind == "line":
                anchors = tuple(points_along(points, 4 * _STEP))
        lines = [LabelLine(place, words, NAME) for words in broken(place.name, NAME, self.most)]
        for other in others:
            said = broken(f"▫ {other.name}", SMALL, min(_INNER, self.most))
            lines += [LabelLine(other, words, SMALL) for words in said]
        return PlaceMark(tuple(group), kind, at, points, anchors, tuple(lines))

    def disc(self, place: Place, at: Point) -> tuple[Point, ...]:
        """Return a circle that stands for a place whose coordinates are only about right."""
        box = self.frame.box
        most = _LARGEST * min(box.right - box.left, box.bottom - box.top)
        reach = min(max(_REACH[place.kind] * self.frame.pixels, 10), most)
        return tuple((at[0] + reach * cos(n * pi / 12), at[1] + reach * sin(n * pi / 12)) for n in range(24))

    def move(self, event: Event, one: PlaceMark, other: PlaceMark) -> Move:
        """Return the way from one mark to another: how far into an area it went is not told."""
        length = dist(one.at, other.at) or 1
        first = 0 if one.kind == "line" else min(_PIN / length, 0.5)
        last = _entered(one.at, other, length, min(_INTO, _INTO_KM * self.frame.pixels))
        start, end = between(one.at, other.at, first), between(one.at, other.at, last)
        (x, y), sag = between(start, end, 0.5), 0.12 if length > 60 else 0
        bend = (x + sag * (end[1] - start[1]), y - sag * (end[0] - start[0]))
        return Move(event, start, bend, end, broken(event.title, SMALL, self.most - GLYPH))

    def labels(
        self, marks: Sequence[PlaceMark], moves: Sequence[Move], outlines: Sequence[Outline]
    ) -> dict[str, Box]:
        """Return where names stand, clear of what is drawn and of each other."""
        drawn = [mark.points for mark in marks if mark.kind == "line"]
        drawn += [self.shore(outline) for outline in outlines if outline.kind == "sea"]
        taken = [(around(mark.at, 5), 200) for mark in marks if mark.kind == "pin"]
        taken += [(around(move.at(n / 8), 5), 60) for move in moves for n in range(9)]
        taken += [(around(point, 3), 30) for line in drawn for point in points_along(line, _STEP)]
        wanted = []
        for mark in marks:
            width = max(text_width(line.words, line.size, bold=True) for line in mark.lines)
            height = sum(LINE[line.size] for line in mark.lines)
            clear = {"pin": _CLEAR, "line": 5, "area": 0}[mark.kind]
            weight = 10 if mark.kind == "pin" else 3  # a pin says nothing without its name beside it
            id = f"place {mark.places[0].id}"
            wanted.append(Label(id, width, height, mark.anchors, clear, weight=weight))
        for number, move in enumerate(moves):
            width = max(text_width(f"■ {line}", SMALL, bold=True) for line in move.lines)
            wanted.append(
                Label(
                    f"move {number}",
                    width,
                    LINE[SMALL] * len(move.lines),
                    [move.at(share) for share in (0.5, 0.3, 0.7)],
                    8,
                )
            )
        wanted.sort(key=lambda label: -label.width * label.height)
        for outline in outlines:
            point = next(filter(self.frame.panel.holds, outline.labels), None)
            if outline.title and point:
                lines, at = _lines(outline), self.frame.at(point)
                width, height = max(text_width(line, SMALL) for line in lines), LINE[SMALL] * len(lines)
                wanted.append(Label(f"name {outline.id}", width, height, [at], reach=_NEAR))
        return placed([self.scale(), *wanted], taken, self.frame.box)

    def shore(self, outline: Outline) -> tuple[Point, ...]:
        """Return the line around a sea."""
        return tuple(self.frame.at(point) for point in (*outline.points, outline.points[0]))

    def scale(self) -> Label:
        """Return the corner that the scale takes, so that no name stands there."""
        length, words = self.frame.scale
        width = length + 16 + text_width(words, SMALL)
        box = self.frame.box
        return Label("scale", width, LINE[SMALL], [(box.left + 8 + width / 2, box.bottom - 11)])


def _entered(start: Point, mark: PlaceMark, length: float, into: float) -> float:
    """Return at which share of the way an arrow ends: before a pin, on a line, a little inside an area."""
    if mark.kind == "line":
        return 1 - _SHORT / length
    if mark.kind == "pin":
        return max(0.5, 1 - _PIN / length)
    steps = (n / 200 for n in range(200))
    inside = (share for share in steps if is_within(between(start, mark.at, share), mark.points))
    return min(next(inside, 1.0) + into / length, 1.0)


def _lines(outline: Outline) -> tuple[str, ...]:
    """Return the name of a sea, word below word: so it is less likely to reach a shore."""
    return tuple(outline.title.split())


def is_within(point: Point, corners: Sequence[Point]) -> bool:
    """Return whether a point lies in a polygon."""
    x, y = point
    crossed = 0
    for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], corners[0]], strict=True):
        crossed += (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0)
    return crossed % 2 == 1
