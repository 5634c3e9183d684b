"""What a map is drawn on: seas, mountains, the lens from one panel to the next, a scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coupdata.model import Outline
from coupdata.views.drawing.box import Box, around, holding, points_along
from coupdata.views.drawing.svg import at, curve_along, line, lines_through, path, rectangle, window
from coupdata.views.html.element import Element
from coupdata.views.map.frames import MapFrame

_PEAKS = 22  # kilometres from one to the next


def ground(frames: Sequence[MapFrame], outlines: Sequence[Outline]) -> Iterator[Element]:
    """Yield everything below the places of a map."""
    for frame in frames:
        yield rectangle(frame.box, class_="band")
        yield window(frame.box, *_land(frame, outlines))
        yield rectangle(frame.box, class_="edge")
    if len(frames) > 1:
        yield from _lens(frames[0], frames[-1])
    for frame in frames:
        length, _ = frame.scale
        x, y = frame.box.left + 10, frame.box.bottom - 10
        bar = [(x, y - 4), (x, y), (x + length, y), (x + length, y - 4)]
        yield line(lines_through(bar), 1.5)


def _land(frame: MapFrame, outlines: Sequence[Outline]) -> Iterator[Element]:
    for outline in outlines:
        points = [frame.at(point) for point in outline.points]
        if outline.kind == "sea" and frame.box.overlaps(holding(points)):
            yield path(curve_along(points, closed=True), class_="sea")
        if outline.kind == "mountains":
            tops = points_along(points, max(_PEAKS * frame.pixels, 8))
            inside = [(x, y) for x, y in tops if frame.box.holds(around((x, y), 5))]
            peaks = (f"M{at((x - 4, y + 4))} l4,-8 l4,8" for x, y in inside)
            yield line(" ".join(peaks), 1.3)


def _lens(first: MapFrame, last: MapFrame) -> Iterator[Element]:
    """The rectangle that the last panel enlarges, and the wedge that opens it."""
    panel, box = last.panel, last.box
    (left, top), (right, bottom) = (
        first.at(p) for p in ((panel.west, panel.north), (panel.east, panel.south))
    )
    if box.left > first.box.right:
        wedge = [(right, top), (box.left, box.top), (box.left, box.bottom), (right, bottom)]
    else:
        wedge = [(left, bottom), (box.left, box.top), (box.right, box.top), (right, bottom)]
    yield path(lines_through(wedge, closed=True), class_="band")
    yield rectangle(Box(left, right, top, bottom), class_="lens")
