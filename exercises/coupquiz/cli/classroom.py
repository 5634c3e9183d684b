"""`coup1920 class`: a room in which a class reads, answers and votes, on whatever devices it has."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import webbrowser
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from coupdata.i18n import _, ngettext
from coupquiz.cli.terminal import Commands, fail, say
from coupquiz.cli.unwritable import unwritable
from coupquiz.cli.which_room import add_choices, asked_before, home_of, plan_of, room_of

if TYPE_CHECKING:
    from coupquiz.classroom.room.room import Room
    from coupquiz.classroom.server.serving import Address


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "class", help="open a room: your class answers on any device, you see it live"
    )
    add_choices(parser)
    parser.add_argument("--new", action="store_true", help="begin a new lesson, even if one was not ended")
    parser.add_argument("--port", type=int, metavar="N", help="the port to listen on, or the next free one")
    parser.add_argument("--no-browser", action="store_true", help="do not open the desk in a browser")
    parser.add_argument(
        "--host", default="", metavar="IP", help="listen at this address alone (default: all)"
    )
    parser.add_argument(
        "--base-url", default="/", metavar="PATH", help="the path under which a proxy has the room"
    )
    parser.add_argument(
        "--public",
        default="",
        metavar="URL",
        help="the address for learners, where a proxy gives them another",
    )
    parser.add_argument("--certificate", type=Path, metavar="PEM", help="a certificate, for https")
    parser.add_argument(
        "--certificate-key", type=Path, metavar="PEM", help="its key, if that is another file"
    )
    parser.add_argument("--in-notebook", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--lesson", default="", metavar="NAME", help="which lesson to export")
    parser.add_argument(
        "--export",
        nargs="?",
        const="",
        metavar="FOLDER",
        help="write what a lesson's class answered as answers files, for `grade` and `report`, and stop",
    )
    parser.add_argument(
        "--forget",
        metavar="WHAT",
        help="delete a lesson (its name), a seat of one (NAME/SEAT) or everything (all), and stop",
    )
    parser.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from coupquiz.classroom.server.serving import Listening, ServingError, serve

    if chosen.forget:
        return _forget(chosen)
    if chosen.export is not None:
        return _export(chosen)
    try:
        room = room_of(chosen)
    except OSError as error:
        return fail(_("The room cannot be kept. {why}").format(why=unwritable(error, "")))
    listening = Listening(
        chosen.port,
        chosen.host,
        f"/{chosen.base_url.strip('/')}/".replace("//", "/"),
        chosen.certificate,
        chosen.certificate_key,
        chosen.public and f"{chosen.public.rstrip('/')}/",
        framed=chosen.in_notebook,
        own_case=chosen.case,
    )

    async def run() -> None:
        ended = asyncio.Event()
        if chosen.in_notebook:
            loop = asyncio.get_running_loop()
            Thread(target=lambda: _wait_for_end(loop, ended), daemon=True).start()
        await serve(room, listening, lambda address: say_where(room, address, chosen), ended)

    try:
        asyncio.run(run())
    except ServingError as error:
        return fail(str(error))
    if not chosen.in_notebook:
        said = _("The room is closed. What was answered is in\n  {folder}")
        say(said.format(folder=room.store.path.parent))
    return 0


def _export(chosen: argparse.Namespace) -> int:
    from coupquiz.classroom.room.class_folder import lesson_folder
    from coupquiz.classroom.room.export import EXPORT, export
    from coupquiz.classroom.room.room import Room
    from coupquiz.classroom.room.store import RoomStore

    lesson = lesson_folder(home_of(chosen), chosen.lesson)
    asked = asked_before(lesson)
    chosen.what, chosen.case = asked.get("what", ""), Path(asked["case"]) if "case" in asked else None
    folder = Path(chosen.export).expanduser().absolute() if chosen.export else lesson / EXPORT
    plan = plan_of(chosen)
    try:
        with closing(RoomStore(lesson)) as store:
            done = export(Room(plan, store), folder, chosen.case)
    except OSError as error:
        return fail(_("The answers cannot be written. {why}").format(why=unwritable(error, "")))
    said = ngettext(
        "{n} seat has answered something. Its answers are in\n  {folder}",
        "{n} seats have answered something. Their answers are in\n  {folder}",
        done.seats,
    )
    say(said.format(n=done.seats, folder=done.answers))
    if done.left_out:
        say(done.left_out)
    for key in done.keys:
        say(
            _("To see what the class knows:  coup1920 report {folder} --key {key}").format(
                folder=done.answers, key=key
            )
        )
    return 0


def _forget(chosen: argparse.Namespace) -> int:
    from coupquiz.classroom.room.class_folder import forget_lesson, lesson_folder, lessons_in
    from coupquiz.classroom.room.store import RoomStore

    home = home_of(chosen)
    name, _slash, seat = chosen.forget.partition("/")
    try:
        if chosen.forget == "all":
            for lesson in lessons_in(home):
                forget_lesson(lesson)
                say(_("Forgotten: {lesson}").format(lesson=lesson.name))
            return 0
        lesson = lesson_folder(home, name)
        if not seat:
            forget_lesson(lesson)
        else:
            with closing(RoomStore(lesson, alone=True)) as store:
                seats = store.seats()
                found = [each for each in seats if str(each.id) == seat] or [
                    each for each in seats if each.name == seat
                ]
                if len(found) != 1:
                    known = ", ".join(f"{each.id} {each.name}".strip() for each in seats)
                    said = _("No single seat of {lesson} is {seat}: give its number. There are: {known}.")
                    return fail(said.format(seat=seat, lesson=lesson.name, known=known))
                store.forget_seat(found[0].id)
    except OSError as error:
        return fail(_("That cannot be deleted. {why}").format(why=unwritable(error, "")))
    say(_("Forgotten: {lesson}").format(lesson=chosen.forget))
    return 0


def _wait_for_end(loop: asyncio.AbstractEventLoop, ended: asyncio.Event) -> None:
    """End the room when nobody holds its input any more."""
    sys.stdin.read()
    loop.call_soon_threadsafe(ended.set)


def say_where(room: Room, address: Address, chosen: argparse.Namespace) -> None:
    """Say where a room is: to a teacher, or to the notebook that has opened it."""
    if not chosen.in_notebook:
        _say(room, address, chosen)
        return
    told = {
        "address": address.seats,
        "port": address.port,
        "desk": f"open/{room.desk_secret}",
        "code": room.code,
        "folder": str(room.store.path.parent),
    }
    print(json.dumps(told), flush=True)


def _say(room: Room, address: Address, chosen: argparse.Namespace) -> None:
    from coupquiz.classroom.address import is_local, join_address, write_qr

    desk = f"{address.here}open/{room.desk_secret}"
    seats = address.seats
    write_qr(join_address(seats, room.code), sys.stdout)
    say(_("For your class:  {address}    Code: {code}").format(address=seats, code=room.code))
    say(_("For you only:    {address}").format(address=desk))
    say(_("What is answered is kept in\n  {folder}").format(folder=room.store.path.parent))
    if is_local(seats.partition("://")[2].partition(":")[0]):
        say(_("This computer has no network, so nobody else can reach the room yet. Connect it."))
    else:
        say(_("If devices do not find the room: docs/classroom.md says what may be in the way."))
    say(_("Close the room with Ctrl+C."))
    sys.stdout.flush()
    if not chosen.no_browser:
        webbrowser.open(desk)
