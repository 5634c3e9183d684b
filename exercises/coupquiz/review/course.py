"""How facts came to be known, day by day: how many hold, fade, and are new."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from coupquiz.core.tries import Try
from coupquiz.review.history import History
from coupquiz.review.review_forms import ReviewForms
from coupquiz.review.schedule import Memory

Spans: TypeAlias = tuple[tuple[date, ...], tuple[date, ...]]

_DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class FactCount:
    """How facts stood at the end of a day."""

    day: date
    holds: int
    """How many were known well enough to need nothing."""
    fades: int
    """How many should have come back."""
    new: int
    """How many the lesson had told, and no question asked for alone."""

    @property
    def whole(self) -> int:
        """How many facts had been met."""
        return self.holds + self.fades + self.new


def course_of(forms: ReviewForms, history: History, today: date) -> tuple[FactCount, ...]:
    """Return how facts stood on each day from the first try to today; nothing where there was none."""
    known = {fact: _spans(memories) for fact, memories in history.memories.items()}
    first = min((days[0] for days, _due in known.values()), default=today + _DAY)
    told = history.told_since(forms.facts.values())
    days = (first + timedelta(number) for number in range((today - first).days + 1))
    return tuple(_standing(day, known, told) for day in days)


def _standing(day: date, known: dict[str, Spans], told: dict[str, date]) -> FactCount:
    due = {fact: _due(day, spans) for fact, spans in known.items()}
    holds = sum(until is not None and until > day for until in due.values())
    tried = sum(until is not None for until in due.values())
    new = sum(since <= day and due.get(fact) is None for fact, since in told.items())
    return FactCount(day, holds, tried - holds, new)


def _due(day: date, spans: Spans) -> date | None:
    """Return when a fact was due, as it stood on a day; None where it was not tried by then."""
    since, until = spans
    number = bisect_right(since, day)
    return until[number - 1] if number else None


def _spans(memories: Iterable[tuple[Try, Memory]]) -> Spans:
    """Return the days on which a fact was tried, and when it was due from each of them on."""
    told = tuple((tried.at.date(), memory.due) for tried, memory in memories)
    return tuple(day for day, _due in told), tuple(due for _day, due in told)
