"""What comes back on a day: the same on every device, never too much, and nothing lost or doubled."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise
from statistics import fmean

import pytest

import coupdata
from coupquiz.core.tries import Try
from coupquiz.review.history import FactTry, History
from coupquiz.review.queue import MOST, NEW, chosen_facts, review_day
from coupquiz.review.review_forms import ReviewForms
from tests.unit.coupquiz.review.learners import Learner, days, memory_of, noon

FORMS = ReviewForms(coupdata.load())
START = date(2026, 5, 4)


@pytest.fixture
def learner() -> Learner:
    """Somebody who has met all facts and answered nothing alone."""
    return Learner(FORMS, START)


def test_nothing_comes_before_anything_was_asked() -> None:
    """Who has not begun is not asked, and no next day is promised."""
    day = review_day(FORMS, History((), ()), noon(START))
    assert day.due == ()
    assert day.next is None


def test_what_the_lesson_asks_today_comes_from_tomorrow_on(learner: Learner) -> None:
    """A lesson and its review are not one evening."""
    learner.met = tuple(replace(met, since=START) for met in learner.met)
    assert learner.day(START).due == ()
    assert learner.day(START + timedelta(1)).due


def test_a_day_stays_the_same_while_it_is_worked_through(learner: Learner) -> None:
    """Answering changes what is done, and nothing else."""
    for day in days(START, 10):
        began = learner.day(day)
        for number, due in enumerate(began.due):
            learner.answer(due.fact, due.form, day)
            now = learner.day(day)
            assert now.due == began.due
            assert now.left == began.due[number + 1 :]
        assert learner.day(day).left == ()


def test_a_day_is_bounded(learner: Learner) -> None:
    """After a long holiday no more comes than on any other day, and the rest on the next."""
    for day in days(START, 20):
        learner.work_through(day)
    back = START + timedelta(200)
    assert len(learner.day(back).fades) > MOST
    seen = set()
    for day in days(back, 6):
        began = learner.work_through(day)
        assert len(began.due) <= MOST
        seen |= {due.fact for due in began.due}
    assert len(seen) > MOST


def test_few_new_facts_come_on_a_day(learner: Learner) -> None:
    """And all come in time."""
    for day in days(START, 30):
        known = set(learner.day(day).memories)
        assert sum(due.fact not in known for due in learner.work_through(day).due) <= NEW
    assert learner.day(START + timedelta(30)).new == ()


def test_a_fact_comes_back_in_another_form(learner: Learner) -> None:
    """Never the one that was seen last, where there is another."""
    last: dict[str, str] = {}
    for day in days(START, 60):
        for due in learner.work_through(day).due:
            assert last.get(due.fact) != due.form
            last[due.fact] = due.form


def test_a_day_is_mixed(learner: Learner) -> None:
    """Neighbours are of different kinds almost always, and no link comes beside one of its own events."""
    alike = []
    for day in days(START, 40):
        due = learner.work_through(day).due
        kinds = [FORMS.kind(one.fact, one.form) for one in due]
        alike += [one == other for one, other in pairwise(kinds)]
        facts = [FORMS.facts[one.fact] for one in due]
        events = [event for fact in facts for event in fact.events if not fact.link]
        assert not any({*fact.events} & {*events} for fact in facts if fact.link)
    assert fmean(alike) < 0.2


def test_two_learners_are_not_asked_the_same(learner: Learner) -> None:
    """Neighbours in a class cannot copy."""
    one, other = (review_day(FORMS, learner.history, noon(START), name) for name in ("one", "other"))
    assert one.due != other.due


def test_the_hour_does_not_matter(learner: Learner) -> None:
    """From one midnight of the learner to the next, a day is one day."""
    learner.work_through(START)
    day = START + timedelta(1)
    zone = timezone(timedelta(hours=4))
    hours = [datetime(day.year, day.month, day.day, hour, 1, tzinfo=zone) for hour in (0, 9, 23)]
    assert len({review_day(FORMS, learner.history, now).due for now in hours}) == 1


def test_a_clock_that_was_set_back_loses_nothing(learner: Learner) -> None:
    """Its day is as it was then; when the time has come round again, all is as if nothing had been."""
    for day in days(START, 8):
        learner.work_through(day)
    before = [learner.day(day) for day in days(START, 8)]
    later = START + timedelta(9)
    expected = learner.day(later)
    back = learner.day(START + timedelta(3))
    assert back.due == before[3].due
    assert back.left == ()
    assert learner.day(later) == expected


def test_a_try_from_a_wrong_future_blocks_nothing(learner: Learner) -> None:
    """A clock that ran ten years ahead for an evening leaves the fact where it was."""
    for day in days(START, 8):
        learner.work_through(day)
    fact = next(iter(learner.day(START + timedelta(8)).memories))
    expected = [learner.day(day).due for day in days(START + timedelta(8), 30)]
    learner.tries.append(FactTry(fact, "", Try(noon(date(2036, 1, 1)), "a", 1.0)))
    assert [learner.day(day).due for day in days(START + timedelta(8), 30)] == expected


def test_two_devices_make_one_day(learner: Learner) -> None:
    """Each does a half of a day; merged either way round, all of it is done."""
    for day in days(START, 5):
        learner.work_through(day)
    day = START + timedelta(5)
    due = learner.day(day).due
    half = len(due) // 2
    halves = [
        [FactTry(one.fact, one.form, Try(noon(day), "a", 1.0)) for one in part]
        for part in (due[:half], due[half:])
    ]
    shared = learner.tries[:]
    merged = []
    for one, other in (halves, halves[::-1]):
        tries = sorted([*shared, *one, *other], key=lambda one: one.tried.at)
        merged.append(review_day(FORMS, History(tuple(tries), learner.met), noon(day), "learner"))
    assert merged[0].left == merged[1].left == ()
    assert merged[0].memories == merged[1].memories
    assert merged[0].next == merged[1].next


def test_the_same_fact_on_two_devices_counts_once(learner: Learner) -> None:
    """Of two answers on a day, the first tells."""
    due = learner.day(START).due[0]
    learner.answer(due.fact, due.form, START, 0)
    once = learner.day(START + timedelta(1))
    learner.tries.append(FactTry(due.fact, due.form, Try(noon(START) + timedelta(hours=2), "a", 1.0)))
    assert learner.day(START + timedelta(1)).memories == once.memories


def test_before_a_test_all_that_would_fade_comes(learner: Learner) -> None:
    """On its day everything that was asked for is still known, and nothing was left out."""
    test = START + timedelta(21)
    for day in days(START, 21):
        learner.work_through(day, test)
    memories = learner.day(test, test).memories
    assert learner.day(test, test).new == ()
    due = sum(memory.due <= test for memory in memories.values())
    plain = Learner(FORMS, START)
    for day in days(START, 21):
        plain.work_through(day)
    assert due < sum(memory.due <= test for memory in plain.day(test).memories.values())


def test_before_a_test_new_facts_come_though_much_fades(learner: Learner) -> None:
    """After weeks without a review none is left on the day of the test, and no day is longer for it."""
    for day in days(START, 6):
        learner.work_through(day)
    back, test = START + timedelta(60), START + timedelta(75)
    assert len(learner.day(back, test).fades) > MOST
    assert learner.day(back, test).new
    for day in days(back, 15):
        assert len(chosen_facts(FORMS, learner.history, noon(day), "learner", test)) <= MOST
        learner.work_through(day, test)
    assert learner.day(test, test).new == ()


def test_enough_is_remembered_with_few_reviews(learner: Learner) -> None:
    """Simulated learners know what they should with less than 0.6 of the reviews of repeating all daily.

    Assumed: memory is as FSRS has it with its own parameters, a fact that was only read is known with an
    even chance, every day is worked through, and who repeats daily answers each day all that was ever asked
    for. Recall is measured on every day, of all facts that were ever asked for.
    """
    known, reviews, daily = [], 0, 0
    for day in days(START, 60):
        tried = {one.fact for one in learner.tries}
        known += [learner.chance(fact, day) for fact in tried]
        reviews += len(learner.work_through(day).due)
        daily += len({one.fact for one in learner.tries})
    assert fmean(known) >= 0.9
    assert reviews <= 0.6 * daily
    last = START + timedelta(60)
    assert fmean(learner.chance(fact, last) for fact in FORMS.facts) >= 0.9


def test_memories_are_those_of_the_tries(learner: Learner) -> None:
    """A day tells of each fact what its own tries tell."""
    for day in days(START, 10):
        learner.work_through(day)
    for fact, memory in learner.day(START + timedelta(10)).memories.items():
        assert memory == memory_of(one.tried for one in learner.tries if one.fact == fact)
