"""What is sent to open pages, and when."""

import asyncio
from pathlib import Path

from coupquiz.classroom.server.hub import DESK, WALL, Hub
from tests.unit.coupquiz.classroom.rooms import a_room

A_MOMENT = 0.5
"""Seconds, in which all is told."""


class OpenPage:
    """A page that notes what it is told."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def tell(self, message: str) -> None:
        """Note it."""
        self.heard.append(message)


def test_another_address_is_told_to_desk_and_wall_whoever_asks_before(tmp_path: Path) -> None:
    """Once, and not again while it stays."""
    room = a_room(tmp_path)
    seat = room.join(room.code)
    addresses = ["http://192.0.2.7:8920/", "http://198.51.100.7:8920/"]
    pages = {DESK: OpenPage(), WALL: OpenPage()}

    async def told() -> list[list[str]]:
        now = addresses[0]
        hub = Hub(room, lambda: now)
        hub.watch_address()
        for who, page in pages.items():
            hub.open(who, page)
        hub.view(seat.learner)
        await asyncio.sleep(A_MOMENT)
        now = addresses[1]
        heard = []
        for _ in range(2):
            for page in pages.values():
                page.heard.clear()
            hub.view(seat.learner)
            hub.view(DESK)
            hub.watch_address()
            await asyncio.sleep(A_MOMENT)
            heard.append([message for page in pages.values() for message in page.heard])
        return heard

    first, then = asyncio.run(told())
    assert len(first) == len(pages)
    assert all(addresses[1] in message for message in first)
    assert then == []
