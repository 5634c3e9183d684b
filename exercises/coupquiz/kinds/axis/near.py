"""What a date on the axis gets that is near the right one: a finger or a memory may be a little off."""

from __future__ import annotations

from datetime import timedelta

from coupdata.i18n import _
from coupdata.model import Days
from coupquiz.kinds.date.comparison import Held

NEAR = 0.25
"""What a date gets that is near."""


def or_near(held: Held, days: Days, right: Days) -> Held:
    """Return what there is to say of a date; one that would get nothing, but is near, gets something."""
    if held.score or not _is_near(days, right):
        return held
    return Held(NEAR, _("Near, but not quite. {why}").format(why=held.said), held.cites)


def _is_near(days: Days, right: Days) -> bool:
    """Return whether both ends are off by no more than the right date is wide, and a day at least."""
    reach = max(right[1] - right[0], timedelta(1))
    return abs(days[0] - right[0]) <= reach and abs(days[1] - right[1]) <= reach
