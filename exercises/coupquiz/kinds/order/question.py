"""Events to put in order of time, and what is known of the order of every two."""

from dataclasses import dataclass
from itertools import combinations

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Case
from coupdata.model.described import described, record
from coupquiz.core.form import Choice
from coupquiz.core.question import Question
from coupquiz.kinds.precedence import Precedence, precedence

_MOST = 12  # what can be put in order on one screen


@record
class WrittenOrder(Question):
    """Events to put in order, as a bank has them."""

    events: tuple[str, ...] = described(
        f"The events, 2 to {_MOST}. Their order comes from the data.", refers="event", required=True
    )
    feedback: str = described("What else to say about a right order.", absent="")


@dataclass(frozen=True, kw_only=True)
class Order(Question):
    """Events, and what is known of the order of every two."""

    items: tuple[Choice, ...]
    """In an order that is right."""
    relations: tuple[Precedence, ...]
    """One for any two items, the first of them earlier in ``items``."""
    feedback: str
    """What is said to an order that is right, beside what it leaves open; it may be empty."""


def make_order(written: WrittenOrder, table: Table, case: Case) -> Order:
    """Return the question that a bank has."""
    events = [event for event in case.events if event.id in written.events]
    ids = [event.id for event in events]
    relations = tuple(precedence(first, second, case, ids) for first, second in combinations(events, 2))
    if not 1 < len(events) <= _MOST:
        what = _("{n} events").format(n=len(events))
        table.wrong("events", what, _("name 2 to {most}").format(most=_MOST))
    elif not any(pair.known for pair in relations):
        what = _("nothing says that any of them came before another")
        table.wrong("events", what, _("name events whose order is known"))
    items = tuple(Choice(event.id, event.title) for event in events)
    return Order(**written.common(), items=items, relations=relations, feedback=written.feedback)
