"""The panels of a map in their frames: where a point of the earth lies, in pixels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import cos, radians

from coupdata.model import Degrees, MapPanel, Place
from coupdata.views.drawing.box import Box, Point

_BESIDE = 620  # pixels: from this width, panels stand side by side
_EDGE, _HEADING, _WEDGE = 6, 24, 44
_LOWEST, _HIGHEST = 250, 560  # pixels: a frame is no lower and no higher
_TALLEST = 1.2  # times its width: so high is it at most
_OVERVIEW = 0.34  # of the width, for the panels before the last
_ROUND = [n * 10**power for power in range(5) for n in (1, 2, 5)]  # kilometres that a scale may measure
_KM = 111.2  # kilometres to a degree of latitude


@dataclass(frozen=True, slots=True)
class MapFrame:
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


def frames_of(panels: Sequence[MapPanel], width: float) -> tuple[tuple[MapFrame, ...], float]:
    """Return the frames, the last panel large beside the others or below them, and where they end."""
    beside = len(panels) > 1 and width >= _BESIDE
    frames: list[MapFrame] = []
    top: float = _EDGE + _HEADING
    for panel in panels[:-1]:
        right = width * _OVERVIEW if beside else width - _EDGE
        frames.append(_frame(panel, _EDGE, right, top))
        top = frames[-1].box.bottom + _HEADING + (_EDGE if beside else _WEDGE)
    for panel in panels[-1:]:
        left = width * _OVERVIEW + _WEDGE if beside else _EDGE
        frames.append(_frame(panel, left, width - _EDGE, _EDGE + _HEADING if beside else top))
    return tuple(frames), max((frame.box.bottom for frame in frames), default=0) + _EDGE


def panel_around(places: Iterable[Place]) -> tuple[MapPanel, ...]:
    """Return a panel in which all places lie; none where no place has coordinates."""
    points = [(p.longitude, p.latitude) for p in places if p.longitude is not None and p.latitude is not None]
    if not points:
        return ()
    (west, east), (south, north) = ((min(values), max(values)) for values in zip(*points, strict=True))
    room = max(east - west, north - south, 0.1) * 0.3
    return (MapPanel("all", "", west - room, east + room, south - room, north + room),)


def _frame(panel: MapPanel, left: float, right: float, top: float) -> MapFrame:
    """Return a frame of this width in which a kilometre is as long across as down.

    Where it would be too low for the names, it shows more of the north and the south; where it would be
    higher than a window, more of the west and the east.
    """
    width, shrunk = right - left, cos(radians((panel.south + panel.north) / 2))
    degree = width / (panel.east - panel.west) / shrunk
    degree = min(degree, min(_HIGHEST, _TALLEST * width) / (panel.north - panel.south))
    wider = (width / degree / shrunk - (panel.east - panel.west)) / 2
    more = max(0.0, _LOWEST / degree - (panel.north - panel.south)) / 2
    panel = replace(
        panel,
        west=panel.west - wider,
        east=panel.east + wider,
        south=panel.south - more,
        north=panel.north + more,
    )
    return MapFrame(panel, Box(left, right, top, top + degree * (panel.north - panel.south)))
