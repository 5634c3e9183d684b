"""Claims of which the reading says nothing: an order that is open, a link that is not told.

Each is made only where the data can vouch that it is unsaid, and looks like one that is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coupdata.i18n import _
from coupdata.model import Event
from coupquiz.kinds.precedence import precedence
from coupquiz.review.forms.causes import cause_claim
from coupquiz.review.forms.draft import Draft, chosen, joined, of_event
from coupquiz.review.forms.order import order_claim
from coupquiz.review.forms.told import Told


def unsaid_forms(event: Event, told: Told, seed: str) -> Iterator[Draft]:
    """Yield claims on an event of which the reading says nothing."""
    yield from _order(event, told, seed)
    yield from _effect(event, told, seed)


def _order(event: Event, told: Told, seed: str) -> Iterator[Draft]:
    """Yield that the event came before another, where that is open."""
    others = [other for other in told.others(event) if told.causes.is_open(event, other)]
    for other in told.near(
        event, (other for other in others if told.is_about(event, other)), 1, f"{seed} open"
    ):
        pair = precedence(event, other, told.case)
        first, second = chosen((event, other), 2, lambda one: one.id, f"{seed} open order")
        feedback = {
            "supported": _("It does not say which came first. {why}").format(why=pair.why),
            "contradicted": _("It does not rule this out, either. {why}").format(why=pair.why),
            "not-said": pair.why,
        }
        yield _draft(event, "unsaid-order", order_claim(first, second), "chronology", feedback, pair.cites)


def _effect(event: Event, told: Told, seed: str) -> Iterator[Draft]:
    """Yield that the event led to another, where no sentence says so, and nothing joins the two."""
    others = [other for other in told.others(event) if told.causes.is_unsaid(event, other)]
    for other in told.near(event, others, 1, f"{seed} unsaid effect"):
        feedback = {
            "supported": _("It tells of both, but does not say that the first led to the second."),
            "contradicted": _("Nothing in it excludes this; it just does not say so."),
            "not-said": _("It tells of both, but of no link between them. {summary}").format(
                summary=other.summary
            ),
        }
        cites = joined(event.cites, other.cites)
        yield _draft(event, "unsaid-effect", cause_claim(event, other), "cause", feedback, cites)


def _draft(
    event: Event, shape: str, claim: str, trains: str, feedback: dict[str, str], cites: Iterable[str]
) -> Draft:
    values = {"prompt": claim, "verdict": "not-said", "feedback": feedback, "cites": list(cites), "level": 2}
    return of_event(event, shape, "claim", trains, **values)
