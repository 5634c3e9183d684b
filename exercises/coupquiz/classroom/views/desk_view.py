"""What the desk shows, as JSON values: who is here, who has answered what, and what a vote has brought."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from coupdata.i18n import _
from coupdata.views.event_explorer.explored_events import explored_events
from coupquiz.answers.file_format import RecordKey
from coupquiz.answers.question_summary import QuestionStatus, summarise
from coupquiz.classroom.room.answering import asked_in_test
from coupquiz.classroom.room.codes import spaced_code
from coupquiz.classroom.room.room import Room
from coupquiz.classroom.room.state import Stage, Way
from coupquiz.classroom.room.store import Poll, Seat
from coupquiz.classroom.views.result_view import VoteResults, question_values
from coupquiz.core.behaviour import Behaviour
from coupquiz.core.form import Form
from coupquiz.kinds.check import prompt_text
from coupquiz.report.votes.peer_instruction import ENOUGH, TOO_FEW
from coupquiz.report.votes.tally import categories

SIGNS = {
    QuestionStatus.OPEN: ".",
    QuestionStatus.ANSWERED: "a",
    QuestionStatus.WRONG: "w",
    QuestionStatus.PARTLY: "p",
    QuestionStatus.RIGHT: "r",
    QuestionStatus.COMPARED: "c",
}
"""How far an attempt has come, in one letter: a class has some ten thousand of them."""


def desk_plan(room: Room) -> dict[str, Any]:
    """Return what a lesson has to ask and to show; that stays as it is."""
    plan = room.plan
    return {
        "title": plan.title,
        "parts": [
            {
                "id": part.id,
                "title": part.title,
                "chapter": part.chapter,
                "questions": [[key.bank, key.question] for key in part.questions],
                "none": _("what is due at each seat") if part.is_review else _("to look at"),
            }
            for part in plan.parts
        ],
        "questions": [_question(room, key) for key in plan.questions],
        "test": {"title": plan.test.title, "questions": len(plan.test.forms)} if plan.test else None,
        "events": [
            {"id": event.id, "title": event.title}
            for event in explored_events(plan.case, context=False).events
        ],
        "lines": {"few": TOO_FEW, "enough": ENOUGH},
        "names": room.names,
        "code": room.code,
        "wall": f"open/{room.wall_secret}",
    }


def desk_view(
    room: Room,
    here: Collection[int],
    address: str,
    signs: SeatSigns | None = None,
    results: VoteResults | None = None,
) -> dict[str, Any]:
    """Return where the lesson stands.

    Each of ``seats`` has in ``signs`` one of `SIGNS` for each question: of the plan or, in a test, of those
    that this seat is asked. What a vote has brought is there once it is closed.

    Args:
        room: The room.
        here: The ids of the seats of which a page is open.
        address: What learners type.
        signs: What is known of the room's seats from before.
        results: What is known of its votes from before.
    """
    state = room.state
    poll = room.poll
    signs, results = signs or SeatSigns(room), results or VoteResults(room)
    votes = room.votes(state.poll, state.round)
    return {
        "way": state.way,
        "paused": state.paused,
        "parts": list(state.parts),
        "round": state.round,
        "stage": state.stage,
        "wall": state.wall,
        "event": state.event,
        "test": {
            "open": state.test_open,
            "left": room.seconds_left(),
            "runs": state.ends is not None,
            "stopped": state.stopped,
        },
        "seats": [
            {
                "id": seat.id,
                "name": room.name_of(seat),
                "key": spaced_code(seat.way_back),
                "here": seat.id in here,
                "signs": signs.of(seat),
                "voted": seat.id in votes,
            }
            for seat in room.seats.values()
        ],
        "poll": _poll(room, poll) if poll else None,
        "result": results.of(poll) if poll and state.stage is not Stage.OPEN else None,
        "address": address,
        "trouble": room.trouble,
        "leftOut": room.left_out,
    }


def _poll(room: Room, poll: Poll) -> dict[str, Any]:
    voted = room.votes(poll.id, room.state.round)
    hands = room.hands(poll.id, room.state.round)
    counted = [
        {"id": each.id, "label": each.label, "text": each.text}
        for each in categories(*room.question(poll.key))
    ]
    return question_values(room, poll) | {
        "poll": poll.id,
        "categories": counted,
        "answered": len(voted),
        "hands": dict(hands),
    }


def _question(room: Room, key: RecordKey) -> dict[str, Any]:
    question, form = room.question(key)
    return {
        "bank": key.bank,
        "id": key.question,
        "number": room.plan.numbers.get(key, ""),
        "prompt": prompt_text(form),
        "vote": question.scored,
    }


class SeatSigns:
    """How far each seat has come; looked at again only where something was answered."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._known: dict[int, tuple[tuple[int, Way], str]] = {}

    def of(self, seat: Seat) -> str:
        """Return one of `SIGNS` for each question that the seat is asked."""
        as_of = self._room.changes[seat.id], self._room.state.way
        known = self._known.get(seat.id)
        if known is None or known[0] != as_of:
            known = self._known[seat.id] = as_of, _signs(self._room, seat)
        return known[1]


def _signs(room: Room, seat: Seat) -> str:
    live = room.live(seat)
    if room.state.way is Way.TEST and room.plan.test:
        forms = asked_in_test(room, seat).forms.values()
        keyed = [(RecordKey(room.plan.test.bank, form.id), form) for form in forms]
        behaviour = Behaviour.EXAM
    else:
        keyed = [(key, room.question(key)[1]) for key in room.plan.questions]
        behaviour = Behaviour.PRACTICE
    attempts: list[tuple[Form, Any]] = [(form, live.attempt(key)) for key, form in keyed]
    return "".join(SIGNS[each.status] for each in summarise(attempts, behaviour).questions)
