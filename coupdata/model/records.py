"""What a case is made of: events, actors, places and what connects and explains them."""

# annotations stay as they are, for readers look at them: texts would have to be compiled first
from collections.abc import Iterable, Mapping
from datetime import MAXYEAR
from typing import Literal, Protocol, TypeVar, get_args

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

_ID = "The name by which other records refer to it."
_WHEN = "When it was."
_SCOPE = "Where this comes from: the article, its notes, or beyond both."
_SOURCE = "The source, where that is not the article."
_CITES = "The sentences of the reading that support it; for context, the ones it explains."
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
    after: tuple[str, ...] = described(
        "The events that the source, in words, puts before it.", refers="event"
    )
    after_cites: tuple[str, ...] = described("The sentences that say so.", refers="sentence")
    place: str | None = described("Where it happened.", refers="place")
    moves: tuple[str, ...] = described(
        "Where those who act move, from the first place to the last.", refers="place"
    )
    lane: str = described("Its lane on the timeline.", refers="lane")
    actors: tuple[str, ...] = described("Who acts, the main actor first.", refers="actor")
    against: tuple[str, ...] = described("Whom they act against.", refers="actor")
    concerns: tuple[str, ...] = described(
        "Who else it concerns: the person appointed, the person asked.", refers="actor"
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
    summary: str = described("Who this is.")
    aliases: tuple[str, ...] = described("Other names and spellings.")
    native: Mapping[str, str] = described(_NATIVE, hash=False)
    sides: tuple[Side, ...] = described("The sides it is on.", columns={"sides": "side"})
    offices: tuple[Office, ...] = described("The offices that it held.", columns={"offices": "title"})
    member_of: tuple[str, ...] = described("The actors it belongs to.", refers="actor")
    scope: Scope = described(_SCOPE, absent="article", category=True)
    source: str = described(_SOURCE, refers="source", absent="")
    cites: tuple[str, ...] = described(_CITES, refers="sentence", required=True)


@record
class Place:
    """A place; its coordinates are always context."""

    id: str = described(_ID)
    name: str = described("The usual name.")
    kind: PlaceKind = described("What sort of place it is.")
    summary: str = described("What there is to know about it.")
    aliases: tuple[str, ...] = described("Other names and spellings.")
    native: Mapping[str, str] = described(_NATIVE, hash=False)
    latitude: float | None = described(
        "Left out if the source does not say where it is.", low=-90, high=90, unit="degrees north (WGS 84)"
    )
    longitude: float | None = described(
        "Left out if the source does not say where it is.", low=-180, high=180, unit="degrees east (WGS 84)"
    )
    approximate: bool = described("Whether the coordinates only stand for an area.")
    within: str | None = described("The place it is in.", refers="place")
    scope: Scope = described(_SCOPE, absent="article", category=True)
    source: str = described(_SOURCE, refers="source", absent="")
    cites: tuple[str, ...] = described(_CITES, refers="sentence")


@record
class Link:
    """A cause and its effect, as the source tells it."""

    cause: str = described("What led to the other.", refers="event")
    effect: str = described("What it led to.", refers="event")
    summary: str = described("How one led to the other.")
    by: str | None = described("Who claims it; left out if the source itself says it.", refers="actor")
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
    events: tuple[str, ...] = described("The events it concerns.", refers="event")

    @property
    def cites(self) -> tuple[str, ...]:
        """The sentences of every account."""
        return tuple(cite for account in self.accounts for cite in account.cites)


@record
class Source:
    """Where the facts come from."""

    id: str = described(_ID)
    kind: SourceKind = described("What sort of source it is.")
    title: str = described("The title.")
    authors: tuple[str, ...] = described("The authors' names.")
    year: int | None = described("The year of publication.", low=1, high=MAXYEAR)
    publisher: str = described("Who published it.", absent="")
    pages: str = described("The pages used; left out if all of them.", absent="")
    licence: str = described("Its licence.", absent="")
    comment: str = described("Anything else to say about it.", absent="")


@record
class Term:
    """An entry of the glossary."""

    id: str = described(_ID)
    term: str = described("The word or words.")
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
    title: str = described("Its heading.")
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
    title: str = described("Its name; left out if it shows a place, which has a name already.", absent="")
    place: str | None = described("The place that a frontier, an area or mountains show.", refers="place")
    labels: tuple[Degrees, ...] = described(
        "Where its name may go: in each panel, the first point that is inside it."
    )
    points: tuple[Degrees, ...] = described("The line, or the edge of the area.", required=True)


@record
class Category:
    """A lane of the timeline, a side or a theme."""

    id: str = described(_ID)
    title: str = described("What it is called.")
    description: str = described("What belongs to it.", default="")


class _Scoped(Protocol):
    @property
    def scope(self) -> Scope: ...


S = TypeVar("S", bound=_Scoped)


def in_scope(records: Iterable[S], *, context: bool = False) -> tuple[S, ...]:
    """Return the records that the source tells of; with context, those from beyond it too."""
    return tuple(record for record in records if context or record.scope != "context")
