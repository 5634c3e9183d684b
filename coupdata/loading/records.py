"""Reads each kind of record from its table."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR
from typing import get_args

from coupdata.loading.table import Table
from coupdata.model import (
    Account,
    Actor,
    ActorKind,
    Category,
    Degrees,
    Difference,
    Event,
    Hedge,
    Link,
    MapPanel,
    Office,
    Outline,
    OutlineKind,
    Place,
    PlaceKind,
    Side,
    Source,
    SourceKind,
    Stop,
    Term,
)

_LONGEST_TITLE = 40
"""Characters: an event's title stands on the chart."""


def read_event(table: Table) -> Event:
    """Return an event."""
    scope, source = table.scope()
    event = Event(
        id=table.id(),
        title=table.text("title", most=_LONGEST_TITLE),
        summary=table.text("summary"),
        matters=table.text("matters"),
        when=table.when(),
        after=table.references("after", "event"),
        after_cites=table.cites("after_cites"),
        place=table.reference("place", "place"),
        moves=table.references("moves", "place"),
        lane=table.reference("lane", "lane", required=True) or "",
        actors=table.references("actors", "actor"),
        against=table.references("against", "actor"),
        concerns=table.references("concerns", "actor"),
        themes=table.references("themes", "theme"),
        key=table.flag("key"),
        scope=scope,
        source=source,
        hedge=table.record("hedge", '{ words = "...", covers = "..." }', _hedge),
        cites=table.cites(required=True),
    )
    if len(event.moves) == 1:
        table.wrong("moves", "one place is no movement; name where it starts and where it ends")
    if event.after and not event.after_cites:
        table.wrong("after_cites", "missing; name the sentences that put this event after others")
    if event.after_cites and not event.after:
        table.wrong("after", "missing; name the events that after_cites puts before this one")
    return event


def read_actor(table: Table) -> Actor:
    """Return a person, a group or a state."""
    scope, source = table.scope()
    return Actor(
        id=table.id(),
        name=table.text("name"),
        kind=table.choice("kind", get_args(ActorKind)),
        summary=table.text("summary"),
        aliases=table.texts("aliases"),
        native=table.names("native"),
        sides=table.records("sides", _side),
        offices=table.records("offices", _office),
        member_of=table.references("member_of", "actor"),
        scope=scope,
        source=source,
        cites=table.cites(required=True),
    )


def read_place(table: Table) -> Place:
    """Return a place."""
    scope, source = table.scope()
    place = Place(
        id=table.id(),
        name=table.text("name"),
        kind=table.choice("kind", get_args(PlaceKind)),
        summary=table.text("summary"),
        aliases=table.texts("aliases"),
        native=table.names("native"),
        latitude=table.number("latitude", -90, 90),
        longitude=table.number("longitude", -180, 180),
        approximate=table.flag("approximate"),
        within=table.reference("within", "place"),
        scope=scope,
        source=source,
        cites=table.cites(),
    )
    for field, other in (("latitude", "longitude"), ("longitude", "latitude")):
        if table.has(other) and not table.has(field):
            table.wrong(field, f"missing; {other} alone is no place: add it, or take {other} out")
    return place


def read_link(table: Table) -> Link:
    """Return a cause and its effect."""
    scope, source = table.scope()
    return Link(
        cause=table.reference("cause", "event", required=True) or "",
        effect=table.reference("effect", "event", required=True) or "",
        summary=table.text("summary"),
        by=table.reference("by", "actor"),
        scope=scope,
        source=source,
        cites=table.cites(required=True),
    )


def read_difference(table: Table) -> Difference:
    """Return a point on which the parts of the source disagree."""
    difference = Difference(
        id=table.id(),
        title=table.text("title"),
        accounts=table.records("account", _account, required=True),
        matters=table.text("matters"),
        events=table.references("events", "event"),
    )
    if len(difference.accounts) == 1:
        table.wrong("account", "one account differs from nothing; add the other")
    return difference


def read_source(table: Table) -> Source:
    """Return where facts were taken from."""
    return Source(
        id=table.id(),
        kind=table.choice("kind", get_args(SourceKind)),
        title=table.text("title"),
        authors=table.texts("authors"),
        year=table.whole("year", MINYEAR, MAXYEAR),
        publisher=table.text("publisher", required=False),
        pages=table.text("pages", required=False),
        licence=table.text("licence", required=False),
        comment=table.text("comment", required=False),
    )


def read_term(table: Table) -> Term:
    """Return an entry of the glossary."""
    scope, source = table.scope()
    return Term(
        id=table.id(),
        term=table.text("term"),
        definition=table.text("definition"),
        aliases=table.texts("aliases"),
        scope=scope,
        source=source,
        cites=table.cites(),
    )


def read_stop(table: Table) -> Stop:
    """Return a stop of the tour."""
    return Stop(
        event=table.reference("event", "event", required=True) or "",
        title=table.text("title"),
        text=table.text("text"),
        question=table.text("question"),
    )


def read_panel(table: Table) -> MapPanel:
    """Return a part of the earth that a map shows."""
    id, title = table.id(), table.text("title")
    west, east = (_degrees(table, field, 180) for field in ("west", "east"))
    south, north = (_degrees(table, field, 90) for field in ("south", "north"))
    for low, high, field in ((west, east, "east"), (south, north, "north")):
        if table.has(field) and low >= high:
            table.wrong(field, f"{high:g} does not lie beyond {low:g}; mend one of them")
    return MapPanel(id, title, west, east, south, north)


def read_outline(table: Table) -> Outline:
    """Return a shore, a range of mountains, a frontier or an area."""
    return Outline(
        id=table.id(),
        kind=table.choice("kind", get_args(OutlineKind)),
        title=table.text("title", required=False),
        place=table.reference("place", "place"),
        labels=_points(table, "labels", required=False),
        points=_points(table, "points", required=True),
    )


def read_category(table: Table) -> Category:
    """Return a lane, a side or a theme."""
    return Category(table.id(), table.text("title"), table.text("description", required=False))


def _hedge(table: Table) -> Hedge:
    return Hedge(words=table.text("words", quoted=True), covers=table.text("covers"))


def _side(table: Table) -> Side:
    return Side(table.reference("side", "side", required=True) or "", table.when(), table.cites())


def _office(table: Table) -> Office:
    scope, source = table.scope()
    return Office(table.text("title"), table.when(), scope, source, table.cites())


def _account(table: Table) -> Account:
    return Account(where=table.text("where"), says=table.text("says"), cites=table.cites(required=True))


def _degrees(table: Table, field: str, most: float) -> float:
    if not table.has(field):
        table.wrong(field, "missing; add it, in degrees")
    return table.number(field, -most, most) or 0.0


def _points(table: Table, field: str, *, required: bool) -> tuple[Degrees, ...]:
    """Return the points in a text such as "44.8 41.7, 45.2 41.3"."""
    text = table.text(field, required=required)
    points = []
    for pair in filter(None, (pair.strip() for pair in text.split(","))):
        try:
            east, north = map(float, pair.split())
        except ValueError:
            table.wrong(field, f"'{pair}' is no point; write degrees east and north: 44.8 41.7")
            continue
        if abs(east) <= 180 and abs(north) <= 90:
            points.append((east, north))
        else:
            table.wrong(field, f"'{pair}' lies outside the earth; write degrees east, then north")
    if required and text and len(points) < 2:
        table.wrong(field, "a single point is no outline; write more")
    return tuple(points)
