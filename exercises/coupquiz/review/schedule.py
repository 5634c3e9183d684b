"""When a fact is to come back: its tries as a card of FSRS, the free spaced repetition scheduler.

Its parameters are those that it comes with. It has no steps of minutes here, as a fact comes back after days,
and no chance. Days are those of the learner's clock, each cut at its midnight, and the first try of a day is
the one that tells what was remembered: whoever tries again has read the feedback.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from fsrs import Card, Rating, Scheduler

from coupquiz.core.tries import Certainty, Try

SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


@dataclass(frozen=True, slots=True)
class Memory:
    """How well a fact is remembered, as far as can be told from tries."""

    card: Card
    due: date
    """The first day on which it should come back: it is then known with nine chances in ten."""
    days: int
    """On how many days it was tried."""

    def chance(self, day: date) -> float:
        """Return how likely it is to be known on a day, from 0 to 1."""
        return SCHEDULER.get_card_retrievability(self.card, _at(day))


def memories_of(tries: Iterable[Try]) -> Iterator[tuple[Try, Memory]]:
    """Yield for each day the try that tells what was remembered, and how well the fact is from then on."""
    card = Card(card_id=0)
    for days, (day, tried) in enumerate(first_of_days(tries), 1):
        card, _log = SCHEDULER.review_card(card, rating_of(tried), _at(day))
        is_early = tried.certainty is Certainty.SURE and tried.score < 1
        # who was sure and wrong remembers best what is put right at once
        due = day + timedelta(1) if is_early else card.due.date()
        yield tried, Memory(card, due, days)


def first_of_days(tries: Iterable[Try]) -> Iterator[tuple[date, Try]]:
    """Yield the first try of each day; who travels west has the same day again, and it stays one."""
    last = date.min
    for tried in tries:
        day = tried.at.date()
        if day > last:
            yield day, tried
            last = day


def rating_of(tried: Try) -> Rating:
    """Return what a try tells of remembering; whoever has opened the solution has not remembered."""
    if tried.shown or not tried.score:
        return Rating.Again
    if tried.score < 1 or tried.hints or tried.certainty in (Certainty.GUESSED, Certainty.UNSURE):
        return Rating.Hard
    return Rating.Easy if tried.certainty is Certainty.SURE else Rating.Good


def _at(day: date) -> datetime:
    """Return a time that stands for a whole day, so that days between two are counted by midnights."""
    return datetime.combine(day, time(), UTC)
