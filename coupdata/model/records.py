"""What a case is made of: frozen records, standard library alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal, Protocol, TypeVar, get_args

from coupdata.model.chronology import Order
from coupdata.problems.errors import UnknownIdError
from coupdata.problems.suggestions import near_misses

Scope = Literal["article", "note", "context"]
"""Where a fact comes from: the article, the notes linked from it, or beyond both."""

Precision = Literal["day", "night", "part of a month", "month", "year", "years", "undated"]
"""How exactly the source dates an event."""

ActorKind = Literal["person", "group", "army", "government", "state"]
PlaceKind = Literal["country", "region", "city", "town", "building", "frontier"]
SourceKind = Literal["article", "note", "book", "reference"]
OutlineKind = Literal["sea", "mountains", "frontier", "area"]

Degrees = tuple[float, float]
"""Degrees east and north (WGS 84)."""

SCOPES: tuple[Scope, ...] = get_args(Scope)
PRECISIONS: tuple[Precision, ...] = get_args(Precision)
"""From the most exact to the least."""


@dataclass(frozen=True, slots=True)
class Bound:
    """The earliest and the latest date of a start or an end; None where the source leaves it open."""

    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class When:
    """When an event was: what the source says, and no more."""

    edtf: str
    """The date in Extended Date/Time Format (ISO 8601-2); empty where the event is undated."""
    start: Bound
    end: Bound
    precision: Precision
    label: str
    """The date for people: "night of 2–3 May 1920"; "undated"."""
    as_written: str
    """The source's own words for it, under eight words; empty where it has none."""

    @property
    def told(self) -> str:
        """The date as views tell it: the label, or that no day is given."""
        return "no day given" if self.precision == "undated" else self.label


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
class Part:
    """A run of text in a sentence; ``term`` is the glossary entry that explains it."""

    text: str
    term: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the reading; its id names section, paragraph and sentence."""

    id: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The sentence as plain text."""
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the reading and the part of the source that it retells."""

    id: str
    title: str
    source_part: str
    paragraphs: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The source retold."""

    title: str
    sections: tuple[Section, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, in order."""
        return tuple(s for section in self.sections for paragraph in section.paragraphs for s in paragraph)


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


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


Record = TypeVar("Record", bound=_HasId)


def _find(kind: str, records: Iterable[Record], wanted: str) -> Record:
    by_id = {record.id: record for record in records}
    if wanted in by_id:
        return by_id[wanted]
    raise UnknownIdError(f"no {kind} '{wanted}'; {near_misses(wanted, by_id)}")


@dataclass(frozen=True, repr=False)
class Case:
    """A chapter of history: its records, its reading and the order that they give.

    The methods ``event``, ``actor`` and the like return the record of that id, or raise a ``KeyError``
    that names the near misses.
    """

    id: str
    title: str
    summary: str
    lens: tuple[date, date]
    """First and last day of the weeks that a timeline enlarges."""
    lanes: tuple[Category, ...]
    sides: tuple[Category, ...]
    themes: tuple[Category, ...]
    events: tuple[Event, ...]
    """In an order of time that the sources allow."""
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    links: tuple[Link, ...]
    differences: tuple[Difference, ...]
    sources: tuple[Source, ...]
    glossary: tuple[Term, ...]
    reading: Reading
    tour: tuple[Stop, ...]
    panels: tuple[MapPanel, ...]
    """The parts of a map, from the widest to the nearest: a place is drawn in the last that holds it."""
    outlines: tuple[Outline, ...]
    """What the map is drawn on."""
    order: Order = field(compare=False)

    def __repr__(self) -> str:
        counts = (
            f"{len(self.events)} events",
            f"{len(self.actors)} actors",
            f"{len(self.places)} places",
            f"{len(self.links)} links",
            f"{len(self._sentences)} sentences",
        )
        return f"<Case '{self.title}': {', '.join(counts)}>"

    def event(self, id: str) -> Event:
        """Return the event of this id."""
        return _find("event", self.events, id)

    def actor(self, id: str) -> Actor:
        """Return the actor of this id."""
        return _find("actor", self.actors, id)

    def place(self, id: str) -> Place:
        """Return the place of this id."""
        return _find("place", self.places, id)

    def around(self, id: str | None) -> tuple[str, ...]:
        """Return the ids of a place and of each place in which it lies, the nearest first."""
        return (id, *self.around(self.place(id).within)) if id else ()

    def theme(self, id: str) -> Category:
        """Return the theme of this id."""
        return _find("theme", self.themes, id)

    def difference(self, id: str) -> Difference:
        """Return the difference of this id."""
        return _find("difference", self.differences, id)

    def source(self, id: str) -> Source:
        """Return the source of this id."""
        return _find("source", self.sources, id)

    def term(self, id: str) -> Term:
        """Return the glossary entry of this id."""
        return _find("term", self.glossary, id)

    def sentence(self, id: str) -> Sentence:
        """Return the sentence of the reading of this id."""
        return _find("sentence", self._sentences, id)

    @cached_property
    def _sentences(self) -> tuple[Sentence, ...]:
        return self.reading.sentences
