"""Whose pages are open, and what is sent to them when something changes."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from time import monotonic
from typing import Any, Protocol

from tornado.ioloop import IOLoop

from coupquiz.classroom.room.room import Room
from coupquiz.classroom.room.store import Seat
from coupquiz.classroom.views.desk_view import SeatSigns, desk_view
from coupquiz.classroom.views.result_view import VoteResults
from coupquiz.classroom.views.seat_view import seat_view
from coupquiz.classroom.views.wall_view import wall_view

DESK, WALL = "desk", "wall"

_PAUSE = 0.2  # seconds in which changes are gathered before desk and wall are told
_AWAY = 20.0  # seconds without a word after which a page that asks, and has no socket, is taken to be closed


class Page(Protocol):
    """An open page."""

    def tell(self, message: str) -> None:
        """Send it a message."""


class Hub:
    """Tells open pages what they show, as soon as that is another."""

    def __init__(self, room: Room, address: Callable[[], str]) -> None:
        """Prepare it; ``address`` returns what learners type, which another network may change."""
        self._room = room
        self._address = address
        self._signs, self._results = SeatSigns(room), VoteResults(room)
        self._told_address = ""
        self._pages: dict[str, set[Page]] = defaultdict(set)
        self._asked: dict[str, float] = {}
        self._waiting: set[str] = set()
        self._clock: object | None = None
        room.add(self)
        self.state_changed()

    def open(self, who: str, page: Page) -> None:
        """Tell this page from now on; ``who`` is a seat's learner, `DESK` or `WALL`."""
        self._pages[who].add(page)
        page.tell(self._view(who))
        self._soon(DESK, WALL)

    def close(self, who: str, page: Page) -> None:
        """Tell this page nothing any more."""
        self._pages[who].discard(page)
        self._soon(DESK, WALL)

    def view(self, who: str) -> dict[str, Any]:
        """Return what is shown; who asks is here."""
        if who not in (DESK, WALL):
            if monotonic() - self._asked.get(who, 0.0) > _AWAY:
                self._soon(DESK, WALL)
            self._asked[who] = monotonic()
        return self._values(who)

    def state_changed(self) -> None:
        """Tell all: those whose seat was forgotten, too."""
        self._soon(*self._pages, pause=0.0)
        self._watch_clock()

    def answered(self, seat: Seat) -> None:
        """Tell desk, wall and the seat's other pages."""
        self._soon(DESK, WALL)
        if len(self._pages[seat.learner]) > 1:
            self._soon(seat.learner, pause=0.0)

    def watch_address(self) -> None:
        """Tell desk and wall if the address is another."""
        if (address := self._address()) != self._told_address:
            self._told_address = address
            self._soon(DESK, WALL)

    def here(self) -> set[int]:
        """Return the ids of the seats of which a page is open."""
        since = monotonic() - _AWAY
        return {
            seat.id
            for seat in self._room.seats.values()
            if self._pages[seat.learner] or self._asked.get(seat.learner, 0.0) > since
        }

    def _values(self, who: str) -> dict[str, Any]:
        if who == DESK:
            return desk_view(self._room, self.here(), self._address(), self._signs, self._results)
        if who == WALL:
            return wall_view(self._room, len(self.here()), self._address(), self._results)
        seat = self._room.seat_of(who)
        return seat_view(self._room, seat) if seat else {"way": "gone"}

    def _view(self, who: str) -> str:
        return json.dumps(self._values(who), separators=(",", ":"))

    def _soon(self, *whom: str, pause: float = _PAUSE) -> None:
        for who in whom:
            if who not in self._waiting and self._pages.get(who):
                self._waiting.add(who)
                IOLoop.current().call_later(pause, self._tell, who)

    def _tell(self, who: str) -> None:
        self._waiting.discard(who)
        pages = tuple(self._pages.get(who, ()))
        if pages:
            message = self._view(who)
            for page in pages:
                page.tell(message)

    def _watch_clock(self) -> None:
        """Tell all when the test's clock runs out."""
        loop = IOLoop.current()
        if self._clock is not None:
            loop.remove_timeout(self._clock)
            self._clock = None
        if ends := self._room.state.ends:
            left = (ends - datetime.now(UTC)).total_seconds()
            if left > 0:
                self._clock = loop.call_later(left + 0.05, self.state_changed)
