"""Plays three weeks of a learner, and prints what comes on each day: `python -m tests.three_weeks`.

The learner does the lesson on the first day, comes back on most days, knows most, is sometimes sure and
wrong, and has a laptop and a phone, of which now and then one has not the answers of the other. In these
weeks summer time begins, and a few days are spent six hours further west.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from random import Random

import coupdata
from coupquiz import load_bank
from coupquiz.answers.file_format import Record, RecordKey, merged
from coupquiz.core.tries import Certainty, Try
from coupquiz.kinds.check import solution
from coupquiz.review.kept_history import history_of
from coupquiz.review.queue import Due, ReviewDay, review_day
from coupquiz.review.review_forms import BANK, ReviewForms, question_id
from tests.unit.coupquiz.review.folders import BANKS, record

START = date(2026, 3, 16)
DAYS = 22
SUMMER = date(2026, 3, 29)
"""When clocks are put forward."""
MISSED = {4, 9, 10, 16}
"""Days on which nothing is done, by number."""
ABROAD = range(15, 19)
SHARED = {3, 12}
"""Days of which each device does a half, before they have each other's answers."""
APART = {6, 7}
"""Days in the evening of which the devices do not get each other's answers."""
LATE = {13: time(23, 30), 14: time(0, 30)}
"""The clock on days that do not begin at half past six in the evening."""

Answers = dict[RecordKey, Record]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a day, and how it was answered."""

    due: Due
    tried: Try


@dataclass(frozen=True, slots=True)
class Played:
    """A day: as it began on the device that was opened, what was answered, and how it ended."""

    began: ReviewDay
    asked: tuple[Asked, ...]
    ended: ReviewDay
    answers: Answers


def main() -> None:
    """Print each day: what comes back, how it is answered, and how facts stand in the evening."""
    forms = ReviewForms(coupdata.load())
    for played in play(forms):
        print(f"\n{played.began.day:%a %d %B}")
        for one in played.asked:
            known = played.began.memories.get(one.due.fact)
            chance = f"{known.chance(played.began.day):.0%}" if known else "new"
            (question,) = forms.bank([(one.due.fact, one.due.form)]).questions
            sign = f"{'right' if one.tried.score else 'wrong'}, {one.tried.certainty}"
            print(f"  {chance:>4} {sign:13}  {question.kind:9} {one.due.fact}: {question.prompt}")
        end = played.ended
        stand = f"{len(end.holds)} hold, {len(end.fades)} fade, {len(end.new)} new"
        print(f"  {len(end.done)} done, {len(end.left)} left; {stand}; next {end.next}")


def play(forms: ReviewForms, seed: int = 1920) -> Iterator[Played]:
    """Yield each day of the three weeks."""
    rng = Random(seed)
    laptop, phone = _lesson(rng), Answers()
    banks = [load_bank(name) for name in BANKS]

    def day_of(answers: Answers, now: datetime) -> ReviewDay:
        return review_day(forms, history_of(answers, forms, banks), now, "learner")

    for number in range(DAYS):
        if number - 1 not in APART:
            laptop = merged(laptop, phone)
            phone = dict(laptop)
        now = _clock(number)
        opened = [laptop, phone] if number in SHARED else [phone if number % 3 == 1 else laptop]
        began = day_of(opened[0], now)
        asked: list[Asked] = []
        for place, due in enumerate(began.left if number not in MISSED else ()):
            (question,) = forms.bank([(due.fact, due.form)]).questions
            sure = Certainty.SURE if rng.random() < 0.5 else Certainty.UNSURE
            at = now + timedelta(seconds=20 * place)
            tried = Try(at, solution(question), float(rng.random() < 0.7), certainty=sure)
            device = opened[place * len(opened) // len(began.left)]
            device[RecordKey(BANK, question_id(due.form, began.day))] = record([tried])
            asked.append(Asked(due, tried))
        both = merged(laptop, phone)
        yield Played(began, tuple(asked), day_of(both, now + timedelta(minutes=25)), both)


def _lesson(rng: Random) -> Answers:
    """Answer all questions of the lesson, most of them rightly."""
    at = datetime.combine(START, time(10), timezone(timedelta(hours=1)))
    found: Answers = {}
    for name in BANKS:
        for question in load_bank(name).questions:
            at += timedelta(minutes=1)
            tried = Try(at, solution(question), float(rng.random() < 0.75))
            found[RecordKey(name, question.id)] = record([tried])
    return found


def _clock(number: int) -> datetime:
    """Return what the learner's clock says at the beginning of a day."""
    day = START + timedelta(number)
    offset = (2 if day >= SUMMER else 1) - (6 if number in ABROAD else 0)
    return datetime.combine(day, LATE.get(number, time(18, 30)), timezone(timedelta(hours=offset)))


if __name__ == "__main__":
    main()
