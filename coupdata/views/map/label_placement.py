"""Finds room for labels on a map, so that none covers another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import itemgetter

from coupdata.views.drawing.box import Box, Point

_GAP = 3  # pixels between labels
_LOST = 1000  # what speaks against leaving a label out, as pixels further away
_FAR = (0, 8, 18, 30, 46, 66, 90, 120, 160, 210)  # pixels further away, step by step, where there is no room
_WAYS: tuple[Point, ...] = ((1, 0), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1))
_WAYS += ((0, 1), (0, -1), (0.5, 1), (0.5, -1), (-0.5, 1), (-0.5, -1))
"""Where a label stands beside its anchor, the best first: right, left, above and below."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words that want to stand at one of some points."""

    id: str
    width: float
    height: float
    points: Sequence[Point]
    clear: float = 0
    """Pixels that it keeps from the point; 0 where it may cover it."""
    reach: float = max(_FAR)
    """Pixels beyond that at most: further away nobody would see what it names."""
    weight: float = 1
    """How much a pixel further away speaks against a place; more where no colour says what is named."""


def placed(labels: Sequence[Label], marks: Sequence[tuple[Box, float]], room: Box) -> dict[str, Box]:
    """Return where each label stands; those that find no room are left out.

    One after the other takes its best place that is free, in an order that is better than any in which two
    have changed places.

    Args:
        labels: What is to stand.
        marks: What a label should not cover, and how much speaks against it, as pixels further away.
        room: The rectangle in which all stand.
    """
    near = [(mark, against) for mark, against in marks if mark.overlaps(room)]
    tries = {label.id: _places(label, near, room) for label in labels}
    best, order = _in_turn(list(tries), tries), list(tries)
    improved = True
    while improved:
        improved = False
        for one, other in combinations(range(len(order)), 2):
            swapped = order.copy()
            swapped[one], swapped[other] = order[other], order[one]
            found = _in_turn(swapped, tries)
            if found[0] < best[0]:
                best, order, improved = found, swapped, True
    return best[1]


_Places = Sequence[tuple[float, Box]]
"""Where a label might stand, with what speaks against it, the best first."""


def _in_turn(order: Sequence[str], tries: Mapping[str, _Places]) -> tuple[float, dict[str, Box]]:
    """Return what speaks against all places that are taken if labels choose in this order, and the places.

    It is squared, so that no label stands far away to let others stand a little nearer.
    """
    against = 0.0
    taken: dict[str, Box] = {}
    for id in order:
        free = (
            (effort, box)
            for effort, box in tries[id]
            if not any(box.overlaps(other, _GAP) for other in taken.values())
        )
        effort, box = next(free, (_LOST, None))
        against += effort**2
        if box:
            taken[id] = box
    return against, taken


def _places(label: Label, marks: Sequence[tuple[Box, float]], room: Box) -> _Places:
    rated = [
        (effort * label.weight + sum(against for mark, against in marks if box.overlaps(mark)), box)
        for effort, box in _tries(label)
        if room.holds(box)
    ]
    return sorted(rated, key=itemgetter(0))


def _tries(label: Label) -> Iterator[tuple[float, Box]]:
    """Yield where a label might stand, with what speaks against it."""
    for x, y in label.points:
        if not label.clear:
            yield 0, _box(label, x, y)
        for far in (far for far in _FAR if far <= label.reach):
            for rank, (across, down) in enumerate(_WAYS):
                reach = (label.clear + far) * (0.7 if across and down else 1)
                centre = x + across * (reach + label.width / 2), y + down * (reach + label.height / 2)
                yield far + rank, _box(label, *centre)


def _box(label: Label, x: float, y: float) -> Box:
    return Box(x - label.width / 2, x + label.width / 2, y - label.height / 2, y + label.height / 2)
