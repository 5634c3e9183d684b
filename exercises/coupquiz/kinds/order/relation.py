"""What is known of the order of two events, in words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from coupdata.model import Case, Event, Reason


@dataclass(frozen=True, slots=True)
class Relation:
    """Two events, and why the first is before the second or why that is open."""

    first: str
    second: str
    known: bool
    """Whether the first is known to come before the second; else either order is right."""
    why: str
    cites: tuple[str, ...]
    steps: int = 0
    """How many reasons lead from the first to the second."""


def relation(first: Event, second: Event, case: Case, among: Collection[str] = ()) -> Relation:
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
        why = (
            f"“{first.title}” and “{second.title}” can stand either way round: "
            f"{_doubt(first, second)}, and nothing puts one before the other."
        )
        cites = first.cites + second.cites
    return Relation(first.id, second.id, bool(reasons), why, tuple(dict.fromkeys(cites)), len(reasons))


def _because(reason: Reason, case: Case) -> str:
    earlier, later = case.event(reason.earlier), case.event(reason.later)
    match reason.kind:
        case "dates":
            return (
                f"The dates decide: “{earlier.title}” ({earlier.when.label}) "
                f"comes before “{later.title}” ({later.when.label})."
            )
        case "words":
            return f"The reading puts “{earlier.title}” before “{later.title}”."
        case "cause":
            told = (link for link in case.links if (link.cause, link.effect) == (earlier.id, later.id))
            return f"“{earlier.title}” led to “{later.title}”: {next(told).summary}"


def _by_way(reasons: Sequence[Reason], case: Case, among: Collection[str]) -> str:
    """Return a chain of reasons in one sentence: what comes between, and not why each step holds."""
    between = [reason.later for reason in reasons[:-1]]
    shown = [id for id in between if id in among] or between
    *most, last = (f"“{case.event(id).title}”" for id in shown)
    listed = f"{', '.join(most)} and {last}" if most else last
    earlier, later = case.event(reasons[0].earlier), case.event(reasons[-1].later)
    return f"“{earlier.title}” comes before “{later.title}”, with {listed} between them."


def _doubt(a: Event, b: Event) -> str:
    undated = [f"“{event.title}”" for event in (a, b) if not event.when.edtf]
    if undated:
        return f"there is no date for {' or '.join(undated)}"
    if a.when.label == b.when.label:
        return f"both are dated {a.when.label}"
    return f"the dates, {a.when.label} and {b.when.label}, overlap"
