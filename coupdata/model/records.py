"""What a case is made of: events, actors, places and what connects and explains them."""

# annotations stay as they are, for readers look at them: texts would have to be compiled first
from collections.abc import Mapping
from datetime import MAXYEAR
from typing import Literal, get_args

from coupdata.model.described import described, record
from coupdata.model.edtf import WrittenDate
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

_ID = "What other records name it by."
_WHEN = "When it was."
_SCOPE = "Where this comes from: the article, its notes, or beyond both."
_SOURCE = "The source, where that is not the article."
_CITES = "The sentences of the reading on which it stands; for context, those that it explains."
_NATIVE = "Names in other scripts, by language tag."


@record
class Hedge:
    """A doubt of the source's own, and what it covers."""

    words: str = described("The source's own words of doubt.", quoted=True)
    covers: str = described("What they cover.")


@record
class Event:
    """Something that happened."""

    id: str = described(_ID)
    title: str = described("What it is called on the chart.", most=40)
    summary: str = described("What happened.")
    matters: str = described("Why it matters, in a sentence or two.")
    when: When = described(_WHEN, spread=WrittenDate)
    after: tuple[str, ...] = described("What the source, in words, puts before it.", refers="event")
    after_cites: tuple[str, ...] = described("The sentences that say so.", refers="sentence")
    place: str | None = described("Where it happened.", refers="place")
    moves: tuple[str, ...] = described(
        "Where those who act move, from the first place to the last.", refers="place"
    )
    lane: str = described("The lane of the timeline in which it stands.", refers="lane")
    actors: tuple[str, ...] = described("Who acts, the leading one first.", refers="actor")
    against: tuple[str, ...] = described("Whom they act against.", refers="actor")
    concerns: tuple[str, ...] = described(
        "Whom it concerns otherwise: the one appointed, the one asked.", refers="actor"
    )
    themes: tuple[str, ...] = described("What it is about.", refers="theme")
    key: bool = described("Whether the story turns on it, so that it stands out on the chart.")
    scope: Scope = described(_SCOPE, absent="article", category=True)
    source: str = described(_SOURCE, refers="source", absent="")
    hedge: Hedge | None = described(
        "A doubt of the source's own.", columns={"hedge": "words", "hedge_covers": "covers"}
    )
    cites: tuple[str, ...] = described(_CITES, refers="sentence", required=True)

    @property
    def involved(self) -> tuple[str, ...]:
        """Every actor of the event, those who act first."""
        return self.actors + self.against + self.concerns


@record
class Side:
    """A side on which an actor stands, and when."""

    side: str = described("The side.", refers="side")
    when: When = described(_WHEN, spread=WrittenDate)
    cites: tuple[str, ...] = described(_CITES, refers="sentence")


@record
class Office:
    """An office that an actor held."""

    title: str = described("What it is called.")
    when: When = described(_WHEN, spread=WrittenDate)
    scope: Scope = described(_SCOPE, absent="article", category=True)
    source: str = described(_SOURCE, refers="source", absent="")
    cites: tuple[str, ...] = described(_CITES, refers="sentence")


@record
class Actor:
    """A person, a group or a state."""

    id: str = described(_ID)
    name: str = described("The usual name.")
    kind: ActorKind = described("What sort of actor it is.")
    summary: str = described("Who that is.")
    aliases: tuple[str, ...] = described("Other names and spellings.")
    native: Mapping[str, str] = described(_NATIVE, hash=False)
    sides: tuple[Side, ...] = described("The sides on which it stands.", columns={"sides": "side"})
    offices: tuple[Office, ...] = described("The offices that it held.", columns={"offices": "title"})
    member_of: tuple[str, ...] = described("Those to whom it belongs.", refers="actor")
    scope: Scope = described(_SCOPE, absent="article", category=True)
    source: str = described(_SOURCE, refers="source", absent="")
    cites: tuple[str, ...] = described(_CITES, refers="sentence", required=True)


@record
class Place:
    """A place; its coordinates are always context."""

    id: str = described(_ID)
    name: str = described("The usual name.")
    kind: PlaceKind = described("What sort of place it is.")
    summary: str = described("What there is to know of it.")
    aliases: tuple[str, ...] = described("Other names and spellings.")
    native: Mapping[str, str] = described(_NATIVE, hash=False)
    latitude: float | None = described(
        "Left out where the source does not say where it lies.",
        low=-90,
        high=90,
        unit="degrees north (WGS 84)",
    )
    longitude: float | None = described(
        "Left out where the source does not say where it lies.",
        low=-180,
        high=180,
        unit="degrees east (WGS 84)",
    )
    approximate: bool = described("Whether the coordinates only stand for an area.")
    within: str | None = described("The place in which it lies.", refers="place")
    scope: Scope = described(_SCOPE, absent="article", category=True)
    source: str = described(_SOURCE, refers="source", absent="")
    cites: tuple[str, ...] = described(_CITES, refers="sentence")


@record
class Link:
    """A cause and its effect, as the source tells it."""

    cause: str = described("What led to the other.", refers="event")
    effect: str = described("What it led to.", refers="event")
    summary: str = described("How the one led to the other.")
    by: str | None = described("Who claims it; left out where the source says it itself.", refers="actor")
    scope: Scope = described(_SCOPE, absent="article", category=True)
    source: str = described(_SOURCE, refers="source", absent="")
    cites: tuple[str, ...] = described(_CITES, refers="sentence", required=True)


@record
class Account:
    """What one part of the source says."""

    where: str = described("The part of the source.")
    says: str = described("What it says.")
    cites: tuple[str, ...] = described(_CITES, refers="sentence", required=True)


@record
class Difference:
    """A point on which the parts of the source disagree."""

    id: str = described(_ID)
    title: str = described("What the question is.")
    accounts: tuple[Account, ...] = described(
        "What each part of the source says.", written="account", required=True
    )
    matters: str = described("Why it matters.")
    events: tuple[str, ...] = described("The events that it touches.", refers="event")

    @property
    def cites(self) -> tuple[str, ...]:
        """The sentences of every account."""
        return tuple(cite for account in self.accounts for cite in account.cites)


@record
class Source:
    """Where facts were taken from."""

    id: str = described(_ID)
    kind: SourceKind = described("What sort of source it is.")
    title: str = described("The title.")
    authors: tuple[str, ...] = described("The authors' names.")
    year: int | None = described("The year of publication.", low=1, high=MAXYEAR)
    publisher: str = described("Who published it.", absent="")
    pages: str = described("The pages used; left out for all.", absent="")
    licence: str = described("Under which licence it is.", absent="")
    comment: str = described("What else there is to say of it.", absent="")


@record
class Term:
    """An entry of the glossary."""

    id: str = described(_ID)
    term: str = described("The word or the words.")
    definition: str = described("What they mean here.")
    aliases: tuple[str, ...] = described("Other forms.")
    scope: Scope = described(_SCOPE, absent="article", category=True)
    source: str = described(_SOURCE, refers="source", absent="")
    cites: tuple[str, ...] = described(_CITES, refers="sentence")


@record
class Stop:
    """A stop of a guided walk along the timeline: an event, and a question to think about."""

    event: str = described("The event.", refers="event")
    title: str = described("What the stop is called.")
    text: str = described("What to look at.")
    question: str = described("What to think about.")


@record
class MapPanel:
    """A part of the earth that is drawn in a frame of its own."""

    id: str = described(_ID)
    title: str = described("What stands above it.")
    west: float = described("Its western edge.", low=-180, high=180, unit="degrees east (WGS 84)")
    east: float = described("Its eastern edge.", low=-180, high=180, unit="degrees east (WGS 84)")
    south: float = described("Its southern edge.", low=-90, high=90, unit="degrees north (WGS 84)")
    north: float = described("Its northern edge.", low=-90, high=90, unit="degrees north (WGS 84)")

    def holds(self, point: Degrees) -> bool:
        """Whether a point lies in it."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north


@record
class Outline:
    """A shore, a range of mountains, a frontier, or the area that stands for a place."""

    id: str = described(_ID)
    kind: OutlineKind = described("What it shows.")
    title: str = described("Its name; left out where it shows a place, which has its own.", absent="")
    place: str | None = described("The place that a frontier, an area or mountains show.", refers="place")
    labels: tuple[Degrees, ...] = described(
        "Where its name may stand: in each panel the first that lies in it."
    )
    points: tuple[Degrees, ...] = described("The line, or the edge of the area.", required=True)


@record
class Category:
    """A lane of the timeline, a side or a theme."""

    id: str = described(_ID)
    title: str = described("What it is called.")
    description: str = described("What belongs to it.", default="")
