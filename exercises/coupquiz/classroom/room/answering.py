"""What a seat is asked, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coupdata.i18n import _
from coupquiz.answers.file_format import RecordKey
from coupquiz.asking.asked_bank import AskedBank
from coupquiz.asking.live_answers import KeptAnswers, LiveAnswers
from coupquiz.asking.question_page import QuestionState
from coupquiz.asking.reply import Exam, Revealed
from coupquiz.classroom.room.pages import TEST, is_open, may_see
from coupquiz.classroom.room.room import Room, RoomError
from coupquiz.classroom.room.seat_answers import SeatVote
from coupquiz.classroom.room.seat_review.review_day import asked_of, review_day
from coupquiz.classroom.room.state import Stage, Way
from coupquiz.classroom.room.store import Poll, Seat
from coupquiz.core.behaviour import Behaviour
from coupquiz.parsing.untrusted import text
from coupquiz.report.votes.tally import category_of
from coupquiz.review.review_forms import BANK, form_of, question_id


class NoLongerAskedError(RoomError):
    """A question that came back and does so no more: whoever still has it on a page goes on to the next."""


def asked(room: Room, seat: Seat, page: str, bank: str) -> AskedBank | None:
    """Return the questions of a bank as a seat is asked them on a page; None where it may not see any."""
    if not may_see(room.state, page):
        return None
    if page == TEST and room.plan.test:
        return asked_in_test(room, seat)
    if part := room.part(page):
        if part.is_review and bank == BANK:
            return asked_of(room, seat)
        is_there = any(key.bank == bank for key in part.questions)
        return asked_in_parts(room, seat, bank) if is_there else None
    poll = room.poll
    return _asked_vote(room, seat, poll) if poll and poll.key.bank == bank else None


def asked_in_parts(room: Room, seat: Seat, bank: str) -> AskedBank:
    """Return the questions of a bank as a seat is asked them in the parts of the lesson."""
    key = (seat.id, bank)
    if key not in room.asked_banks:
        numbers = {key.question: number for key, number in room.plan.numbers.items() if key.bank == bank}
        room.asked_banks[key] = AskedBank.of_bank(
            room.plan.banks[bank], room.plan.case, room.live(seat), Behaviour.PRACTICE, numbers=numbers
        )
    return room.asked_banks[key]


def receive(room: Room, seat: Seat, message: Mapping[str, Any]) -> dict[str, QuestionState]:
    """Take what comes from a seat's page: see `AskedBank.receive`; "page" and "bank" say what it is of.

    What is closed changes nothing: the state that stands comes back, and says why.

    Returns:
        The states of the questions that have changed, and of that which was answered.

    Raises:
        RoomError: The lesson pauses, or the page is not shown now; it may keep the answer, and send it later.
        NoLongerAskedError: The question came back and does so no more; the page goes on to the next.
        OSError: A vote cannot be written; it may be sent again, too.
    """
    page, bank = text(message.get("page")), text(message.get("bank"))
    found = asked(room, seat, page, bank)
    if found is None or room.state.paused:
        raise RoomError(_("This is not open now. Your answer stays on this page."))
    id = text(message.get("question"))
    if not _stands_on(room, page, found, id):
        if found.id == BANK:
            raise NoLongerAskedError(_why_no_longer(room, seat, id))
        return {}
    if refusal := _refusal(room, page, message):
        turn = text(message.get("turn"))
        return {id: {**found.state(id), "turn": turn, "trouble": refusal}}
    states = found.receive(message)
    room.tell_answered(seat)
    return states


def _stands_on(room: Room, page: str, found: AskedBank, id: str) -> bool:
    """Return whether a question is on a page; its bank may have others, too."""
    part = room.part(page)
    if part and found.id != BANK:
        return id in found.forms and RecordKey(found.id, id) in part.questions
    return id in found.forms


def _why_no_longer(room: Room, seat: Seat, id: str) -> str:
    if id == question_id(form_of(id), review_day(room, seat).day):
        return _("That question does not come back any more. Go on here.")
    return _("A new day has begun. Go on here, with what comes back today.")


def _refusal(room: Room, page: str, message: Mapping[str, Any]) -> str:
    """Return why an answer is not taken; empty if it is."""
    if not is_open(room.state, page):
        return _("Not saved: this is closed.")
    poll = room.poll if room.state.way is Way.VOTE else None
    if poll and not category_of(*room.question(poll.key), message.get("answer")):
        return _("An empty answer is no vote.")
    return ""


def asked_in_test(room: Room, seat: Seat) -> AskedBank:
    """Return the questions of the test as a seat is asked them, open or not."""
    assert room.plan.test
    key = (seat.id, TEST)
    if key not in room.asked_banks:
        room.asked_banks[key] = AskedBank.of_file(room.plan.test, room.live(seat), seat.name)
    return room.asked_banks[key]


def _asked_vote(room: Room, seat: Seat, poll: Poll) -> AskedBank:
    bank = room.plan.banks[poll.key.bank]
    _question, asked = room.question(poll.key)
    is_revealed = room.state.stage is Stage.REVEALED
    responder = Revealed(bank, room.plan.case) if is_revealed else Exam()
    kept: KeptAnswers = SeatVote(room, poll, room.state.round, seat, shows_last=is_revealed)
    return AskedBank(
        bank.id,
        bank.title,
        [asked],
        LiveAnswers(kept),
        responder,
        room.plan.case.lens[0].year,
        numbers={asked.id: room.plan.numbers.get(poll.key, "")},
    )
