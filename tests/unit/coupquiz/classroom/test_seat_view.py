"""What a seat shows."""

from pathlib import Path

from coupquiz.classroom.room import teaching
from coupquiz.classroom.room.answering import receive
from coupquiz.classroom.room.pages import vote_page
from coupquiz.classroom.views.seat_view import seat_page
from coupquiz.classroom.views.wall_view import wall_view
from coupquiz.kinds.check import solution
from tests.unit.coupquiz.classroom.rooms import ONE_CHOICE, PLAN, a_room


def test_options_have_the_letters_that_the_wall_gives_them(tmp_path: Path) -> None:
    """In a vote on one of them; where there is more to answer, none."""
    room = a_room(tmp_path)
    seat = room.join(room.code)
    teaching.ask(room, ONE_CHOICE)
    page = seat_page(room, seat, vote_page(1, 1))
    assert page
    choices = room.question(ONE_CHOICE)[1].choices
    letters = page["blocks"][0]["letters"]
    assert [letters[choice.id] for choice in choices] == [
        choice["label"] for choice in wall_view(room, 1, "")["question"]["choices"]
    ]
    teaching.ask(room, next(key for key in PLAN.questions if PLAN.question(key).kind == "multiple"))
    page = seat_page(room, seat, vote_page(2, 1))
    assert page
    assert page["blocks"][0]["letters"] == {}


def test_an_answer_is_explained_at_ones_own_pace_and_not_in_a_vote(tmp_path: Path) -> None:
    """What was written is there again when the room goes on after a restart."""
    room = a_room(tmp_path)
    seat = room.join(room.code)
    key = next(key for key in PLAN.questions if PLAN.question(key).explain)
    teaching.ask(room, key)
    assert "Why? In a line" not in str(seat_page(room, seat, vote_page(1, 1)))
    part = PLAN.parts[0].id
    teaching.open_parts(room, [part])
    assert str(seat_page(room, seat, part)).count("Why? In a line") == 1
    message = {"page": part, "bank": key.bank, "question": key.question, "act": "check"}
    answered = {**message, "answer": solution(PLAN.question(key)), "turn": "1", "explanation": ""}
    assert receive(room, seat, answered)[key.question]["unexplained"]
    receive(room, seat, {**answered, "turn": "2", "explanation": "By chance."})
    room.store.close()
    room = a_room(tmp_path)
    (block,) = (b for b in seat_page(room, room.seats[seat.id], part)["blocks"] if "states" in b)
    assert block["states"][key.question]["explanation"] == "By chance."
    assert "Your explanation" in str(block["states"][key.question]["said"])
