"""What a learner has done with facts so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from coupquiz.core.tries import Try
from coupquiz.review.facts import Fact
from coupquiz.review.schedule import Memory, memories_of


@dataclass(frozen=True, slots=True)
class FactTry:
    """A try at a question that asks for one fact."""

    fact: str
    form: str
    """The id of the form; empty where the lesson asked."""
    tried: Try
    day: date | None = None
    """The day on which the form came, by the id of its question; None where the lesson asked."""


@dataclass(frozen=True, slots=True)
class Met:
    """That the lesson has asked about an event."""

    event: str
    since: date


@dataclass(frozen=True)
class History:
    """What a learner has done so far."""

    tries: tuple[FactTry, ...]
    """In order of time."""
    met: tuple[Met, ...]
    """The events that the lesson has asked about."""

    @cached_property
    def memories(self) -> dict[str, tuple[tuple[Try, Memory], ...]]:
        """How well each fact is remembered, by its id: by the first try of each day on which it was tried."""
        found: dict[str, list[Try]] = {}
        for one in self.tries:
            found.setdefault(one.fact, []).append(one.tried)
        return {fact: tuple(memories_of(own)) for fact, own in found.items()}

    def told_since(self, facts: Iterable[Fact]) -> dict[str, date]:
        """Return the facts of which the lesson has asked about all events, by id, and since when."""
        since = {met.event: met.since for met in self.met}
        return {
            fact.id: max(since[event] for event in fact.events)
            for fact in facts
            if all(event in since for event in fact.events)
        }
