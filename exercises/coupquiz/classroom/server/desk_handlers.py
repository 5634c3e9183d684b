"""What desk and wall ask for, and what the desk lets be done."""

from __future__ import annotations

from tornado import web

from coupquiz.classroom.room.export import EXPORT, export
from coupquiz.classroom.server.desk_acts import act
from coupquiz.classroom.server.handler import DeskHandler, RoomHandler
from coupquiz.classroom.server.hub import DESK, WALL
from coupquiz.classroom.views.desk_view import desk_plan


class Open(RoomHandler):
    """Lets a browser in at the desk or the wall, by its secret."""

    def get(self, secret: str) -> None:
        rooms = {self.room.desk_secret: DESK, self.room.wall_secret: WALL}
        who = rooms.get(secret)
        if who is None or self.is_guessing():
            self.count_wrong_code()
            raise web.HTTPError(404)
        self.enter(who, secret)
        self.redirect(f"../{who}")


class DeskPage(RoomHandler):
    """The desk, which asks for all that it shows."""

    def get(self) -> None:
        self.show("desk")


class DeskPlan(DeskHandler):
    """What a lesson has to ask and to show."""

    def get(self) -> None:
        self.send(desk_plan(self.room))


class DeskView(DeskHandler):
    """What the desk shows."""

    def get(self) -> None:
        self.send(self.application.hub.view(DESK))


class DeskAct(DeskHandler):
    """Does what the desk asks for."""

    def post(self) -> None:
        act(self.room, self.message())
        self.send(self.application.hub.view(DESK))


class DeskExport(DeskHandler):
    """Writes what was answered as answers files, and says where."""

    def post(self) -> None:
        done = export(self.room, self.room.store.path.parent / EXPORT, self.application.own_case)
        self.send({"folder": str(done.answers), "seats": done.seats, "left_out": done.left_out})


class WallPage(RoomHandler):
    """The wall, which asks for all that it shows."""

    def get(self) -> None:
        self.show("wall")


class WallView(RoomHandler):
    """What the wall shows."""

    def get(self) -> None:
        if not self.is_wall():
            raise web.HTTPError(403)
        self.send(self.application.hub.view(WALL))
