"""Events to put in order of time, as a bank has them, and what is known of the order of every two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from coupdata.loading import Table
from coupdata.model import Case
from coupquiz.core.form import Choice
from coupquiz.core.question import Question
from coupquiz.kinds.order.precedence import Precedence, precedence

_MOST = 12  # what can be put in order on one screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Question):
    """Events, and what is known of the order of every two."""

    items: tuple[Choice, ...]
    """In an order that is right."""
    relations: tuple[Precedence, ...]
    """One for any two items, the first of them earlier in ``items``."""
    feedback: str
    """What is said to an order that is right, beside what it leaves open; it may be empty."""


def read_order(table: Table, common: Mapping[str, Any], case: Case) -> Order:
    """Return the question in a table."""
    events = [event for event in case.events if event.id in common["events"]]
    ids = [event.id for event in events]
    relations = tuple(precedence(first, second, case, ids) for first, second in combinations(events, 2))
    if not common["events"]:
        table.references("events", "event", required=True)
    elif not 1 < len(common["events"]) <= _MOST:
        table.wrong("events", f"{len(common['events'])} events; name 2 to {_MOST}")
    elif len(events) == len(common["events"]) and not any(pair.known for pair in relations):
        table.wrong("events", "nothing puts one of them before another; name events whose order is known")
    items = tuple(Choice(event.id, event.title) for event in events)
    feedback = table.text("feedback", required=False)
    return Order(**common, items=items, relations=relations, feedback=feedback)
