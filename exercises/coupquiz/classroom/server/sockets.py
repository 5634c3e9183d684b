"""The sockets by which pages hear of changes."""

from __future__ import annotations

from tornado import web, websocket

from coupquiz.classroom.server.handler import RoomHandler, is_own
from coupquiz.classroom.server.hub import DESK, WALL


class Socket(RoomHandler, websocket.WebSocketHandler):
    """Tells an open page what it shows."""

    who = ""

    def check_origin(self, _origin: str) -> bool:
        return is_own(self.request.headers)

    def prepare(self) -> None:
        self.who = self._who()

    def open(self, *_arguments: str) -> None:
        self.application.hub.open(self.who, self)

    def on_message(self, message: str | bytes) -> None:
        """Take nothing: whatever changes something is sent by POST."""

    def on_close(self) -> None:
        self.application.hub.close(self.who, self)

    def tell(self, message: str) -> None:
        """Send the page a message."""
        try:
            self.write_message(message)
        except websocket.WebSocketClosedError:
            self.application.hub.close(self.who, self)

    def _who(self) -> str:
        raise NotImplementedError


class SeatSocket(Socket):
    """Tells a seat."""

    def _who(self) -> str:
        return self.own_seat().learner


class DeskSocket(Socket):
    """Tells the desk."""

    def _who(self) -> str:
        if not self.is_desk():
            raise web.HTTPError(403)
        return DESK


class WallSocket(Socket):
    """Tells the wall."""

    def _who(self) -> str:
        if not self.is_wall():
            raise web.HTTPError(403)
        return WALL
