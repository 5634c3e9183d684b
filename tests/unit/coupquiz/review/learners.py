"""Learners made up for tests: what they have done, and how they remember."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from coupquiz.core.tries import Try
from coupquiz.review.history import FactTry, History, Met
from coupquiz.review.queue import ReviewDay, review_day
from coupquiz.review.review_forms import ReviewForms
from coupquiz.review.schedule import Memory, memories_of


def noon(day: date) -> datetime:
    """Return noon of a day in UTC."""
    return datetime.combine(day, time(12), UTC)


def memory_of(tries: Iterable[Try]) -> Memory | None:
    """Return how well a fact is remembered after these tries, in order of time; None where there are none."""
    return max(
        (memory for _tried, memory in memories_of(tries)), key=lambda memory: memory.days, default=None
    )


class Learner:
    """Somebody who has met every fact of a case, and remembers as FSRS has it."""

    def __init__(self, forms: ReviewForms, start: date, seed: int = 1920) -> None:
        self.forms = forms
        self.tries: list[FactTry] = []
        self.met = tuple(
            Met(event, start - timedelta(1)) for fact in forms.facts.values() for event in fact.events
        )
        self._rng = Random(seed)

    @property
    def history(self) -> History:
        """What the learner has done."""
        return History(tuple(self.tries), self.met)

    def day(self, day: date, test: date | None = None) -> ReviewDay:
        """Return a day of review."""
        return review_day(self.forms, self.history, noon(day), "learner", test)

    def chance(self, fact: str, day: date) -> float:
        """Return how likely the fact is known; who has only read of it has an even chance."""
        memory = memory_of(one.tried for one in self.tries if one.fact == fact)
        return memory.chance(day) if memory else 0.5

    def answer(self, fact: str, form: str, day: date, score: float | None = None) -> Try:
        """Answer a form at noon, by chance as well as the fact is known."""
        if score is None:
            score = float(self._rng.random() < self.chance(fact, day))
        tried = Try(noon(day), "answer", score)
        self.tries.append(FactTry(fact, form, tried))
        return tried

    def work_through(self, day: date, test: date | None = None) -> ReviewDay:
        """Answer everything that comes on a day, and return that day as it began."""
        began = self.day(day, test)
        for due in began.left:
            self.answer(due.fact, due.form, day)
        return began


def days(start: date, count: int) -> Iterable[date]:
    """Return so many days."""
    return (start + timedelta(number) for number in range(count))
