"""What stands on a map: places that share a point, movements, and the lines of their labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from coupdata.model import Event, Place
from coupdata.views.drawing.box import Box, Point, on_curve

NAME, SMALL = 13.0, 11.5
"""Pixels of the letters of a place, and of what lies in it or moves there."""

LINE = {NAME: 17.0, SMALL: 15.0}
"""Pixels from one line to the next."""

GLYPH = 14
"""Pixels that a label leaves for the glyph before it."""


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
    anchor: Point
    """Where the label wants to stand."""
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
