"""Finds room for labels on a map, so that none covers another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from coupdata.views.drawing.box import Box, Point

_GAP = 3  # pixels between labels
_COVERING = 40  # what speaks against covering a mark, as pixels further away
_FAR = (0, 8, 18, 30, 46, 66, 90, 120, 160, 210)  # pixels further away, step by step, where there is no room
_WAYS: tuple[Point, ...] = ((1, 0), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1))
_WAYS += ((0, 1), (0, -1), (0.5, 1), (0.5, -1), (-0.5, 1), (-0.5, -1))
"""Where a label stands beside its anchor, the best first: right, left, above and below."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words that want to stand at a point."""

    id: str
    width: float
    height: float
    at: Point
    clear: float = 0
    """Pixels that it keeps from the point; 0 where it may cover it."""
    reach: float = max(_FAR)
    """Pixels beyond that at most: further away nobody would see what it names."""


def placed(labels: Iterable[Label], marks: Sequence[Box], room: Box) -> dict[str, Box]:
    """Return where each label stands; those that find no room are left out.

    Args:
        labels: What is to stand, the most important first.
        marks: What a label should not cover, but may where all else is taken.
        room: The rectangle in which all stand.
    """
    taken: dict[str, Box] = {}
    for label in labels:
        free = [
            (effort + _COVERING * sum(map(box.overlaps, marks)), box)
            for effort, box in _tries(label)
            if room.holds(box) and not any(box.overlaps(other, _GAP) for other in taken.values())
        ]
        if free:
            taken[label.id] = min(free, key=itemgetter(0))[1]
    return taken


def _tries(label: Label) -> Iterator[tuple[float, Box]]:
    """Yield where a label might stand, with what speaks against it."""
    x, y = label.at
    if not label.clear:
        yield 0, _box(label, x, y)
    for far in (far for far in _FAR if far <= label.reach):
        for rank, (across, down) in enumerate(_WAYS):
            reach = (label.clear + far) * (0.7 if across and down else 1)
            centre = x + across * (reach + label.width / 2), y + down * (reach + label.height / 2)
            yield far + rank, _box(label, *centre)


def _box(label: Label, x: float, y: float) -> Box:
    return Box(x - label.width / 2, x + label.width / 2, y - label.height / 2, y + label.height / 2)
