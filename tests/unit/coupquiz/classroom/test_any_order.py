"""Whatever happens in whatever order, a room counts as a plain table does."""

import tempfile
from contextlib import suppress
from functools import partial
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from coupquiz.classroom.room import teaching
from coupquiz.classroom.room.pages import vote_page
from coupquiz.classroom.room.room import Room, RoomError
from coupquiz.classroom.room.state import Stage
from tests.unit.coupquiz.classroom.rooms import ONE_CHOICE, RIGHT, WRONG, a_room, answer

_ACTS = (
    "join",
    "vote",
    "vote",
    "vote",
    "ask",
    "close",
    "reopen",
    "again",
    "reveal",
    "pause",
    "go on",
    "kill",
)


class _Table:
    """What a teacher would keep on paper."""

    def __init__(self) -> None:
        self.seats = 0
        self.votes: dict[tuple[int, int, int], str] = {}
        self.poll, self.round, self.stage, self.paused = 0, 1, "open", False

    def join(self) -> None:
        self.seats += 1

    def vote(self, seat: int, poll: int, round: int, given: str) -> None:
        is_open = (poll, round, self.stage) == (self.poll, self.round, "open") and not self.paused
        if seat <= self.seats and poll and is_open and given:
            self.votes[poll, round, seat] = given

    def ask(self) -> None:
        self.poll, self.round, self.stage, self.paused = self.poll + 1, 1, "open", False

    def close(self) -> None:
        if self.poll and self.stage == "open":
            self.stage = "closed"

    def reopen(self) -> None:
        if self.poll and self.stage == "closed":
            self.stage = "open"

    def again(self) -> None:
        if self.poll and self.round == 1 and self.stage != "revealed":
            self.round, self.stage = 2, "open"

    def reveal(self) -> None:
        if self.poll:
            self.stage = "revealed"


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(_ACTS),
            st.integers(1, 4),
            st.integers(0, 3),
            st.integers(1, 2),
            st.sampled_from([RIGHT, WRONG, ""]),
        ),
        max_size=40,
    )
)
def test_counts_are_those_of_a_plain_table(acts) -> None:
    """Joins, votes, closings, pauses and kills in any order."""
    with tempfile.TemporaryDirectory() as folder:
        room, table = a_room(Path(folder)), _Table()
        for act, seat, poll, round, given_ in acts:
            room = _do(room, Path(folder), act, seat, poll, round, given_)
            {
                "join": table.join,
                "vote": lambda seat=seat, poll=poll, round=round, given_=given_: table.vote(
                    seat, poll, round, given_
                ),
                "ask": table.ask,
                "close": table.close,
                "reopen": table.reopen,
                "again": table.again,
                "reveal": table.reveal,
                "pause": lambda: setattr(table, "paused", True),
                "go on": lambda: setattr(table, "paused", False),
                "kill": lambda: None,
            }[act]()
        votes = {
            (poll.id, round, seat): vote.answer
            for poll in room.polls.values()
            for round in (1, 2)
            for seat, vote in room.votes(poll.id, round).items()
        }
        assert votes == table.votes
        assert (len(room.seats), room.state.poll) == (table.seats, table.poll)
        assert (room.state.stage, room.state.paused) == (Stage(table.stage), table.paused)
        room.store.close()


def _do(room: Room, folder: Path, act: str, seat: int, poll: int, round: int, given_: str) -> Room:
    acts = {
        "join": lambda: room.join(room.code),
        "ask": lambda: teaching.ask(room, ONE_CHOICE),
        "close": partial(teaching.close, room),
        "reopen": partial(teaching.reopen, room),
        "again": partial(teaching.vote_again, room),
        "reveal": partial(teaching.reveal, room),
        "pause": lambda: teaching.pause(room, True),
        "go on": lambda: teaching.pause(room, False),
    }
    if act == "kill":
        room.store._db.close()
        return a_room(folder)
    if act == "vote":
        if seat in room.seats:
            with suppress(RoomError):
                answer(room, room.seats[seat], vote_page(poll, round), ONE_CHOICE, given_)
        return room
    with suppress(RoomError):
        acts[act]()
    return room
