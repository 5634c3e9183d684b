"""Three weeks of a learner with two devices, summer time and a journey: what comes, and when again."""

from datetime import timedelta
from itertools import pairwise
from statistics import fmean

import pytest

import coupdata
from coupquiz.core.tries import Certainty
from coupquiz.review.queue import MOST
from coupquiz.review.review_forms import BANK, ReviewForms
from tests.three_weeks import APART, MISSED, Played, play

FORMS = ReviewForms(coupdata.load())


@pytest.fixture(scope="module")
def weeks() -> list[Played]:
    """All days."""
    return list(play(FORMS))


def test_every_day_can_be_done(weeks: list[Played]) -> None:
    """At its end nothing is left; where two devices asked for other facts, no more than makes a whole day."""
    for number, day in enumerate(weeks):
        if number not in MISSED:
            assert len(day.asked) + len(day.ended.left) <= MOST
            assert not day.ended.left or number - 1 in APART
    assert sum(bool(day.asked) for day in weeks) > 15


def test_no_fact_comes_twice_a_day_and_neighbours_differ(weeks: list[Played]) -> None:
    """Most neighbours are of other kinds, and none tells of the other."""
    alike = []
    for day in weeks:
        facts = [FORMS.facts[one.fact] for one in day.began.due]
        assert len({fact.id for fact in facts}) == len(facts)
        kinds = [FORMS.kind(one.fact, one.form) for one in day.began.due]
        alike += [one == other for one, other in pairwise(kinds)]
    assert fmean(alike) < 0.2


def test_nothing_is_lost(weeks: list[Played]) -> None:
    """Every answer is kept, whichever device it was given on."""
    given = {(one.due.form, one.tried.at) for day in weeks for one in day.asked}
    kept = {record.at for key, record in weeks[-1].answers.items() if key.bank == BANK}
    assert {at for _form, at in given} == kept


def test_what_was_wrong_returns_early_and_what_is_sure_late(weeks: list[Played]) -> None:
    """Who was sure and wrong is asked the next day, and who was sure and right after a week on average."""
    waits: dict[tuple[bool, bool], list[int]] = {}
    for day in weeks:
        for one in day.asked:
            sure, right = one.tried.certainty is Certainty.SURE, bool(one.tried.score)
            wait = (day.ended.memories[one.due.fact].due - day.began.day).days
            waits.setdefault((right, sure), []).append(wait)
    assert set(waits[False, True]) == {1}
    assert max(waits[False, False]) <= 3
    assert fmean(waits[True, True]) > 7
    assert fmean(waits[True, False]) < fmean(waits[True, True])


def test_a_day_is_a_day_of_the_learners_clock(weeks: list[Played]) -> None:
    """Neither summer time nor a journey nor an evening past midnight brings anything back before its day."""
    days = [day.began.day for day in weeks]
    assert all(later - earlier == timedelta(1) for earlier, later in pairwise(days))
    for day in weeks:
        asked = [day.began.memories.get(one.fact) for one in day.began.due]
        assert all(memory is None or memory.due <= day.began.day for memory in asked)
