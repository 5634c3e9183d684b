"""Who acted with whom and against whom, counted from the events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations, product
from typing import Literal, NamedTuple

from coupdata.model import Case, Event
from coupdata.model.date_labels import moment_label
from coupdata.views.html.palette import actor_side

RelationKind = Literal["with", "against"]


class Stand(NamedTuple):
    """An actor on a side; the side is None where none is told."""

    actor: str
    side: str | None


class ActorRelation(NamedTuple):
    """Who acted with or against whom, and the events that say so."""

    kind: RelationKind
    one: Stand
    """Who acts; of two who act together, the one who is named first."""
    other: Stand
    events: tuple[Event, ...]


def stands(case: Case, actor: str) -> tuple[Stand, ...]:
    """Return an actor once for each of its sides, or with side None."""
    sides = dict.fromkeys(side.side for side in case.actor(actor).sides)
    return tuple(Stand(actor, side) for side in sides) or (Stand(actor, None),)


def relations(case: Case, events: Iterable[Event]) -> tuple[ActorRelation, ...]:
    """Return every relation of these events: each two who act together, each who acts against each."""
    counted: defaultdict[tuple[RelationKind, Stand, Stand], list[Event]] = defaultdict(list)
    for event in events:
        acting, against = (
            [Stand(actor, actor_side(case, actor, event)) for actor in ids]
            for ids in (event.actors, event.against)
        )
        for one, other in combinations(acting, 2):
            turned = ("with", other, one) in counted
            counted["with", *((other, one) if turned else (one, other))].append(event)
        for one, other in product(acting, against):
            counted["against", one, other].append(event)
    return tuple(ActorRelation(*pair, tuple(told)) for pair, told in counted.items())


def change(case: Case, one: Stand, other: Stand) -> str | None:
    """Return when an actor went from one side to the other; None where nothing says that it left."""
    left, joined = (
        next(side.when for side in case.actor(stand.actor).sides if side.side == stand.side)
        for stand in (one, other)
    )
    if left.end.latest is None or joined.start.earliest is None or joined.start.latest is None:
        return None
    return moment_label(joined.start.earliest, joined.start.latest)


def between_sides(
    told: Iterable[ActorRelation],
) -> dict[tuple[RelationKind, str | None, str | None], tuple[Event, ...]]:
    """Return the events in which anybody of one side acted with or against anybody of another."""
    counted: defaultdict[tuple[RelationKind, str | None, str | None], dict[str, Event]] = defaultdict(dict)
    for relation in told:
        if relation.one.side != relation.other.side:
            sides = (relation.kind, relation.one.side, relation.other.side)
            counted[sides].update({event.id: event for event in relation.events})
    return {sides: tuple(events.values()) for sides, events in counted.items()}
