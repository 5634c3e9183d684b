"""The web server of a room: pages, what they ask and tell, and sockets by which they hear of changes.

Whatever changes something is sent by POST with a token. A socket only tells its page what to show; where a
proxy breaks sockets, the page asks for the same.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tornado import web

from coupdata.views.on_page.page_values import PageValues
from coupquiz.classroom.room.room import Room
from coupquiz.classroom.server.desk_handlers import (
    DeskAct,
    DeskExport,
    DeskPage,
    DeskPlan,
    DeskView,
    Open,
    WallPage,
    WallView,
)
from coupquiz.classroom.server.hub import Hub
from coupquiz.classroom.server.limits import Limit
from coupquiz.classroom.server.seat_handlers import (
    Answer,
    Back,
    Join,
    SeatAsked,
    SeatContent,
    SeatPage,
    SeatView,
    Work,
)
from coupquiz.classroom.server.shared_handlers import File, Nothing, Values
from coupquiz.classroom.server.sockets import DeskSocket, SeatSocket, WallSocket

MOST_BYTES = 2_000_000
"""Of what a page sends: more than the longest answer, or what was answered in a year."""

WRONG_CODES, MESSAGES, FILES = 60, 240, 6
"""A minute: wrong codes of an address, behind which may be a whole class, messages of a seat, and files."""


class RoomApplication(web.Application):
    """The pages of a room."""

    def __init__(
        self,
        room: Room,
        *,
        base_url: str = "/",
        address: Callable[[], str] = str,
        secure: bool = False,
        framed: bool = False,
        own_case: Path | None = None,
    ) -> None:
        """Prepare them.

        Args:
            room: The room.
            base_url: Under which path they are; begins and ends with a slash.
            address: Returns what learners type, as it is now.
            secure: Whether they are reached by https alone.
            framed: Whether the desk may stand in another page of this machine, a notebook.
            own_case: The folder of the case, if that is not the package's.
        """
        self.room = room
        self.secure = secure
        self.framed = framed
        self.own_case = own_case
        self.base_url = base_url
        self.hub = Hub(room, address)
        self.values = PageValues(room.plan.case)
        self.wrong_codes = Limit(WRONG_CODES)
        self.messages = Limit(MESSAGES)
        self.files = Limit(FILES)
        handlers: list[tuple[str, type[web.RequestHandler]]] = [
            (r"", SeatPage),
            (r"seat/join", Join),
            (r"seat/back", Back),
            (r"seat/view", SeatView),
            (r"seat/page", SeatContent),
            (r"seat/asked", SeatAsked),
            (r"seat/answer", Answer),
            (r"seat/work", Work),
            (r"seat/socket", SeatSocket),
            (r"open/([A-Za-z0-9_-]+)", Open),
            (r"desk", DeskPage),
            (r"desk/plan", DeskPlan),
            (r"desk/view", DeskView),
            (r"desk/act", DeskAct),
            (r"desk/export", DeskExport),
            (r"desk/socket", DeskSocket),
            (r"wall", WallPage),
            (r"wall/view", WallView),
            (r"wall/socket", WallSocket),
            (r"values/([a-z/]+)", Values),
            (r"static/([0-9a-f]+)/([a-z_]+\.(?:js|css))", File),
        ]
        super().__init__(
            [(f"{base_url}{path}", handler) for path, handler in handlers],
            default_handler_class=Nothing,
            cookie_secret=room.secret,
            xsrf_cookies=True,
            xsrf_cookie_name=f"coup1920-token-{room.id}",
            xsrf_cookie_kwargs=self.cookie,
            websocket_ping_interval=20,
            websocket_max_message_size=1_000,
            compress_response=True,
            log_function=lambda _handler: None,
        )

    @property
    def cookie(self) -> dict[str, Any]:
        """How every cookie is kept: for this room's pages alone."""
        return {"path": self.base_url, "httponly": True, "samesite": "Strict", "secure": self.secure}
