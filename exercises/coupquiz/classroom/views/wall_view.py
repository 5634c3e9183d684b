"""What the wall shows, as JSON values; before the reveal nothing of what is right, or was answered."""

from __future__ import annotations

from typing import Any

from coupquiz.classroom.address import join_address, qr_image
from coupquiz.classroom.room.room import Room
from coupquiz.classroom.room.state import Stage, Wall, Way
from coupquiz.classroom.views.result_view import VoteResults, question_values


def wall_view(room: Room, here: int, address: str, results: VoteResults | None = None) -> dict[str, Any]:
    """Return what the wall shows.

    Args:
        room: The room.
        here: How many seats have a page open.
        address: What learners type.
        results: What is known of the room's votes from before.
    """
    state = room.state
    poll = room.poll if state.way is Way.VOTE else None
    hands = room.hands(state.poll, state.round)
    is_result = poll and state.wall is Wall.RESULT and state.stage is Stage.REVEALED
    is_question = poll and state.wall in (Wall.QUESTION, Wall.RESULT)
    return {
        "title": room.plan.title,
        "code": room.code,
        "address": address,
        "qr": qr_image(join_address(address, room.code)) if state.wall is Wall.JOIN else "",
        "wall": state.wall,
        "way": state.way,
        "paused": state.paused,
        "here": here,
        "seats": len(room.seats),
        "round": state.round,
        "stage": state.stage,
        "event": state.event if state.wall is Wall.TIMELINE else "",
        "question": question_values(room, poll) if poll and is_question else None,
        "answered": len(room.votes(state.poll, state.round)) + sum(hands.values()) if poll else 0,
        "result": (results or VoteResults(room)).of(poll) if poll and is_result else None,
        "test": state.test_open,
        "left": room.seconds_left() if state.way is Way.TEST else None,
        "runs": state.ends is not None,
    }
