"""What all pages of a room load."""

from __future__ import annotations

from tornado import web

from coupdata.problems.errors import PlainError
from coupquiz.classroom.room.state import Way
from coupquiz.classroom.server.handler import RoomHandler
from coupquiz.classroom.server.page_files import files_name, page_files
from coupquiz.classroom.views.asked_beside import DETAILS, hidden_beside


class Nothing(RoomHandler):
    """Whatever else is asked for is not there."""

    def prepare(self) -> None:
        raise web.HTTPError(404)


class Values(RoomHandler):
    """What views of the case are made of: for desk and wall always, for seats at their own pace.

    A seat says with its timeline what it is asked beside it: see `asked_beside`.
    """

    def get(self, name: str) -> None:
        may = self.is_wall() or (self.seat() and self.room.state.way is Way.OWN_PACE)
        if not may:
            raise web.HTTPError(403)
        query = {key: values[-1].decode("utf-8", "replace") for key, values in self.request.arguments.items()}
        try:
            hidden = hidden_beside(self.room, {key: query.pop(key) for key in DETAILS if key in query})
            self.send(self.application.values.value(name, query, hidden))
        except PlainError as error:
            self.say_not(404, str(error))


class File(RoomHandler):
    """A file that pages load, under a name that changes with it."""

    def get(self, version: str, name: str) -> None:
        file = page_files().get(name)
        if file is None:
            raise web.HTTPError(404)
        self.set_header("Content-Type", file.kind)
        if version == files_name():
            self.set_header("Cache-Control", "max-age=31536000, immutable")
        self.set_header("Vary", "Accept-Encoding")
        if "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            self.finish(file.packed)
        else:
            self.finish(file.content)
