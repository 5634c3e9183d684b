"""What a map is drawn on: seas, mountains, the lens from one panel to the next, a scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from coupdata.model import Outline
from coupdata.views.map.layout import Frame
from coupdata.views.map.polygons import clipped, rounded, steps_along
from coupdata.views.picture.box import around
from coupdata.views.picture.strokes import lines_through, path, stroke
from coupdata.views.timeline_chart.drawing import Theme, rectangle

_SEA = "rgba(70,130,160,0.16)"
_PEAKS = 22  # kilometres from one to the next


def ground(frames: Sequence[Frame], outlines: Sequence[Outline], theme: Theme) -> Iterator[dict[str, Any]]:
    """Yield everything below the places of a map."""
    for frame in frames:
        yield from _land(frame, outlines, theme)
    if len(frames) > 1:
        yield from _lens(frames[0], frames[-1], theme)
    for frame in frames:
        length, _ = frame.scale
        x, y = frame.box.left + 10, frame.box.bottom - 10
        bar = [(x, y - 4), (x, y), (x + length, y), (x + length, y - 4)]
        yield path(lines_through(bar), line=stroke(1.5))


def _land(frame: Frame, outlines: Sequence[Outline], theme: Theme) -> Iterator[dict[str, Any]]:
    box = frame.box
    yield rectangle("x", box.left, box.right, box.top, box.bottom, theme.band) | {"line": stroke(1, 0.5)}
    for outline in outlines:
        points = [frame.at(point) for point in outline.points]
        if outline.kind == "sea" and (inside := clipped(rounded(points, closed=True), box)):
            yield path(lines_through(inside, closed=True), fillcolor=_SEA, line=stroke(1))
        if outline.kind == "mountains":
            tops = steps_along(rounded(points, closed=False), max(_PEAKS * frame.pixels, 8))
            peaks = [
                [(x - 4, y + 4), (x, y - 4), (x + 4, y + 4)] for x, y in tops if box.holds(around((x, y), 5))
            ]
            if peaks:
                yield path(" ".join(map(lines_through, peaks)), line=stroke(1.3, 0.8))


def _lens(first: Frame, last: Frame, theme: Theme) -> Iterator[dict[str, Any]]:
    """The rectangle that the last panel enlarges, and the wedge that opens it."""
    panel, box = last.panel, last.box
    (left, top), (right, bottom) = (
        first.at(p) for p in ((panel.west, panel.north), (panel.east, panel.south))
    )
    if box.left > first.box.right:
        wedge = [(right, top), (box.left, box.top), (box.left, box.bottom), (right, bottom)]
    else:
        wedge = [(left, bottom), (box.left, box.top), (box.right, box.top), (right, bottom)]
    yield path(lines_through(wedge, closed=True), fillcolor=theme.band, line={"width": 0})
    yield rectangle("x", left, right, top, bottom, theme.band) | {"line": stroke(1.5)}
