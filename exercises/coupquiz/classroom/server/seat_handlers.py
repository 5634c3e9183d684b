"""What a seat asks for and tells."""

from __future__ import annotations

from datetime import datetime

from coupdata.i18n import _, ngettext
from coupquiz.classroom.room.answering import receive
from coupquiz.classroom.room.export import work_of
from coupquiz.classroom.room.names import Names
from coupquiz.classroom.room.room import RoomError
from coupquiz.classroom.room.seat_review.bringing import bring
from coupquiz.classroom.server.handler import RoomHandler
from coupquiz.classroom.views.asked_beside import asked_beside
from coupquiz.classroom.views.seat_view import onward_from, seat_page


class SeatPage(RoomHandler):
    """The seat, which asks for all that it shows."""

    def get(self) -> None:
        self.show("seat")


class Join(RoomHandler):
    """Gives somebody a seat."""

    def post(self) -> None:
        if self.is_guessing():
            self.say_not(429, _("Too many wrong codes came from here. Wait a minute, then try again."))
            return
        message = self.message()
        is_code = self.room.is_code(message.get("code"))
        if not is_code:
            self.count_wrong_code()
        if is_code and "name" not in message and self._asks_name():
            return
        seat = self.room.join(message.get("code"), message.get("name"))
        self.enter("seat", seat.learner)
        self.send(self.application.hub.view(seat.learner))

    def _asks_name(self) -> bool:
        """Ask for a name if the teacher wants one; return whether that was done."""
        if self.room.names is Names.NONE:
            return False
        taken = {seat.name for seat in self.room.seats.values()}
        free = [name for name in self.room.roster if name not in taken]
        self.send({"names": self.room.names, "free": free})
        return True


class Back(RoomHandler):
    """Brings somebody back to a seat, or another device to it."""

    def post(self) -> None:
        if self.is_guessing():
            self.say_not(429, _("Too many wrong keys came from here. Wait a minute, then try again."))
            return
        try:
            seat = self.room.seat_by_key(self.message().get("key"))
        except RoomError:
            self.count_wrong_code()
            raise
        self.enter("seat", seat.learner)
        self.send(self.application.hub.view(seat.learner))


class SeatView(RoomHandler):
    """Where the lesson stands for a seat."""

    def get(self) -> None:
        seat = self.seat()
        self.send(self.application.hub.view(seat.learner) if seat else {"way": "gone"})


class SeatContent(RoomHandler):
    """What is on a page for a seat."""

    def get(self) -> None:
        content = seat_page(self.room, self.own_seat(), self.get_query_argument("page", ""))
        if content is None:
            self.say_not(404, _("This page is not open."))
        else:
            self.send(content)


class SeatAsked(RoomHandler):
    """What a seat is asked that its timeline must not tell."""

    def get(self) -> None:
        self.send(asked_beside(self.room, self.own_seat()))


class Answer(RoomHandler):
    """Takes an answer, or what a learner asks for."""

    def post(self) -> None:
        seat, limit = self.own_seat(), self.application.messages
        if limit.is_reached(seat.learner):
            self.say_not(429, _("That was too fast. Your answer stays on this page and is sent again."))
            return
        limit.count(seat.learner)
        message = self.message()
        states = receive(self.room, seat, message)
        self.send({"states": states, "onward": onward_from(self.room, seat, message)})


class Work(RoomHandler):
    """What was answered at a seat, to be taken along, and what was answered elsewhere, brought here."""

    def get(self) -> None:
        content = work_of(self.room, self.own_seat())
        name = f"coup1920-progress-{datetime.now().date().isoformat()}.json"
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.finish(content)

    def post(self) -> None:
        seat, limit = self.own_seat(), self.application.files
        if limit.is_reached(seat.learner):
            self.say_not(429, _("That was too fast. Wait a minute, then try again."))
            return
        limit.count(seat.learner)
        content = self.message().get("content")
        file = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else b""
        n, more = bring(self.room, seat, file)
        said = ngettext("Brought here: {n} answer.", "Brought here: {n} answers.", n).format(n=n)
        left_out = ngettext(
            "Left out: {n} answer to what this lesson does not ask.",
            "Left out: {n} answers to what this lesson does not ask.",
            more,
        ).format(n=more)
        self.send({"said": f"{said} {left_out}" if more else said})
