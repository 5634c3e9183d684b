"""What comes back at a seat today, by what was answered there and brought along."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from coupquiz.answers.file_format import Record, RecordKey, merged
from coupquiz.asking.asked_bank import AskedBank
from coupquiz.asking.asked_review import asked_review
from coupquiz.classroom.room.room import Room
from coupquiz.classroom.room.seat_answers import last_votes
from coupquiz.classroom.room.state import Stage
from coupquiz.classroom.room.store import Seat
from coupquiz.kinds.check import check
from coupquiz.review.queue import ReviewDay
from coupquiz.review.review_forms import BANK, question_id


def review_day(room: Room, seat: Seat) -> ReviewDay:
    """Return the seat's day of review as it stands."""
    now = _now()
    as_of = room.changes[seat.id], now.date(), _hidden(room)
    known = room.review.days.get(seat.id)
    if known is None or known[0] != as_of:
        history = room.review.lesson.history(_records(room, seat))
        known = room.review.days[seat.id] = as_of, room.review.lesson.day(history, now, seat.learner)
    return known[1]


def asked_of(room: Room, seat: Seat) -> AskedBank:
    """Return the questions that come back at a seat today."""
    day, key = review_day(room, seat), (seat.id, BANK)
    known = room.asked_banks.get(key)
    if known is None or list(known.forms) != [question_id(due.form, day.day) for due in day.due]:
        answers, case = room.live(seat), room.plan.case
        known = room.asked_banks[key] = asked_review(room.review.lesson, day, answers, seat.learner, case)
    return known


def _records(room: Room, seat: Seat) -> dict[RecordKey, Record]:
    """Return what was answered at a seat; a vote is a try, too, once it may be known what is right."""
    records: dict[RecordKey, Record] = {}
    hidden = _hidden(room)
    for key, vote in last_votes(room, room.polls.values(), seat).items():
        if room.plan.has(key) and key != hidden:
            score = check(room.plan.question(key), vote.attempt.answer).score
            records[key] = replace(
                vote, attempt=replace(vote.attempt, tries=1, solved=score == 1, best=score)
            )
    return merged(records, room.live(seat).answers.read())


def _hidden(room: Room) -> RecordKey | None:
    """Return the question of which what is right is not shown yet, whatever the class does meanwhile."""
    poll = room.poll
    return poll.key if poll and room.state.stage is not Stage.REVEALED else None


def _now() -> datetime:
    return datetime.now().astimezone()
