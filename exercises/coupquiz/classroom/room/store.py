"""What a room keeps on the teacher's disk: one SQLite file, in which whatever was acknowledged is there."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from coupdata.i18n import _
from coupdata.problems.errors import PlainError
from coupquiz.answers.file_format import Record, RecordKey
from coupquiz.answers.try_log import log_from_json, log_to_json
from coupquiz.classroom.room.lesson_lock import locked
from coupquiz.core.behaviour import Attempt
from coupquiz.core.question import Answer

FILE = "room.sqlite"
"""The name of the file in a lesson's folder."""

VERSION = 2

_SCHEMA = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE seats (
    id INTEGER PRIMARY KEY,
    way_back TEXT NOT NULL UNIQUE,
    learner TEXT NOT NULL,
    name TEXT NOT NULL,
    joined TEXT NOT NULL
);
CREATE TABLE records (
    seat INTEGER NOT NULL REFERENCES seats ON DELETE CASCADE,
    bank TEXT NOT NULL,
    question TEXT NOT NULL,
    attempt TEXT NOT NULL,
    at TEXT NOT NULL,
    log TEXT NOT NULL DEFAULT '[]',
    PRIMARY KEY (seat, bank, question)
) WITHOUT ROWID;
CREATE TABLE polls (
    id INTEGER PRIMARY KEY,
    bank TEXT NOT NULL,
    question TEXT NOT NULL,
    opened TEXT NOT NULL
);
CREATE TABLE votes (
    poll INTEGER NOT NULL REFERENCES polls ON DELETE CASCADE,
    round INTEGER NOT NULL,
    seat INTEGER NOT NULL REFERENCES seats ON DELETE CASCADE,
    answer TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (poll, round, seat)
) WITHOUT ROWID;
CREATE TABLE hands (
    poll INTEGER NOT NULL REFERENCES polls ON DELETE CASCADE,
    round INTEGER NOT NULL,
    answer TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (poll, round, answer)
) WITHOUT ROWID;
"""

_SINCE_VERSION_1 = "ALTER TABLE records ADD COLUMN log TEXT NOT NULL DEFAULT '[]';"

_WRITE_ABOUT = "INSERT OR REPLACE INTO about VALUES (?, ?)"
_OWN = _TOUCHED, _LAST_SEAT = (
    "touched",
    "last-seat",
)  # what the store itself keeps among what is kept of the room


class StoreError(PlainError):
    """The file of a room that cannot be used; the text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who has joined."""

    id: int
    """Counts from 1 in the order of joining."""
    way_back: str
    """What whoever sits there types on another device to sit there, too."""
    learner: str
    """A random id, which the seat's cookie holds: 32 hexadecimal digits, as in an answers file."""
    name: str
    """As it was asked for; empty where nobody asked."""
    joined: datetime


@dataclass(frozen=True, slots=True)
class Poll:
    """A question that was put to the vote."""

    id: int
    key: RecordKey
    opened: datetime


@dataclass(frozen=True, slots=True)
class Vote:
    """What a seat answered in a round of a poll."""

    answer: Answer
    at: datetime


class RoomStore:
    """The file of one lesson; every change is on the disk when its method returns.

    Raises:
        StoreError: The file cannot be opened, or is of a newer version.
        LessonOpenError: It is to be this room's alone, and another room has it.
        OSError: Whatever is written and cannot be, as on a full disk; then nothing has changed.
    """

    def __init__(self, folder: Path, *, alone: bool = False) -> None:
        """Open the file in a folder, or make it; ``alone`` keeps other rooms from doing so meanwhile."""
        self.path = folder / FILE
        is_new = not self.path.exists()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = locked(folder) if alone else None
            self._db = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False)
            try:
                self._prepare(is_new)
            except BaseException:
                self.close()
                raise
        except (sqlite3.Error, OSError) as error:
            said = _("What the class answers cannot be kept in {file}: {error}. Choose a folder with --dir.")
            raise StoreError(said.format(file=self.path, error=error)) from error

    def _prepare(self, is_new: bool) -> None:
        if is_new and os.name != "nt":
            self.path.chmod(0o600)  # answers of a class are nobody else's
        for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            self._db.execute(f"PRAGMA {setting}")
        self._db.execute("PRAGMA secure_delete = ON")  # what is forgotten is not on the disk any more
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            said = _("{file} was written by a newer version of the lesson. Install that one to open it.")
            raise StoreError(said.format(file=self.path))
        if version == 0:
            self._db.executescript(f"BEGIN;{_SCHEMA}PRAGMA user_version = {VERSION};COMMIT;")
        self.about()  # fails here if this is the file of something else
        if version == 1:
            self._db.executescript(
                f"BEGIN IMMEDIATE;{_SINCE_VERSION_1}PRAGMA user_version = {VERSION};COMMIT;"
            )

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()
        if self._lock:
            self._lock.release()

    def about(self) -> dict[str, Any]:
        """Return what is kept of the room itself, by name."""
        rows = self._db.execute("SELECT name, value FROM about WHERE name NOT IN (?, ?)", _OWN)
        return {name: json.loads(value) for name, value in rows}

    def touched(self) -> datetime | None:
        """Return when something was last written; None of a lesson that an earlier version has kept."""
        found = self._of_its_own(_TOUCHED)
        return datetime.fromisoformat(found) if found else None

    def last_seat(self) -> int:
        """Return the highest number that any seat has had, forgotten ones too; 0 before the first."""
        (highest,) = self._db.execute("SELECT max(id) FROM seats").fetchone()
        return max(highest or 0, self._of_its_own(_LAST_SEAT) or 0)

    def write_about(self, values: Mapping[str, Any]) -> None:
        """Keep these values of the room, by name."""
        with self._written() as db:
            db.executemany(_WRITE_ABOUT, [(name, json.dumps(value)) for name, value in values.items()])

    def seats(self) -> list[Seat]:
        """Return everybody who has joined, in that order."""
        return [
            Seat(id, way_back, learner, name, datetime.fromisoformat(joined))
            for id, way_back, learner, name, joined in self._db.execute(
                "SELECT id, way_back, learner, name, joined FROM seats ORDER BY id"
            )
        ]

    def add_seat(self, seat: Seat) -> None:
        """Keep a seat."""
        values = (seat.id, seat.way_back, seat.learner, seat.name, seat.joined.isoformat())
        with self._written() as db:
            db.execute("INSERT INTO seats VALUES (?, ?, ?, ?, ?)", values)
            db.execute(_WRITE_ABOUT, (_LAST_SEAT, json.dumps(seat.id)))

    def forget_seat(self, seat: int) -> None:
        """Forget a seat, and all that was answered there."""
        with self._written() as db:
            db.execute("DELETE FROM seats WHERE id = ?", (seat,))
        with suppress(sqlite3.Error):  # then what was there goes from the disk when the file is closed
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def records(self) -> dict[int, dict[RecordKey, Record]]:
        """Return what was answered at each seat at its own pace, or in a test."""
        found: dict[int, dict[RecordKey, Record]] = {}
        rows = self._db.execute("SELECT seat, bank, question, attempt, at, log FROM records")
        for seat, bank, question, attempt, at, log in rows:
            values = json.loads(attempt)
            record = Record(
                Attempt(**{**values, "ticked": tuple(values["ticked"])}),
                datetime.fromisoformat(at),
                log_from_json(json.loads(log))[0],
            )
            found.setdefault(seat, {})[RecordKey(bank, question)] = record
        return found

    def write_records(self, seat: int, records: Mapping[RecordKey, Record]) -> None:
        """Keep what was answered at a seat, all of it or nothing."""
        rows = [
            (
                seat,
                *key,
                json.dumps(asdict(record.attempt)),
                record.at.isoformat(),
                json.dumps(log_to_json(record.log)),
            )
            for key, record in records.items()
        ]
        with self._written() as db:
            db.executemany("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?, ?)", rows)

    def polls(self) -> list[Poll]:
        """Return every question that was put to the vote, in that order."""
        rows = self._db.execute("SELECT id, bank, question, opened FROM polls ORDER BY id")
        return [
            Poll(id, RecordKey(bank, question), datetime.fromisoformat(at)) for id, bank, question, at in rows
        ]

    def add_poll(self, poll: Poll) -> None:
        """Keep that a question was put to the vote."""
        with self._written() as db:
            db.execute("INSERT INTO polls VALUES (?, ?, ?, ?)", (poll.id, *poll.key, poll.opened.isoformat()))

    def votes(self) -> Iterator[tuple[int, int, int, Vote]]:
        """Yield every vote: poll, round, seat and what was answered."""
        for poll, round, seat, answer, at in self._db.execute(
            "SELECT poll, round, seat, answer, at FROM votes"
        ):
            yield poll, round, seat, Vote(json.loads(answer), datetime.fromisoformat(at))

    def write_vote(self, poll: int, round: int, seat: int, vote: Vote) -> None:
        """Keep what a seat answered in a round, in place of what it answered before."""
        row = (poll, round, seat, json.dumps(vote.answer), vote.at.isoformat())
        with self._written() as db:
            db.execute("INSERT OR REPLACE INTO votes VALUES (?, ?, ?, ?, ?)", row)

    def hands(self) -> Iterator[tuple[int, int, str, int]]:
        """Yield what was counted by hand: poll, round, answer and how many."""
        yield from self._db.execute("SELECT poll, round, answer, count FROM hands")

    def write_hands(self, poll: int, round: int, counts: Iterable[tuple[str, int]]) -> None:
        """Keep the numbers of raised hands, in place of those of before."""
        with self._written() as db:
            db.execute("DELETE FROM hands WHERE poll = ? AND round = ?", (poll, round))
            db.executemany(
                "INSERT INTO hands VALUES (?, ?, ?, ?)",
                [(poll, round, answer, count) for answer, count in counts],
            )

    def _of_its_own(self, name: str) -> Any:
        row = self._db.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return json.loads(row[0]) if row else None

    @contextmanager
    def _written(self) -> Iterator[sqlite3.Connection]:
        """Write all of it, and when that was, or nothing."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield self._db
            self._db.execute(_WRITE_ABOUT, (_TOUCHED, json.dumps(datetime.now(UTC).isoformat())))
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            raise OSError(str(error)) from error
        finally:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
