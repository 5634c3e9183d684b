"""Rooms to test: a small plan, and answers to its questions."""

from pathlib import Path

import coupdata
from coupquiz.answers.file_format import RecordKey
from coupquiz.classroom.room.answering import receive
from coupquiz.classroom.room.lesson_plan import Plan, plan_bank
from coupquiz.classroom.room.names import Names
from coupquiz.classroom.room.room import Room
from coupquiz.classroom.room.store import RoomStore, Seat
from coupquiz.kinds.check import solution

CASE = coupdata.load()
PLAN = plan_bank("week", CASE)

ONE_CHOICE = next(key for key in PLAN.questions if PLAN.question(key).kind == "single")
RIGHT = solution(PLAN.question(ONE_CHOICE))
WRONG = next(o.id for o in PLAN.question(ONE_CHOICE).options if not o.right)  # type: ignore[attr-defined]


def a_room(folder: Path, plan: Plan = PLAN, names: Names = Names.NONE, roster: tuple[str, ...] = ()) -> Room:
    """Open a room in a folder, or go on with the one that is there."""
    return Room(plan, RoomStore(folder), names=names, roster=roster)


def answer(room: Room, seat: Seat, page: str, key: RecordKey, given: object, act: str = "answer") -> dict:
    """Answer a question at a seat, and return its state."""
    message = {"page": page, "bank": key.bank, "question": key.question, "act": act, "answer": given}
    return receive(room, seat, {**message, "turn": f"turn-{given}-{act}"}).get(key.question, {})
