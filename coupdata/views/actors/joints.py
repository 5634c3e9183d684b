"""Lines between actors: from which edge to which, and along which curve."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, NamedTuple

from coupdata.model import Case, Event
from coupdata.views.actors.layout import ActorsArrangement, Spot
from coupdata.views.actors.relations import between_sides, change, stands
from coupdata.views.drawing.box import Box, Point, on_curve

JointKind = Literal["with", "against", "changed sides", "on both sides"]


class Port(NamedTuple):
    """Where a line leaves a box, and whether to the left (-1) or to the right (1)."""

    x: float
    y: float
    way: int


_HEAD = 9  # pixels: the length of an arrow head
_RIM, _TALLEST = 7, 110  # pixels: lines keep from the corners of a box, and are not spread over more of it
_BULGE = 4 / 3  # how much further out than its curve a bend lies


@dataclass(frozen=True, slots=True)
class Joint:
    """Two that belong together: by what they did, or as one actor on two sides."""

    kind: JointKind
    one: Spot
    other: Spot
    events: tuple[Event, ...] = ()
    label: str = ""

    @property
    def side(self) -> str | None:
        """The side that acts; None where two sides act together."""
        return self.one.side if self.kind == "against" or self.one.side == self.other.side else None

    @property
    def pointed(self) -> bool:
        """Whether it leads from the one to the other, not both ways."""
        return self.kind in ("against", "changed sides")


@dataclass(frozen=True, slots=True)
class Curve:
    """A joint as a cubic curve; an arrow head, if any, lies between its end and the box."""

    joint: Joint
    start: Point
    bend: tuple[Point, Point]
    end: Point
    tip: Point

    def at(self, share: float) -> Point:
        """Return the point at a share of the way, from 0 to 1."""
        return on_curve((self.start, *self.bend, self.end), share)


def actor_joints(case: Case, arrangement: ActorsArrangement) -> Iterator[Joint]:
    """Yield what the actors did with and against each other, and who stands on two sides."""
    spots = {spot.stand: spot for spot in arrangement.spots}
    for relation in arrangement.relations:
        yield Joint(relation.kind, spots[relation.one], spots[relation.other], relation.events)
    for actor in dict.fromkeys(spot.stand.actor for spot in arrangement.spots):
        for one, other in combinations(stands(case, actor), 2):
            changed = change(case, one, other)
            kind: JointKind = "changed sides" if changed else "on both sides"
            yield Joint(kind, spots[one], spots[other], label=changed or "")


def band_joints(arrangement: ActorsArrangement) -> Iterator[Joint]:
    """Yield what the sides did with and against each other, whoever of them."""
    bands = {band.side: band for band in arrangement.bands}
    for (kind, one, other), events in between_sides(arrangement.relations).items():
        yield Joint(kind, bands[one], bands[other], events)


def curves(joints: Sequence[Joint], room: float) -> list[Curve]:
    """Return the curves of joints, spread over the edges that they touch.

    Args:
        joints: What to draw.
        room: Pixels that a curve may run out beside the column in which both its ends lie.
    """
    ports = _ports(joints)
    drops = [abs(ports[number, 1].y - ports[number, 0].y) for number in range(len(joints))]
    loops = sorted(
        drop for drop, joint in zip(drops, joints, strict=True) if joint.one.column == joint.other.column
    )

    def reach(drop: float) -> float:
        """The longer of two loops runs out further, so that they lie in each other."""
        rank = loops.index(drop) if drop in loops else 0
        return room * (0.4 + 0.6 * (rank + 1) / max(len(loops), 1)) * _BULGE

    return [
        _between(joint, ports[number, 0], ports[number, 1], reach(drops[number]))
        for number, joint in enumerate(joints)
    ]


def _ports(joints: Sequence[Joint]) -> dict[tuple[int, int], Port]:
    """Return where each joint starts (0) and ends (1): side by side, in the order of where they lead."""
    touching: defaultdict[tuple[Box, int, int], list[tuple[float, int, int]]] = defaultdict(list)
    ports = {}
    for number, joint in enumerate(joints):
        for end, (node, opposite) in enumerate(((joint.one, joint.other), (joint.other, joint.one))):
            way = 1 if opposite.column >= node.column else -1  # within a column both ends are on the right
            group = -1 if joint.events else number  # one without events has the middle of the edge
            touching[node.box, way, group].append((opposite.box.middle, number, end))
    for (box, way, _), here in touching.items():
        height = min(box.bottom - box.top, _TALLEST) - 2 * _RIM
        for place, (_, number, end) in enumerate(sorted(here)):
            y = box.middle + height * ((place + 0.5) / len(here) - 0.5)
            ports[number, end] = Port(box.right if way > 0 else box.left, y, way)
    return ports


def _between(joint: Joint, start: Port, end: Port, reach: float) -> Curve:
    """Return the curve that leaves and arrives level, as far out as it reaches."""
    foot = end.x + end.way * _HEAD if joint.pointed else end.x
    if joint.one.column == joint.other.column:
        out = max(start.x, foot) + reach
        bend = (out, start.y), (out, end.y)
    else:
        half = abs(foot - start.x) / 2
        bend = (start.x + start.way * half, start.y), (foot + end.way * half, end.y)
    return Curve(joint, (start.x, start.y), bend, (foot, end.y), (end.x, end.y))
