"""A room that is full: every vote counts, and nobody waits; and a room that is killed in the middle of it."""

import asyncio
import json
import os
import signal
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tornado.httpclient import AsyncHTTPClient

from tests.processes import CAN_BRAKE, slowed
from tests.room_process import OpenRoom, open_room
from tests.room_pupils import Pupil, at_the_desk, let_vote, seated
from tests.unit.coupquiz.classroom.rooms import ONE_CHOICE, RIGHT, WRONG, a_room

pytestmark = pytest.mark.slow  # it starts programs

SEATS, CLASS = 200, 30
ACKNOWLEDGED = 1.0  # seconds; on a machine of its own it is a tenth of that
OLD_LAPTOP = 0.5  # seconds


@pytest.mark.timed
def test_two_hundred_vote_within_seconds_and_every_vote_counts(tmp_path: Path) -> None:
    """The desk knows at once, and no seat has waited long."""
    with open_room(tmp_path, "week") as room:
        voted = asyncio.run(let_vote(room, SEATS))
    assert (voted.right, voted.of) == (SEATS * 3 // 4, SEATS)
    assert voted.p95 < ACKNOWLEDGED
    assert voted.behind < 1
    assert voted.megabytes < 300


@pytest.mark.timed
@pytest.mark.skipif(not CAN_BRAKE, reason="no program is stopped in between here")
def test_an_old_laptop_is_fast_enough_for_a_class(tmp_path: Path) -> None:
    """All vote within a second, a quarter of a processor is there, and soon everybody's vote is in."""
    with open_room(tmp_path, "week") as room, slowed(room.process.pid, 1 / 4):
        voted = asyncio.run(let_vote(room, CLASS, within=1))
    assert voted.of == CLASS
    assert voted.p95 < OLD_LAPTOP


def test_a_room_that_is_killed_in_a_vote_goes_on_as_it_was(tmp_path: Path) -> None:
    """Same address, same code, same question; what was acknowledged counts, and cookies hold."""

    async def first(room: OpenRoom) -> tuple[Pupil, list[Pupil]]:
        teacher = await at_the_desk(room)
        pupils = [await seated(room) for _each in range(6)]
        asked = {"act": "ask", "bank": ONE_CHOICE.bank, "question": ONE_CHOICE.question}
        await teacher.post("desk/act", asked)
        await asyncio.gather(*(pupil.vote("vote-1-1", WRONG) for pupil in pupils[:4]))
        return teacher, pupils

    async def then(teacher: Pupil, pupils: list[Pupil]) -> None:
        for each in (teacher, *pupils):
            await each.leave()
            each.client = AsyncHTTPClient(force_instance=True)
        assert json.loads(await teacher.get("desk/view"))["poll"]["answered"] == 4
        await asyncio.gather(*(pupil.vote("vote-1-1", RIGHT) for pupil in pupils[4:]))
        result = (await teacher.post("desk/act", {"act": "close"}))["result"]["rounds"][0]
        assert (result["right"], result["of"]) == (2, 6)
        for each in (teacher, *pupils):
            await each.leave()

    with open_room(tmp_path, "week") as room:
        teacher, pupils = asyncio.run(first(room))
        os.kill(room.process.pid, signal.SIGKILL)
        room.process.wait()
    with open_room(tmp_path, "week", port=urlsplit(room.address).port or 0) as again:
        assert (again.address, again.code, again.desk) == (room.address, room.code, room.desk)
        asyncio.run(then(teacher, pupils))
    assert len(a_room(next((tmp_path / "rooms").iterdir())).votes(1, 1)) == 6
