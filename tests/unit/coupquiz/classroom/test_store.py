"""What a room keeps on the disk: all of a change or nothing, and true numbers and times."""

import os
import sqlite3
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coupquiz.classroom.room.class_folder import folder_to_use, lesson_folder, lessons_in
from coupquiz.classroom.room.names import Names
from coupquiz.classroom.room.store import FILE, RoomStore, StoreError
from coupquiz.core.behaviour import Attempt
from coupquiz.core.tries import Try
from tests.unit.coupquiz.classroom.rooms import a_room


def age(lesson: Path, **since: float) -> None:
    """Make a lesson's main file as old as that."""
    then = time.time() - timedelta(**since).total_seconds()
    os.utime(lesson / FILE, (then, then))


def test_whatever_goes_wrong_a_change_is_taken_back(tmp_path: Path) -> None:
    """Else nothing could be written after it."""
    store = RoomStore(tmp_path)

    def counts():
        yield "a", 1
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.write_hands(1, 1, counts())
    store.write_about({"code": "ABC"})
    assert RoomStore(tmp_path).about() == {"code": "ABC"}
    assert not [*store.hands()]


def test_a_seat_is_forgotten_even_where_the_disk_cannot_be_swept_yet(tmp_path: Path) -> None:
    """That is done when the file is closed; no error says that nothing has changed."""
    room = a_room(tmp_path, names=Names.NICKNAME)
    seat = room.join(room.code, "Rosamunde")
    room.store._db.set_authorizer(
        lambda action, name, *_more: (
            sqlite3.SQLITE_DENY
            if action == sqlite3.SQLITE_PRAGMA and name == "wal_checkpoint"
            else sqlite3.SQLITE_OK
        )
    )
    room.forget(seat.id)
    assert not room.seats
    assert not room.store.seats()
    room.store._db.set_authorizer(None)
    room.store.close()
    assert b"Rosamunde" not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


def test_the_number_of_a_forgotten_seat_is_nobody_elses_after_a_restart_either(tmp_path: Path) -> None:
    """Not even that of the last one."""
    room = a_room(tmp_path)
    room.join(room.code)
    room.forget(room.join(room.code).id)
    room.store.close()
    again = a_room(tmp_path)
    assert again.join(again.code).id == 3


def test_the_number_of_a_seat_follows_those_that_an_earlier_version_has_kept(tmp_path: Path) -> None:
    """Which kept no highest number, and no time."""
    room = a_room(tmp_path)
    room.join(room.code)
    room.store._db.execute("DELETE FROM about WHERE name IN ('last-seat', 'touched')")
    room.store.close()
    store = RoomStore(tmp_path)
    assert (store.last_seat(), store.touched()) == (1, None)
    assert a_room(tmp_path).join(room.code).id == 2


def test_the_latest_lesson_is_the_one_in_which_something_was_written_last(tmp_path: Path) -> None:
    """Whatever the times of the files say, which are not those of the writing."""
    first, second = a_room(tmp_path / "first"), a_room(tmp_path / "second")
    first.join(first.code)
    age(first.store.path.parent, hours=2)
    assert lesson_folder(tmp_path) == tmp_path / "first"
    second.join(second.code)
    assert [each.name for each in lessons_in(tmp_path)] == ["first", "second"]


def test_a_long_lesson_is_gone_on_with_and_one_that_was_only_looked_at_is_not(tmp_path: Path) -> None:
    """What counts is when something was written in it."""
    room = a_room(tmp_path / "open")
    room.join(room.code)
    age(tmp_path / "open", hours=13)
    assert folder_to_use(tmp_path, "week", new=False) == tmp_path / "open"
    long_ago = (datetime.now(UTC) - timedelta(hours=13)).isoformat()
    room.store._db.execute("UPDATE about SET value = ? WHERE name = 'touched'", (f'"{long_ago}"',))
    assert folder_to_use(tmp_path, "week", new=False) != tmp_path / "open"


@pytest.mark.parametrize("content", [b"no database at all" * 99, b""])
def test_a_lesson_that_cannot_be_read_stops_no_other(content: bytes, tmp_path: Path) -> None:
    """It is left out, and that is said; it is never the latest."""
    a_room(tmp_path / "open").store.close()
    (tmp_path / "junk").mkdir()
    (tmp_path / "junk" / FILE).write_bytes(content)
    said: list[str] = []
    assert folder_to_use(tmp_path, "week", new=False, said=said.append) == tmp_path / "open"
    assert folder_to_use(tmp_path, "start", new=False, said=said.append).name.endswith("-start")
    if content:
        assert lesson_folder(tmp_path) == tmp_path / "open"
        assert said
        assert all("junk" in each and "not a database" in each for each in said)


def test_the_database_of_something_else_is_refused(tmp_path: Path) -> None:
    """In a sentence, as any other file is."""
    with sqlite3.connect(tmp_path / FILE) as other:
        other.execute("PRAGMA user_version = 1")
        other.execute("CREATE TABLE photos (id)")
    other.close()
    with pytest.raises(StoreError, match="about"):
        RoomStore(tmp_path)


def test_a_lesson_of_an_earlier_version_is_gone_on_with(tmp_path: Path) -> None:
    """Which kept no log of tries; it has one from now on."""
    room = a_room(tmp_path)
    seat = room.join(room.code)
    key = next(key for part in room.plan.parts for key in part.questions)
    room.live(seat).record(key, Attempt("a", tries=1))
    room.store._db.executescript("ALTER TABLE records DROP COLUMN log; PRAGMA user_version = 1")
    room.store.close()
    again = a_room(tmp_path)
    seat = again.seats[seat.id]
    assert again.live(seat).answers.read()[key].attempt == Attempt("a", tries=1)
    again.live(seat).record(key, Attempt("b", tries=2), Try(datetime.now(UTC), "b", 0.5))
    again.store.close()
    (tried,) = a_room(tmp_path).store.records()[seat.id][key].log
    assert (tried.answer, tried.score) == ("b", 0.5)
