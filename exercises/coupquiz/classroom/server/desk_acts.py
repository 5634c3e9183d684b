"""What the desk may do: messages from its page, read and done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from coupdata.i18n import _
from coupquiz.answers.file_format import RecordKey
from coupquiz.classroom.room import teaching
from coupquiz.classroom.room.room import Room, RoomError
from coupquiz.classroom.room.state import Wall, Way
from coupquiz.parsing.untrusted import text, texts

_Choice = TypeVar("_Choice", bound=StrEnum)


def act(room: Room, message: Mapping[str, Any]) -> None:
    """Do what the desk asks for.

    Args:
        room: The room.
        message: "act", one of `ACTS`, and what that needs.

    Raises:
        RoomError: It is not understood, or cannot be done.
        OSError: It cannot be written.
    """
    do = ACTS.get(text(message.get("act")))
    if do is None:
        raise RoomError(_("The desk does not know how to do this. Reload its page."))
    do(room, message)


def _way(room: Room, message: Mapping[str, Any]) -> None:
    teaching.let_do(room, _one_of(Way, message.get("way")))


def _show(room: Room, message: Mapping[str, Any]) -> None:
    teaching.show(room, _one_of(Wall, message.get("wall")), text(message.get("event")))


def _step(room: Room, message: Mapping[str, Any]) -> None:
    by = message.get("by")
    teaching.step(room, by if type(by) is int else 0)


def _hands(room: Room, message: Mapping[str, Any]) -> None:
    counts = message.get("counts")
    teaching.count_hands(room, counts if isinstance(counts, Mapping) else {})


def _clock(room: Room, message: Mapping[str, Any]) -> None:
    seconds = message.get("seconds")
    is_number = type(seconds) in (int, float)
    teaching.set_clock(room, float(seconds) if is_number else None)  # type: ignore[arg-type]


def _forget(room: Room, message: Mapping[str, Any]) -> None:
    seat = message.get("seat")
    if type(seat) is int:
        room.forget(seat)


def _one_of(choices: type[_Choice], value: object) -> _Choice:
    try:
        return choices(text(value))
    except ValueError:
        raise RoomError(_("The desk does not know how to do this. Reload its page.")) from None


ACTS: dict[str, Callable[[Room, Mapping[str, Any]], None]] = {
    "way": _way,
    "parts": lambda room, message: teaching.open_parts(room, texts(message.get("parts"))),
    "part": lambda room, message: teaching.open_part(
        room, text(message.get("id")), message.get("open") is True
    ),
    "ask": lambda room, message: teaching.ask(
        room, RecordKey(text(message.get("bank")), text(message.get("question")))
    ),
    "close": lambda room, _message: teaching.close(room),
    "reopen": lambda room, _message: teaching.reopen(room),
    "again": lambda room, _message: teaching.vote_again(room),
    "reveal": lambda room, _message: teaching.reveal(room),
    "hands": _hands,
    "pause": lambda room, message: teaching.pause(room, message.get("paused") is True),
    "show": _show,
    "step": _step,
    "test": lambda room, message: teaching.open_test(room, message.get("open") is True),
    "clock": _clock,
    "stop-clock": lambda room, message: teaching.stop_clock(room, message.get("stopped") is True),
    "forget": _forget,
    "end": lambda room, _message: teaching.end(room),
}
"""By the names by which the desk's page asks for them."""
