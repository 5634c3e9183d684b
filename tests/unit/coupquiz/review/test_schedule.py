"""When a fact comes back: as FSRS says, by the days of the learner's clock."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from random import Random
from zoneinfo import ZoneInfo

import pytest
from fsrs import Card, Rating, Scheduler

from coupquiz.core.tries import Certainty, Try
from coupquiz.review.schedule import rating_of
from tests.unit.coupquiz.review.learners import memory_of

START = datetime(2026, 1, 5, 17, 30, tzinfo=UTC)


def tried(at: datetime, score: float = 1, certainty: Certainty | None = None) -> Try:
    """A try without hints."""
    return Try(at, "answer", score, certainty=certainty)


def driven(ratings: Sequence[tuple[datetime, Rating]]) -> Card:
    """What FSRS itself makes of ratings at times in UTC, with no steps of minutes and no fuzz."""
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = Card(card_id=0)
    for at, rating in ratings:
        card, _log = scheduler.review_card(card, rating, at)
    return card


@pytest.mark.parametrize(
    ("one", "rating"),
    [
        (Try(START, "a", 0.0), Rating.Again),
        (Try(START, "a", 0.0, certainty=Certainty.SURE), Rating.Again),
        (Try(START, "a", 1.0, shown=True), Rating.Again),
        (Try(START, "a", 0.5), Rating.Hard),
        (Try(START, "a", 1.0, hints=1), Rating.Hard),
        (Try(START, "a", 1.0, hints=1, certainty=Certainty.SURE), Rating.Hard),
        (Try(START, "a", 1.0, certainty=Certainty.GUESSED), Rating.Hard),
        (Try(START, "a", 1.0, certainty=Certainty.UNSURE), Rating.Hard),
        (Try(START, "a", 1.0), Rating.Good),
        (Try(START, "a", 1.0, certainty=Certainty.SURE), Rating.Easy),
    ],
)
def test_a_try_is_rated(one: Try, rating: Rating) -> None:
    """Right or wrong, with help or without, and how sure the learner was."""
    assert rating_of(one) is rating


@pytest.mark.parametrize("histories", [500, pytest.param(10_000, marks=pytest.mark.slow)])
def test_schedules_are_those_of_fsrs(histories: int) -> None:
    """Stability, difficulty and due day are what the library makes of the same ratings."""
    rng = Random(1920)
    for _history in range(histories):
        at, tries, ratings = START, [], []
        for _try in range(rng.randint(1, 12)):
            one = Try(
                at,
                "answer",
                rng.choice((0.0, 0.5, 1.0, 1.0)),
                rng.choice((0, 0, 0, 1)),
                shown=rng.random() < 0.05,
                certainty=rng.choice((None, None, Certainty.GUESSED, Certainty.UNSURE)),
            )
            tries.append(one)
            ratings.append((at, rating_of(one)))
            at += timedelta(days=rng.choice((1, 1, 2, 3, 7, 30, 200)))
        memory, card = memory_of(tries), driven(ratings)
        assert memory
        assert memory.card.stability == card.stability
        assert memory.card.difficulty == card.difficulty
        assert memory.due == card.due.date()
        assert memory.days == len(tries)


def test_nothing_tried_is_nothing_remembered() -> None:
    """There is no card before the first try."""
    assert memory_of(()) is None


def test_a_second_try_on_a_day_tells_nothing() -> None:
    """After the feedback anybody is right."""
    wrong, right = tried(START, 0), tried(START + timedelta(minutes=2))
    assert memory_of((wrong, right)) == memory_of((wrong,))


def test_sure_and_wrong_comes_back_the_next_day() -> None:
    """However well the fact was known before; a wrong guess waits as long as FSRS says."""
    known = [tried(START + timedelta(days)) for days in (0, 2, 13, 60, 200)]
    at = START + timedelta(600)
    sure = memory_of((*known, tried(at, 0, Certainty.SURE)))
    guessed = memory_of((*known, tried(at, 0, Certainty.GUESSED)))
    assert sure
    assert guessed
    assert sure.due == at.date() + timedelta(1)
    assert guessed.due > sure.due
    assert sure.card.stability == guessed.card.stability


def test_who_is_sure_waits_longer() -> None:
    """The four ratings give four intervals, in this order."""
    tries = [
        Try(START, "a", 0.0),
        Try(START, "a", 1.0, hints=1),
        Try(START, "a", 1.0),
        Try(START, "a", 1.0, certainty=Certainty.SURE),
    ]
    memories = [memory_of((one,)) for one in tries]
    chances = [memory.chance(date(2026, 1, 20)) for memory in memories if memory]
    assert chances == sorted(chances)
    assert len(set(chances)) == len(tries)


def test_days_end_at_the_learners_midnight() -> None:
    """Half past eleven in the evening and half past midnight are two days, in the offset of the clock."""
    east = timezone(timedelta(hours=4))
    evening, night = (datetime(2026, 5, day, hour, 30, tzinfo=east) for day, hour in ((2, 23), (3, 0)))
    memory = memory_of((tried(evening), tried(night)))
    assert memory
    assert memory.days == 2
    both_in_utc = memory_of(tried(at.astimezone(UTC)) for at in (evening, night))
    assert both_in_utc
    assert both_in_utc.days == 1


@pytest.mark.parametrize("month", [3, 10])
def test_the_clock_change_neither_adds_nor_takes_a_day(month: int) -> None:
    """A try at ten in the morning before and after is a whole number of days apart."""
    zone = ZoneInfo("Europe/Berlin")
    days = [datetime(2026, month, day, 10, tzinfo=zone) for day in (20, 27, 31)]
    noon = [datetime(2026, month, day, 12, tzinfo=UTC) for day in (20, 27, 31)]
    assert memory_of(map(tried, days)) == memory_of(map(tried, noon))


def test_who_travels_west_has_no_day_twice() -> None:
    """A try after the date line, on the day before by the clock, is one of the same day."""
    home, away = timezone(timedelta(hours=12)), timezone(timedelta(hours=-10))
    first = datetime(2026, 5, 3, 8, tzinfo=home)
    second = datetime(2026, 5, 2, 22, tzinfo=away)
    assert second > first
    memory = memory_of((tried(first), tried(second)))
    assert memory
    assert memory.days == 1
    assert memory.due > date(2026, 5, 3)
