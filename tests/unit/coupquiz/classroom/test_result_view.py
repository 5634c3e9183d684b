"""What came out of a vote is counted once, and again whenever it has changed."""

from pathlib import Path

import pytest

from coupquiz.classroom.room import teaching
from coupquiz.classroom.room.pages import vote_page
from coupquiz.classroom.views import result_view
from coupquiz.classroom.views.desk_view import desk_view
from coupquiz.classroom.views.result_view import VoteResults
from coupquiz.classroom.views.wall_view import wall_view
from tests.unit.coupquiz.classroom.rooms import ONE_CHOICE, RIGHT, WRONG, a_room, answer


def test_votes_are_counted_again_only_where_they_have_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Desk and wall share the count; a seat that is forgotten, hands and a second vote change it."""
    times = []
    count = result_view.vote_result
    monkeypatch.setattr(result_view, "vote_result", lambda *given: times.append(1) or count(*given))
    room = a_room(tmp_path)
    seats = [room.join(room.code) for _each in range(3)]
    teaching.ask(room, ONE_CHOICE)
    for seat in seats:
        answer(room, seat, vote_page(1, 1), ONE_CHOICE, WRONG)
    results = VoteResults(room)

    def shown() -> tuple[list[int], int]:
        view = desk_view(room, (), "", None, results)
        assert view == desk_view(room, (), "")  # which knows nothing from before
        return [each["of"] for each in view["result"]["rounds"]], view["result"]["rounds"][-1]["right"]

    def counted() -> int:
        """How often it was counted with what was known; each time it was also counted without."""
        before = len(times)
        shown()
        return len(times) - before - 1

    teaching.close(room)
    assert counted() == 1
    assert counted() == 0
    room.join(room.code)
    assert counted() == 0
    room.forget(seats[0].id)
    assert counted() == 1
    assert shown() == ([2], 0)
    teaching.count_hands(room, {RIGHT: 4})
    assert shown() == ([6], 4)
    teaching.vote_again(room)
    answer(room, seats[1], vote_page(1, 2), ONE_CHOICE, RIGHT)
    teaching.reveal(room)
    assert shown() == ([6, 1], 1)
    before = len(times)
    assert wall_view(room, 1, "", results)["result"]["rounds"][1]["right"] == 1
    assert len(times) == before
    teaching.ask(room, ONE_CHOICE)
    answer(room, seats[1], vote_page(2, 1), ONE_CHOICE, RIGHT)
    teaching.close(room)
    assert shown() == ([1], 1)
