"""How a date stands to the one that the source gives."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from coupdata.i18n import _
from coupdata.model import Days, overlap
from coupquiz.kinds.date.question import Dated
from coupquiz.parsing.dates import read_date

_NIGHT = timedelta(1)
_PART = 10  # days: the third of a month is the least that a word such as "later" can mean


class Held(NamedTuple):
    """What there is to say of a date, held against the right one."""

    score: float
    said: str
    cites: tuple[str, ...]


def held_against(
    right: Dated, days: Days, year: int, *, early: str = "", late: str = "", others: Sequence[Dated] = ()
) -> Held:
    """Return score, feedback and cites for a date.

    Args:
        right: What the source tells.
        days: The first and the last day of the date.
        year: The one that is meant where a label names none.
        early: What else to say where it is too early.
        late: What else to say where it is too late.
        others: What happened at other times.
    """
    if days == right.days or _is_as_labelled(right, days, year):
        return Held(1.0, right.feedback, right.cites)
    first, last = days
    if first <= right.days[0] and right.days[1] <= last:
        width = (last - first).days + 1
        score = 0.5 if width <= 31 else 0.25 if width <= 366 else 0.0
        return Held(score, _("That is right, but the reading dates it more exactly."), ())
    if right.days[0] <= first and last <= right.days[1]:
        return Held(0.5, _("That may be, but the reading does not date it as exactly as that."), right.cites)
    is_early = first < right.days[0]
    told = early if is_early else late
    if overlap(days, right.days):
        said = _("Part of that is too early.") if is_early else _("Part of that is too late.")
        return Held(0.0, f"{said} {told}".rstrip(), right.cites)
    then = None
    if last - first <= _NIGHT:  # a month is no moment of any
        then = next((other for other in others if overlap(days, other.days)), None)
    said = _("That is too early.") if is_early else _("That is too late.")
    cites = dict.fromkeys((*(then.cites if then else ()), *right.cites))
    return Held(
        0.0, " ".join(part for part in (said, then.feedback if then else "", told) if part), tuple(cites)
    )


def _is_as_labelled(right: Dated, days: Days, year: int) -> bool:
    """Return whether days are what the label says, where the source is narrower than words: "later April"."""
    named = read_date(right.label, year)
    if not named:
        return False
    within = named.first <= days[0] and days[1] <= named.last
    alike = named.in_words and within and (days[1] - days[0]).days + 1 >= _PART
    return alike or days == (named.first, named.last)
