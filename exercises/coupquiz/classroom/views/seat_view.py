"""What a seat shows, as JSON values: where the lesson stands, and what is on the page that is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coupdata.i18n import _
from coupdata.views.html.element import element
from coupquiz.asking.asked_review import is_given_up, next_due, onward
from coupquiz.asking.question_page import question_page
from coupquiz.classroom.room.answering import asked as asked_bank
from coupquiz.classroom.room.answering import asked_in_test
from coupquiz.classroom.room.codes import spaced_code
from coupquiz.classroom.room.lesson_plan import Asked, Part, Reviewed, Shown
from coupquiz.classroom.room.pages import TEST, is_open, may_see, vote_page
from coupquiz.classroom.room.room import Room
from coupquiz.classroom.room.seat_review.review_day import asked_of, review_day
from coupquiz.classroom.room.state import Way
from coupquiz.classroom.room.store import Seat
from coupquiz.parsing.untrusted import text
from coupquiz.report.votes.tally import categories
from coupquiz.review.review_forms import BANK, question_id
from coupquiz.review.words import said_of


def seat_view(room: Room, seat: Seat) -> dict[str, Any]:
    """Return where the lesson stands for a seat; nothing of what others answered, and no key.

    ``page`` is the one that everybody is on, empty where there is none or each chooses one of the ``parts``
    that are open. ``poll`` is the vote that was asked for last. ``changes`` is another number whenever
    something was answered at the seat.
    """
    state = room.state
    pages = {Way.VOTE: vote_page(state.poll, state.round), Way.TEST: TEST}
    page = pages.get(state.way, "")
    shown = page if may_see(room.state, page) else ""
    return {
        "title": room.plan.title,
        "seat": room.name_of(seat),
        "key": spaced_code(seat.way_back),
        "way": state.way,
        "paused": state.paused,
        "page": shown,
        "open": is_open(room.state, page),
        "poll": state.poll,
        "round": state.round,
        "stage": state.stage,
        "parts": _parts(room, seat) if state.way is Way.OWN_PACE else [],
        "left": room.seconds_left() if state.way is Way.TEST else None,
        "runs": state.ends is not None,
        "changes": room.changes[seat.id],
    }


def seat_page(room: Room, seat: Seat, page: str) -> dict[str, Any] | None:
    """Return what is on a page for a seat, with the states of its questions; None where it is not open.

    Each of ``blocks`` is a view of the case (``view``, of a reading its ``sections``) or questions (``bank``,
    ``questions`` as JsonML, and ``states`` by their ids). ``letters`` are those of a vote's options, by id.
    Of what comes back, one question stands there with its ``place`` in the day; or, where none is left, what
    is ``said`` of that, and whether a learner may have answers elsewhere that ``brings`` something.
    """
    if not may_see(room.state, page):
        return None
    if part := room.part(page):
        return {"blocks": [_block(room, seat, page, block) for block in part.blocks]}
    if page == TEST and room.plan.test:
        test = Asked(room.plan.test.bank, tuple(asked_in_test(room, seat).forms))
        return {"blocks": [_questions(room, seat, page, test)]}
    if poll := room.poll:
        block = _questions(room, seat, page, Asked(poll.key.bank, (poll.key.question,)))
        options = categories(*room.question(poll.key))
        block["letters"] = {option.id: option.label for option in options if option.label}
        return {"blocks": [block]}
    return None


def onward_from(room: Room, seat: Seat, message: Mapping[str, Any]) -> str:
    """Return the word that leads on from the question that a message answers; empty where none does yet.

    It does from one that comes back, once that was tried or given up.
    """
    if message.get("bank") != BANK:
        return ""
    day = review_day(room, seat)
    ids = {question_id(due.form, day.day): due for due in day.due}
    return onward(day, ids.get(text(message.get("question"))), room.live(seat))


def _block(room: Room, seat: Seat, page: str, block: Shown | Asked | Reviewed) -> dict[str, Any]:
    if isinstance(block, Shown):
        return {"view": block.view, "sections": list(block.sections)}
    return _review(room, seat) if isinstance(block, Reviewed) else _questions(room, seat, page, block)


def _review(room: Room, seat: Seat) -> dict[str, Any]:
    """Return the next question that comes back or, where none is left, what is said of that."""
    day, asked = review_day(room, seat), asked_of(room, seat)
    due = next_due(day, room.live(seat))
    if not due:
        said = element("div", *said_of(day), class_="coup-review", tabindex="-1")
        return {"said": said.jsonml(), "brings": not day.due}
    id = question_id(due.form, day.day)
    return {
        "bank": asked.id,
        "place": _("Question {n} of {all} today").format(n=day.due.index(due) + 1, all=len(day.due)),
        "questions": question_page(asked.id, [asked.forms[id]], {}, answers=asked.place).jsonml(),
        "states": {id: asked.state(id)},
    }


def _questions(room: Room, seat: Seat, page: str, block: Asked) -> dict[str, Any]:
    asked = asked_bank(room, seat, page, block.bank)
    if asked is None:
        return {"bank": block.bank, "questions": [], "states": {}}
    forms = [asked.forms[id] for id in block.questions]
    shown = question_page(block.bank, forms, asked.numbers, answers=asked.place, explained=asked.explained)
    return {
        "bank": block.bank,
        "questions": shown.jsonml(),
        "states": {id: asked.state(id) for id in block.questions},
    }


def _parts(room: Room, seat: Seat) -> list[dict[str, Any]]:
    return [
        {"id": part.id, "title": part.title, "chapter": part.chapter, **_progress(room, seat, part)}
        for part in room.plan.parts
        if part.id in room.state.parts
    ]


def _progress(room: Room, seat: Seat, part: Part) -> dict[str, Any]:
    """Return how many of a part's questions are done, of how many, and what is said where there is none."""
    attempts = room.live(seat)
    if part.is_review:
        day = review_day(room, seat)
        left = [due for due in day.left if not is_given_up(day, due, attempts)]
        return {"done": len(day.due) - len(left), "of": len(day.due), "none": _("nothing is due today")}
    done = sum(bool(attempts.attempt(key).answer) for key in part.questions)
    return {"done": done, "of": len(part.questions), "none": _("to look at")}
