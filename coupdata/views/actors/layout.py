"""Where the actors of a case stand in the picture: bands of sides, in columns or one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product

from coupdata.model import Actor, Case, in_scope
from coupdata.views.actors.relations import ActorRelation, Stand, relations, stands
from coupdata.views.drawing.box import Box
from coupdata.views.html.palette import side_title
from coupdata.views.html.text_width import broken, text_width

TITLE, NAME, CAPTION = 13.5, 12.5, 11.0
"""Pixels of the title of a side, of an actor's name and of the line below it."""

LINE = 15
"""Pixels from one line of a name to the next."""

LOOPS = 40
"""Pixels beside the last column for lines between actors of the same column."""

_COLUMNS, _WIDEST = 3, 1080  # beyond this width, lines would only grow longer
_NAMES = (230, 170, 130)  # pixels: names are broken where they would be wider, as little as the page allows
_ONE_COLUMN = 420  # pixels: a band alone in its row is no wider
_CAPTIONED, _SPACE, _TITLED, _PAD, _GAP = 21, 10, 34, 10, 18  # pixels down
_EDGE, _INSET, _INDENT, _LETTERS, _GUTTER = 6, 9, 14, 22, 72  # pixels across

SideId = str | None
"""The id of a side; None of those whose side is not told."""


@dataclass(frozen=True, slots=True)
class Spot:
    """An actor in the band of a side, or the band: its stand names no actor."""

    stand: Stand
    box: Box
    column: int
    name: tuple[str, ...] = ()
    """The lines of the name."""

    @property
    def side(self) -> SideId:
        """The side; None for those whose side is not told."""
        return self.stand.side


@dataclass(frozen=True, slots=True)
class ActorsArrangement:
    """Everything that is drawn, and where."""

    spots: tuple[Spot, ...]
    bands: tuple[Spot, ...]
    relations: tuple[ActorRelation, ...]
    columns: int
    width: float
    height: float


def arrange_actors(case: Case, *, width: float, context: bool = False) -> ActorsArrangement:
    """Return where the actors of a case stand in a picture of this width in pixels.

    Sides that act on each other stand in columns beside each other, members below what they belong to. Actors
    on more than one side come last, at the same height in each. Where the width does not do for columns, the
    sides stand one below the other.
    """
    actors = in_scope(case.actors, context=context)
    events = in_scope(case.events, context=context)
    told = relations(case, events)
    everyone = [stand for actor in actors for stand in stands(case, actor.id)]
    columns = _columns(case, everyone, told)
    tries = (_Columns(case, everyone, columns, most) for most in _NAMES)
    roomy = next((each for each in tries if each.least_width <= width), None)
    alone = width - 2 * LOOPS - 2 * _EDGE - 2 * _INSET - _LETTERS - 2 * _INDENT
    best = roomy or _Columns(case, everyone, [list(chain(*columns))], min(alone, _NAMES[0]))
    return best.filled(told, width)


def kind_of(actor: Actor) -> str:
    """Return what an actor is, for people: the shortest office that the article gives, or the kind."""
    offices = [office.title for office in actor.offices if office.scope == "article"]
    return min(offices, key=len, default=actor.kind)


def _columns(case: Case, everyone: Sequence[Stand], told: Sequence[ActorRelation]) -> list[list[SideId]]:
    """Return the sides of each column, the largest last, so that few lines have to run far."""
    counts = {side: sum(s.side == side for s in everyone) for side in (*(s.id for s in case.sides), None)}
    sides = [side for side, count in counts.items() if count]
    pulls = [(relation.one.side, relation.other.side, len(relation.events)) for relation in told]
    pulls += [
        (one.side, other.side, 1) for one, other in combinations(everyone, 2) if one.actor == other.actor
    ]

    def cost(placed: tuple[int, ...]) -> tuple[float, float]:
        at = dict(zip(sides, placed, strict=True))
        lines = sum(pull * (2, 1, 4)[abs(at[one] - at[other])] for one, other, pull in pulls if one != other)
        heights = [sum(counts[side] + 1.5 for side in sides if at[side] == n) for n in range(_COLUMNS)]
        return lines + max(heights), sum(height**2 for height in heights)

    best = min(product(range(_COLUMNS), repeat=len(sides)), key=cost)
    columns = (
        [side for side, n in zip(sides, best, strict=True) if n == number] for number in range(_COLUMNS)
    )
    return [sorted(column, key=lambda side: counts[side]) for column in columns if column]


class _Columns:
    """Columns of bands whose names are broken at a width in pixels."""

    def __init__(self, case: Case, everyone: list[Stand], columns: list[list[SideId]], most: float) -> None:
        self.case = case
        self.columns = columns
        self.inside = {
            s: [stand for stand in everyone if stand.side == s] for column in columns for s in column
        }
        self.names = {stand: broken(case.actor(stand.actor).name, NAME, most) for stand in everyone}
        self.most = most
        self.widths = [self.column_width(column) for column in columns]
        self.least_width = sum(self.widths) + (len(columns) - 1) * _GUTTER + 2 * _EDGE + LOOPS
        """Pixels across that it takes."""
        self.ends: list[float] = []
        self.spots: list[Spot] = []

    def column_width(self, column: list[SideId]) -> float:
        widths = [text_width(f"● {side_title(self.case, side)}", TITLE, bold=True) for side in column]
        widths += [self.words_width(stand) for side in column for stand in self.inside[side]]
        return max(widths) + _LETTERS + 2 * _INSET

    def words_width(self, stand: Stand) -> float:
        caption = text_width(kind_of(self.case.actor(stand.actor)), CAPTION)
        name = max(text_width(line, NAME) for line in self.names[stand])
        return self.indent(stand) + max(min(caption, self.most), name)

    def filled(self, told: tuple[ActorRelation, ...], width: float) -> ActorsArrangement:
        """Return everything in its place."""
        alone = len(self.columns) < 2
        width = min(width, _ONE_COLUMN + 2 * LOOPS if alone else _WIDEST)
        edges = self.edges(width - 2 * LOOPS if alone else width - LOOPS)
        self.ends = [float(_EDGE)] * len(self.columns)
        tops: dict[SideId, float] = {}
        last = [column[-1] for column in self.columns]
        for number, column in enumerate(self.columns):
            for side in column:
                self.ends[number] += _GAP if self.ends[number] > _EDGE else 0
                tops[side] = self.ends[number]
                self.ends[number] += _TITLED
                for stand in self.in_order(side):
                    if not (side in last and self.is_shared(stand)):
                        self.put(stand, number, edges[number])
                self.ends[number] += _PAD
        self.put_shared(last, edges)
        bands = []
        for number, column in enumerate(self.columns):
            for side in column:
                bottom = max(spot.box.bottom for spot in self.spots if spot.stand.side == side) + _PAD
                bands.append(Spot(Stand("", side), Box(*edges[number], tops[side], bottom), number))
        height = max(self.ends, default=0) + _EDGE
        return ActorsArrangement(tuple(self.spots), tuple(bands), told, len(self.columns), width, height)

    def edges(self, width: float) -> list[tuple[float, float]]:
        """Return where each column begins and ends: gutters share what the columns leave."""
        if len(self.columns) < 2:
            return [(_EDGE, width - _EDGE)]
        gutter = (width - 2 * _EDGE - sum(self.widths)) / (len(self.widths) - 1)
        lefts = [_EDGE + sum(self.widths[:n]) + n * gutter for n in range(len(self.widths))]
        return [(left, left + width) for left, width in zip(lefts, self.widths, strict=True)]

    def in_order(self, side: SideId, group: Stand | None = None) -> Iterator[Stand]:
        """Yield members below what they belong to, large groups first, actors on several sides last."""
        members = [stand for stand in self.inside[side] if self.group(stand) == group]
        for stand in sorted(
            members, key=lambda s: (self.is_shared(s), -sum(1 for _ in self.in_order(side, s)))
        ):
            yield stand
            yield from self.in_order(side, stand)

    def group(self, stand: Stand) -> Stand | None:
        """Return what an actor belongs to on its side; None for one on several sides, who stands apart."""
        groups = [Stand(group, stand.side) for group in self.case.actor(stand.actor).member_of]
        inside = self.inside[stand.side]
        return None if self.is_shared(stand) else next((group for group in groups if group in inside), None)

    def is_shared(self, stand: Stand) -> bool:
        return len(stands(self.case, stand.actor)) > 1

    def indent(self, stand: Stand) -> float:
        group = self.group(stand)
        return _INDENT + self.indent(group) if group else 0

    def put(self, stand: Stand, number: int, edges: tuple[float, float]) -> None:
        top = self.ends[number]
        bottom = top + _CAPTIONED + LINE * len(self.names[stand])
        box = Box(edges[0] + _INSET + self.indent(stand), edges[1] - _INSET, top, bottom)
        self.spots.append(Spot(stand, box, number, self.names[stand]))
        self.ends[number] = bottom + _SPACE

    def put_shared(self, last: list[SideId], edges: list[tuple[float, float]]) -> None:
        """Put actors on more than one side below all others, those first whose sides are neighbours."""
        columns: dict[str, list[int]] = {}
        for number, side in enumerate(last):
            for stand in filter(self.is_shared, self.inside[side]):
                columns.setdefault(stand.actor, []).append(number)
        for actor, numbers in sorted(columns.items(), key=lambda item: item[1][-1] - item[1][0]):
            top = max(self.ends[number] for number in numbers) - _PAD
            for number in numbers:
                self.ends[number] = top
                self.put(Stand(actor, last[number]), number, edges[number])
                self.ends[number] += _PAD
