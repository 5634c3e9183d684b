"""Lines and polygons: walked along, made larger, asked what lies in them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from coupdata.views.drawing.box import Point


def steps_along(points: Sequence[Point], length: float) -> list[Point]:
    """Return points on a line, so far apart."""
    steps, left = [], length / 2
    for (x0, y0), (x1, y1) in pairwise(points):
        way = hypot(x1 - x0, y1 - y0)
        while left <= way:
            steps.append((x0 + (x1 - x0) * left / way, y0 + (y1 - y0) * left / way))
            left += length
        left -= way
    return steps


def scaled(corners: Sequence[Point], size: float) -> list[Point]:
    """Return a polygon made larger or smaller about its middle."""
    x, y = (sum(values) / len(corners) for values in zip(*corners, strict=True))
    return [(x + (cx - x) * size, y + (cy - y) * size) for cx, cy in corners]


def is_within(point: Point, corners: Sequence[Point]) -> bool:
    """Return whether a point lies in a polygon."""
    x, y = point
    crossed = 0
    for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], corners[0]], strict=True):
        crossed += (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0)
    return crossed % 2 == 1
