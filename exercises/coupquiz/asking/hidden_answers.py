"""What the explorers beside questions must not tell, as it is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coupdata.model import Case
from coupdata.views.event_explorer.hidden import Hidden, Names
from coupquiz.asking.asked_bank import AskedBank
from coupquiz.core.behaviour import Behaviour
from coupquiz.core.form import AskedFor


@dataclass(frozen=True, slots=True)
class Asking:
    """A question, as far as it matters to an explorer beside it."""

    asked_for: AskedFor
    number: str
    """By which a class speaks of it; empty where it has none."""
    is_open: bool
    """Whether it still waits for its answer."""
    is_told: bool = True
    """Whether it tells in the end what is right; in an exam it does not."""


def asking(asked: AskedBank, ids: Iterable[str]) -> list[Asking]:
    """Return the questions of these ids, as they stand."""
    is_told = asked.behaviour is not Behaviour.EXAM
    return [
        Asking(asked.forms[id].asked_for, asked.numbers.get(id, ""), asked.is_open(id), is_told) for id in ids
    ]


def hidden_answers(questions: Iterable[Asking], case: Case) -> Hidden:
    """Return what those that are open ask for, by their numbers, and what the others have told.

    Events that the case does not have are passed over: what was handed out may be about another one.
    """
    known = [event.id for event in case.events]
    events: dict[str, Names] = {}
    links: dict[frozenset[str], Names] = {}
    told: set[str] = set()
    ordered: set[str] = set()
    untold: set[str] = set()
    for question in questions:
        asked_for = question.asked_for
        if not question.is_open:
            told.update(asked_for.dates)
            continue
        names = (question.number,) if question.number else ()
        hidden = [event for event in known if event in asked_for.dates + asked_for.order]
        for event in hidden:
            events[event] = (*events.get(event, ()), *names)
        ordered.update(event for event in known if event in asked_for.order)
        if not question.is_told:
            untold.update(hidden)
        if between := frozenset(event for event in known if event in asked_for.links):
            links[between] = (*links.get(between, ()), *names)
    return Hidden(events, links, frozenset(told), frozenset(ordered), frozenset(untold))
