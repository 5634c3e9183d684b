"""What all requests of a room have in common: who asks, and how it is told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tornado import web

from coupdata.i18n import _, language
from coupdata.i18n.scripts import for_script
from coupdata.problems.errors import PlainError
from coupdata.views.html.element import element
from coupquiz.classroom.room.answering import NoLongerAskedError
from coupquiz.classroom.room.room import Room
from coupquiz.classroom.room.store import Seat
from coupquiz.classroom.server.hub import DESK, WALL
from coupquiz.classroom.server.page_files import files_name, page_files

if TYPE_CHECKING:
    from coupquiz.classroom.server.application import RoomApplication

_DAYS = 30  # a cookie lasts: whoever comes back next week finds what was answered


class RoomHandler(web.RequestHandler):
    """Answers a request: by whom it is decides what can be asked."""

    application: RoomApplication

    @property
    def room(self) -> Room:
        """The room."""
        return self.application.room

    def set_default_headers(self) -> None:
        self.set_header("Content-Security-Policy", policy(self.application.framed))
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("Cache-Control", "no-store")
        self.clear_header("Server")

    def prepare(self) -> None:
        if self.request.method == "POST" and not is_own(self.request.headers):
            raise web.HTTPError(403)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        error = kwargs.get("exc_info", (None, None))[1]
        if isinstance(error, NoLongerAskedError):
            self.say_not(410, str(error))
        elif isinstance(error, PlainError):
            self.say_not(409, str(error))
        elif isinstance(error, OSError):
            self.say_not(503, no_room(error))
        else:
            self.say_not(status_code, _("This cannot be done. Reload the page."))

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        if not isinstance(value, PlainError | OSError):  # these are said to whoever asked
            super().log_exception(typ, value, tb)

    def enter(self, who: str, name: str) -> None:
        """Let this browser in, as a seat, at the desk or at the wall."""
        self.set_signed_cookie(self._cookie(who), name, expires_days=_DAYS, **self.application.cookie)

    def entered(self, who: str) -> str:
        """Return by what name this browser was let in; empty where it was not."""
        return (self.get_signed_cookie(self._cookie(who), max_age_days=_DAYS) or b"").decode()

    def is_desk(self) -> bool:
        """Return whether this browser was let in at the desk."""
        return self.entered(DESK) == self.room.desk_secret

    def is_wall(self) -> bool:
        """Return whether it was let in at the wall, or at the desk."""
        return self.is_desk() or self.entered(WALL) == self.room.wall_secret

    def seat(self) -> Seat | None:
        """Return the seat that this browser has; None where it has none."""
        return self.room.seat_of(self.entered("seat"))

    def _cookie(self, who: str) -> str:
        return f"coup1920-{who}-{self.room.id}"

    def is_guessing(self) -> bool:
        """Return whether too many wrong codes have come from there."""
        return self.application.wrong_codes.is_reached(self.request.remote_ip or "")

    def count_wrong_code(self) -> None:
        """Count that a wrong code has come from there."""
        self.application.wrong_codes.count(self.request.remote_ip or "")

    def own_seat(self) -> Seat:
        """Return the seat that this browser has; who has none may not ask."""
        seat = self.seat()
        if seat is None:
            raise web.HTTPError(401)
        return seat

    def message(self) -> dict[str, Any]:
        """Return what was sent; a mapping, whatever it was."""
        try:
            values = json.loads(self.request.body)
        except (ValueError, RecursionError):
            values = None
        return values if isinstance(values, dict) else {}

    def say_not(self, status: int, said: str) -> None:
        """Say why something is not done."""
        self.set_status(status)
        self.finish({"said": said})

    def send(self, values: Any) -> None:
        """Send JSON values."""
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(json.dumps(values, separators=(",", ":")))

    def show(self, name: str) -> None:
        """Show the page of this name: nothing that not everybody may know, the rest its script asks for."""
        files = f"static/{files_name()}"
        script = page_files()[f"{name}.js"].content.decode()
        body = element(
            "body",
            element("main", element("noscript", _("This page needs JavaScript."))),
            class_=f"coup coup-room coup-{name}",
            data_token=self.xsrf_token.decode(),
            data_words=json.dumps(for_script(script)),
        )
        self.finish(
            f'<!doctype html>\n<html lang="{language() or "en"}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            '<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">'
            f"{element('title', self.room.plan.title).html()}"
            f'<link rel="stylesheet" href="{files}/{name}.css">'
            f'<script type="module" src="{files}/{name}.js"></script></head>{body.html()}</html>\n'
        )


class DeskHandler(RoomHandler):
    """Answers the desk alone."""

    def prepare(self) -> None:
        super().prepare()
        if not self.is_desk():
            raise web.HTTPError(403)


def is_own(headers: Mapping[str, str]) -> bool:
    """Return whether a request comes from a page of this server, or from no page at all.

    A proxy may tell the host that was asked for; a page of somebody else cannot.
    """
    origin = headers.get("Origin")
    if origin is None:
        return True
    hosts = {headers.get("Host", ""), headers.get("X-Forwarded-Host", "")}
    return urlsplit(origin).netloc in hosts - {""}


def policy(framed: bool) -> str:
    """Return what pages may load and run: only what comes from here."""
    frames = "'self' http://localhost:* http://127.0.0.1:* https:" if framed else "'none'"
    return (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data: blob:; "
        f"connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors {frames}"
    )


def no_room(error: OSError) -> str:
    """Return that the disk does not take it, in words for seat and desk."""
    said = _("This computer cannot write it to the disk ({error}). Nothing that was saved is lost.")
    return said.format(error=error)
