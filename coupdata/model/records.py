"""What a case is made of: events, actors, places and what connects and explains them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from coupdata.model.when import When

Scope = Literal["article", "note", "context"]
"""Where a fact comes from: the article, the notes linked from it, or beyond both."""

ActorKind = Literal["person", "group", "army", "government", "state"]
PlaceKind = Literal["country", "region", "city", "town", "building", "frontier"]
SourceKind = Literal["article", "note", "book", "reference"]
OutlineKind = Literal["sea", "mountains", "frontier", "area"]

Degrees = tuple[float, float]
"""Degrees east and north (WGS 84)."""

SCOPES: tuple[Scope, ...] = get_args(Scope)


@dataclass(frozen=True, slots=True)
class Hedge:
    """A doubt of the source's own, and what it covers."""

    words: str
    covers: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened."""

    id: str
    title: str
    summary: str
    matters: str
    """Why it matters, in a sentence or two."""
    when: When
    after: tuple[str, ...]
    """Ids of the events that the source, in words, puts before this one."""
    after_cites: tuple[str, ...]
    place: str | None
    moves: tuple[str, ...]
    """Ids of the places between which those who act move, from the first to the last."""
    lane: str
    actors: tuple[str, ...]
    """Who acts, the leading one first."""
    against: tuple[str, ...]
    """Whom they act against."""
    concerns: tuple[str, ...]
    """Whom it concerns otherwise: the one appointed, the one asked."""
    themes: tuple[str, ...]
    key: bool
    """Whether the story turns on it, so that it stands out on a chart."""
    scope: Scope
    source: str
    hedge: Hedge | None
    cites: tuple[str, ...]

    @property
    def involved(self) -> tuple[str, ...]:
        """Every actor of the event, those who act first."""
        return self.actors + self.against + self.concerns


@dataclass(frozen=True, slots=True)
class Side:
    """A side on which an actor stands, and when."""

    side: str
    when: When
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """An office that an actor held."""

    title: str
    when: When
    scope: Scope
    source: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, a group or a state."""

    id: str
    name: str
    kind: ActorKind
    summary: str
    aliases: tuple[str, ...]
    native: Mapping[str, str] = field(hash=False)
    """Names in other scripts, by language tag: ``{"ka": "ნოე ჟორდანია"}``."""
    sides: tuple[Side, ...]
    offices: tuple[Office, ...]
    member_of: tuple[str, ...]
    scope: Scope
    source: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place; its coordinates are always context."""

    id: str
    name: str
    kind: PlaceKind
    summary: str
    aliases: tuple[str, ...]
    native: Mapping[str, str] = field(hash=False)
    latitude: float | None
    """Degrees north (WGS 84); None where the source does not say where it lies."""
    longitude: float | None
    """Degrees east (WGS 84)."""
    approximate: bool
    """Whether the coordinates only stand for an area."""
    within: str | None
    scope: Scope
    source: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A cause and its effect, as the source tells it."""

    cause: str
    effect: str
    summary: str
    by: str | None
    """The actor who claims it; None where the source says it itself."""
    scope: Scope
    source: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """What one part of the source says."""

    where: str
    says: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A point on which the parts of the source disagree."""

    id: str
    title: str
    accounts: tuple[Account, ...]
    matters: str
    events: tuple[str, ...]

    @property
    def cites(self) -> tuple[str, ...]:
        """The sentences of every account."""
        return tuple(cite for account in self.accounts for cite in account.cites)


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts were taken from."""

    id: str
    kind: SourceKind
    title: str
    authors: tuple[str, ...]
    year: int | None
    publisher: str
    pages: str
    licence: str
    comment: str


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary."""

    id: str
    term: str
    definition: str
    aliases: tuple[str, ...]
    scope: Scope
    source: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop of a guided walk along the timeline: an event, and a question to think about."""

    event: str
    title: str
    text: str
    question: str


@dataclass(frozen=True, slots=True)
class MapPanel:
    """A part of the earth that is drawn in a frame of its own, in degrees."""

    id: str
    title: str
    west: float
    east: float
    south: float
    north: float

    def holds(self, point: Degrees) -> bool:
        """Whether a point lies in it."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north


@dataclass(frozen=True, slots=True)
class Outline:
    """A shore, a range of mountains, a frontier, or the area that stands for a place."""

    id: str
    kind: OutlineKind
    title: str
    place: str | None
    """The id of the place that it shows."""
    labels: tuple[Degrees, ...]
    """Where its name may stand: in each panel the first that lies in it."""
    points: tuple[Degrees, ...]


@dataclass(frozen=True, slots=True)
class Category:
    """A lane of the timeline, a side or a theme."""

    id: str
    title: str
    description: str = ""
