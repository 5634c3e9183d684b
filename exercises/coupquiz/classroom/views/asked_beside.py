"""What a seat's timeline must not tell: what the seat is asked beside it or in a vote, and has not solved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coupdata.problems.errors import check_id
from coupdata.views.event_explorer.hidden import NOTHING, Hidden, combined
from coupquiz.answers.file_format import RecordKey
from coupquiz.asking.asked_bank import AskedBank
from coupquiz.asking.asked_review import next_due
from coupquiz.asking.hidden_answers import Asking, hidden_answers
from coupquiz.classroom.room.answering import asked_in_parts
from coupquiz.classroom.room.room import Room
from coupquiz.classroom.room.seat_review.review_day import asked_of, review_day
from coupquiz.classroom.room.state import Stage
from coupquiz.classroom.room.store import Seat
from coupquiz.core.form import AskedFor
from coupquiz.kinds.check import form
from coupquiz.review.review_forms import BANK, question_id

DETAILS = _OPEN, _TOLD = "open", "told"
"""What a seat says when it asks for its timeline: see `asked_beside`."""


def asked_beside(room: Room, seat: Seat) -> dict[str, str]:
    """Return which questions ask for what a timeline shows: of the open parts, and that of a vote under way.

    With these details a seat asks for its timeline: "open" names those that still wait for their answer,
    "told" those that have told it. There are none where nothing is to be hidden.
    """
    named: dict[str, list[str]] = {_OPEN: [], _TOLD: []}
    for name, asked, id in _asked(room, seat):
        if asked.forms[id].asked_for != AskedFor():
            named[_OPEN if asked.is_open(id) else _TOLD].append(name)
    if not named[_OPEN]:
        return {}
    return {under: ",".join(dict.fromkeys(names)) for under, names in named.items() if names}


def hidden_beside(room: Room, details: Mapping[str, str]) -> Hidden:
    """Return what is hidden in a timeline that is asked for with the details that `asked_beside` gives.

    Raises:
        UnknownIdError: There is no such question.
    """
    questions = [
        _asking(room, name, is_open=under == _OPEN)
        for under in DETAILS
        for name in details.get(under, "").split(",")
        if name
    ]
    return combined([hidden_answers(questions, room.plan.case)], room.plan.case) if questions else NOTHING


def _asked(room: Room, seat: Seat) -> Iterator[tuple[str, AskedBank, str]]:
    """Yield each question: its name, and where the seat is asked it under which id.

    Of what comes back, it is the one that is next. What is voted on is open until the answer is shown, but
    not to whoever has solved it at their own pace.
    """
    parts = [part for part in room.plan.parts if part.id in room.state.parts]
    keys = [key for part in parts for key in part.questions]
    if room.poll and room.state.stage is not Stage.REVEALED:
        keys.append(room.poll.key)
    for key in keys:
        yield ".".join(key), asked_in_parts(room, seat, key.bank), key.question
    if any(part.is_review for part in parts):
        day = review_day(room, seat)
        if due := next_due(day, room.live(seat)):
            yield ".".join(RecordKey(BANK, due.form)), asked_of(room, seat), question_id(due.form, day.day)


def _asking(room: Room, name: str, *, is_open: bool) -> Asking:
    bank, _, id = name.partition(".")
    if bank == BANK:
        return Asking(form(room.review.lesson.forms.question(id)).asked_for, "", is_open)
    known = {".".join(key): key for key in room.plan.questions}
    check_id("question", name, known)
    key = known[name]
    return Asking(room.question(key)[1].asked_for, room.plan.numbers.get(key, ""), is_open)
