"""A case: all records of a chapter of history, found by their ids."""

# annotations stay as they are, for readers look at them: texts would have to be compiled first
from collections.abc import Sequence
from dataclasses import field
from functools import cached_property
from operator import attrgetter
from typing import ClassVar, TypeVar

from coupdata.model.chronology import Chronology
from coupdata.model.described import described, record
from coupdata.model.reading import Reading, Sentence
from coupdata.model.records import (
    Actor,
    Category,
    Difference,
    Event,
    Link,
    MapPanel,
    Outline,
    Place,
    Source,
    Stop,
    Term,
)
from coupdata.model.when import Calendar, Days
from coupdata.problems.errors import check_id

ABOUT = "case.toml"
MAP = "outlines.toml"
"""The only file that may be missing: a map is drawn without it too."""


T = TypeVar("T")

_id = attrgetter("id")


def _find(kind: str, records: Sequence[T], wanted: str) -> T:
    ids = list(map(_id, records))
    check_id(kind, wanted, ids)
    return records[ids.index(wanted)]


@record
class Case:
    """A chapter of history: its records, its reading and the order that they give.

    The methods ``event``, ``actor`` and the like return the record of that id, or raise a ``KeyError``
    that names the near misses.
    """

    MADE_BY: ClassVar[str] = "coupdata.load()"

    id: str = described("The name of the case in files.", file=ABOUT)
    title: str = described("What the chapter is about.", file=ABOUT)
    summary: str = described("What happened, in a sentence or two.", file=ABOUT)
    lens: Days = described("First and last day of the weeks that the timeline enlarges.", file=ABOUT)
    calendar: Calendar | None = described(
        "The calendar of its dates, old style (`julian`) or new (`gregorian`); weekdays are shown where it "
        "is said.",
        file=ABOUT,
    )
    language: str = described(
        "The language of its texts as a tag, such as `ka`; English unless it is said. Buttons and feedback "
        "are in it, too, where they have been translated.",
        absent="",
        file=ABOUT,
    )
    lanes: tuple[Category, ...] = described(
        "The lanes of the timeline.", written="lane", file=ABOUT, required=True
    )
    sides: tuple[Category, ...] = described("The sides that actors take.", written="side", file=ABOUT)
    themes: tuple[Category, ...] = described("What events are about.", written="theme", file=ABOUT)
    events: tuple[Event, ...] = described("What happened.", written="event", file="events.toml")
    """In an order of time that the sources allow."""
    actors: tuple[Actor, ...] = described("Who takes part.", written="actor", file="actors.toml")
    places: tuple[Place, ...] = described("Where it happened.", written="place", file="places.toml")
    links: tuple[Link, ...] = described("Causes and effects.", written="link", file="links.toml")
    differences: tuple[Difference, ...] = described(
        "Where parts of the source disagree.", written="difference", file="differences.toml"
    )
    sources: tuple[Source, ...] = described(
        "Where the facts come from.", written="source", file="sources.toml"
    )
    glossary: tuple[Term, ...] = described("Words explained.", written="term", file="glossary.toml")
    tour: tuple[Stop, ...] = described(
        "The stops of a guided tour of the timeline.", written="stop", file="tour.toml"
    )
    panels: tuple[MapPanel, ...] = described(
        "The parts of a map, from the widest to the closest; a place is drawn in the last one that "
        "contains it.",
        written="panel",
        file=MAP,
    )
    outlines: tuple[Outline, ...] = described("What the map is drawn on.", written="outline", file=MAP)
    reading: Reading
    order: Chronology = field(compare=False)

    def __repr__(self) -> str:
        kinds = {"events": self.events, "actors": self.actors, "places": self.places, "links": self.links}
        kinds["sentences"] = self._sentences
        return f"<Case '{self.title}': {', '.join(f'{len(of)} {kind}' for kind, of in kinds.items())}>"

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
