"""What is known of the order of two events, in words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from coupdata.i18n import _, either, listed
from coupdata.model import Case, Event, Reason, overlap, span


@dataclass(frozen=True, slots=True)
class Precedence:
    """Two events, and why the first is before the second or why that is open."""

    first: str
    second: str
    known: bool
    """Whether the first is known to come before the second; else either order is right."""
    why: str
    cites: tuple[str, ...]
    steps: int = 0
    """How many reasons lead from the first to the second."""


def precedence(first: Event, second: Event, case: Case, among: Collection[str] = ()) -> Precedence:
    """Return what is known of two events of which the second is not known to come first.

    Args:
        first: The one that may be earlier.
        second: The other.
        case: Whose order it is.
        among: Ids of the events that a learner has before them; others are named only where there is need.
    """
    reasons = case.order.why(first.id, second.id)
    if reasons:
        why = _because(reasons[0], case) if len(reasons) == 1 else _by_way(reasons, case, among)
        cites = tuple(cite for reason in reasons for cite in reason.cites)
    else:
        why = _(
            "“{first}” and “{second}” can go either way round: {doubt}, and nothing puts one before the "
            "other."
        ).format(first=first.title, second=second.title, doubt=_doubt(first, second))
        cites = first.cites + second.cites
    return Precedence(first.id, second.id, bool(reasons), why, tuple(dict.fromkeys(cites)), len(reasons))


def _because(reason: Reason, case: Case) -> str:
    earlier, later = case.event(reason.earlier), case.event(reason.later)
    match reason.kind:
        case "dates":
            said = _("The dates decide: “{earlier}” ({date}) comes before “{later}” ({later_date}).")
            if overlap(span(earlier.when), span(later.when)):
                said = _("The dates decide: “{earlier}” ({date}) began before “{later}” ({later_date}).")
            dates = {"date": earlier.when.label, "later_date": later.when.label}
            return said.format(earlier=earlier.title, later=later.title, **dates)
        case "words":
            said = _("The reading puts “{earlier}” before “{later}”.")
            return said.format(earlier=earlier.title, later=later.title)
        case "cause":
            told = (link for link in case.links if (link.cause, link.effect) == (earlier.id, later.id))
            said = _("“{earlier}” comes before “{later}”: {how}")
            return said.format(earlier=earlier.title, later=later.title, how=next(told).summary)


def _by_way(reasons: Sequence[Reason], case: Case, among: Collection[str]) -> str:
    """Return a chain of reasons in one sentence: what comes between, and not why each step holds."""
    between = [reason.later for reason in reasons[:-1]]
    shown = [id for id in between if id in among] or between
    earlier, later = case.event(reasons[0].earlier), case.event(reasons[-1].later)
    said = _("“{earlier}” comes before “{later}”, with {between} between them.")
    titles = listed([f"“{case.event(id).title}”" for id in shown])
    return said.format(earlier=earlier.title, later=later.title, between=titles)


def _doubt(a: Event, b: Event) -> str:
    undated = [f"“{event.title}”" for event in (a, b) if not event.when.edtf]
    if undated:
        return _("there is no date for {events}").format(events=either(undated))
    if a.when.label == b.when.label:
        return _("both are dated {date}").format(date=a.when.label)
    return _("the dates, {one} and {other}, overlap").format(one=a.when.label, other=b.when.label)
