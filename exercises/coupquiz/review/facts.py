"""Facts that can come back: what a case tells of an event, or of a cause and its effect."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coupdata.model import Case, Link, in_scope
from coupquiz.core.question import Question
from coupquiz.kinds import KINDS
from coupquiz.kinds.kind import HintsTo

_MOSTLY = 0.5  # of the sentences that settle a question: if a fact stands on so many, it is asked for


@dataclass(frozen=True, slots=True)
class Fact:
    """What a case tells of an event or a link."""

    id: str
    """That of the event, or of both events of the link."""
    events: tuple[str, ...]
    """The event, or the cause and the effect."""
    cites: tuple[str, ...]
    link: Link | None = None


def facts(case: Case) -> tuple[Fact, ...]:
    """Return the facts that the reading of a case tells, in the order of the story."""
    told = in_scope(case.events)
    ids = [event.id for event in told]
    links = [link for link in case.links if link.scope != "context" and {link.cause, link.effect} <= set(ids)]
    links.sort(key=lambda link: ids.index(link.effect))
    of_events = tuple(Fact(event.id, (event.id,), event.cites) for event in told)
    return (*of_events, *map(_of_link, links))


def fact_of(question: Question, known: Iterable[Fact]) -> Fact | None:
    """Return the fact that a question of the lesson asks for; None where it asks for several, or for none."""
    if not question.scored or KINDS[question.kind].hints_to is HintsTo.TABLES:
        return None
    cited, is_of_cause = set(question.cites), question.trains == "cause"
    shares = {
        fact: len(cited & set(fact.cites)) / len(cited)
        for fact in known
        if set(fact.events) <= set(question.events)
        and bool(fact.link) == is_of_cause
        and len(question.events) <= len(fact.events) + 1
    }
    best = max(shares, key=lambda fact: shares[fact], default=None)
    return best if best and shares[best] >= _MOSTLY else None


def _of_link(link: Link) -> Fact:
    return Fact(f"{link.cause}-to-{link.effect}", (link.cause, link.effect), link.cites, link)
