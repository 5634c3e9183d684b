"""Rectangles and points in pixels; down counts from the top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import dist

Point = tuple[float, float]
"""Pixels across and down."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Pixels down to its middle."""
        return (self.top + self.bottom) / 2

    def overlaps(self, other: Box, gap: float = 0) -> bool:
        """Whether less than a gap lies between two rectangles."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def holds(self, other: Box) -> bool:
        """Whether another lies wholly in it."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


def around(point: Point, reach: float) -> Box:
    """Return the square that reaches so far from a point."""
    return Box(point[0] - reach, point[0] + reach, point[1] - reach, point[1] + reach)


def holding(points: Sequence[Point]) -> Box:
    """Return the smallest rectangle that holds some points."""
    across, down = zip(*points, strict=True)
    return Box(min(across), max(across), min(down), max(down))


def between(one: Point, other: Point, share: float) -> Point:
    """Return the point at a share of the way from one point to another, from 0 to 1."""
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def on_curve(points: Sequence[Point], share: float) -> Point:
    """Return the point at a share of the way along a Bézier curve (by de Casteljau's algorithm)."""
    while len(points) > 1:
        points = [between(one, other, share) for one, other in pairwise(points)]
    return points[0]


def points_along(points: Sequence[Point], length: float) -> Iterator[Point]:
    """Yield points on a line that is straight between these, so far apart."""
    left = length / 2
    for start, end in pairwise(points):
        way = dist(start, end)
        while left <= way:
            yield between(start, end, left / way)
            left += length
        left -= way
