"""Votes on questions that a bank has no more, as somebody has renamed or deleted them since."""

from __future__ import annotations

from collections.abc import Iterable

from coupdata.i18n import ngettext
from coupquiz.classroom.room.lesson_plan import Plan
from coupquiz.classroom.room.store import Poll


def lost_votes(plan: Plan, polls: Iterable[Poll]) -> str:
    """Return in a sentence for the teacher which questions are gone; empty if all are there."""
    ids = dict.fromkeys(poll.key.question for poll in polls if not plan.has(poll.key))
    said = ngettext(
        "The question {ids} is not in the bank any more, so its votes are not shown.",
        "The questions {ids} are not in the bank any more, so their votes are not shown.",
        len(ids),
    )
    return said.format(ids=", ".join(ids)) if ids else ""
