"""Lines and polygons: rounded, cut at a frame, made larger."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from coupdata.views.picture.box import Box, Point


def rounded(points: Sequence[Point], *, closed: bool) -> list[Point]:
    """Return a line or a polygon whose corners are cut twice, so that it looks drawn by hand."""
    for _ in range(2):
        following = [*points[1:], points[0]] if closed else points[1:]
        cut = [
            (one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1]))
            for one, other in zip(points, following, strict=closed)
            for share in (0.25, 0.75)
        ]
        points = cut if closed else [points[0], *cut, points[-1]]
    return list(points)


def clipped(corners: Sequence[Point], box: Box) -> list[Point]:
    """Return the part of a polygon that lies in a rectangle; empty where none does."""
    cut = list(corners)
    for across_or_down, limit, sign in (
        (0, box.left, 1),
        (0, box.right, -1),
        (1, box.top, 1),
        (1, box.bottom, -1),
    ):
        before, cut = cut, []
        for one, other in zip(before, before[1:] + before[:1], strict=True):
            here, there = (sign * (point[across_or_down] - limit) for point in (one, other))
            if here >= 0:
                cut.append(one)
            if (here >= 0) != (there >= 0):
                share = here / (here - there)
                cut.append((one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])))
    return cut


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
