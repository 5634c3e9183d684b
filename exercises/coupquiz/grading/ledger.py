"""What is graded so far, on disk: an interrupted run goes on from it, and memory stays as it is."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from coupquiz.grading.flag import Concern, Flag, named
from coupquiz.grading.marks import Line
from coupquiz.grading.submission import Submission

_EVERY = 1.0  # seconds between commits: what an interruption costs at most
_NAMED = 6  # others with the same file who are looked for

_TABLES = """
CREATE TABLE IF NOT EXISTS about (run TEXT);
CREATE TABLE IF NOT EXISTS entry (
  student BLOB PRIMARY KEY, digest TEXT, size INTEGER, learner TEXT, fingerprint TEXT, line TEXT
);
CREATE INDEX IF NOT EXISTS by_learner ON entry (learner);
CREATE INDEX IF NOT EXISTS by_fingerprint ON entry (fingerprint);
"""


class LedgerError(Exception):
    """A ledger that cannot be used; its text is a sentence for the teacher."""


class Ledger:
    """The lines of one run; after a ``with`` statement that failed they are there when it is tried again."""

    def __init__(self, path: Path, run: str) -> None:
        """Open the ledger in a file.

        Args:
            path: The file; what another run has left in it is dropped.
            run: What tells this run from others, whose lines are of no use to it.

        Raises:
            LedgerError: Another process is at work on it, or it cannot be written.
        """
        self._path = path
        self._database = _open(path, run)
        self._committed = time.monotonic()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.commit()
        self._database.close()

    def add(self, line: Line, submission: Submission, digest: str, size: int) -> None:
        """Keep a line, of what it is made, and the size of the student's page in bytes."""
        flags = [[flag.concern, flag.said] for flag in line.flags]
        kept = json.dumps([line.points, line.most, line.by_question, flags, line.words])
        whose = (submission.learner or None, submission.fingerprint or None)
        self._database.execute(
            "REPLACE INTO entry VALUES (?, ?, ?, ?, ?, ?)",
            (os.fsencode(line.student), digest, size, *whose, kept),
        )
        if time.monotonic() - self._committed > _EVERY:
            self._database.commit()
            self._committed = time.monotonic()

    def size(self, student: str, digest: str) -> int | None:
        """Return the size of a student's page if it was made of just this, else None."""
        query = "SELECT size FROM entry WHERE student = ? AND digest = ?"
        row = self._database.execute(query, (os.fsencode(student), digest)).fetchone()
        return row[0] if row else None

    def lines(self) -> Iterator[Line]:
        """Yield every line in the order of students; who has the same file as another is flagged."""
        query = "SELECT student, learner, fingerprint, line FROM entry ORDER BY student"
        for student, learner, fingerprint, kept in self._database.execute(query):
            points, most, by_question, flags, words = json.loads(kept)
            before = (Flag(Concern(concern), said) for concern, said in flags)
            shared = self._shared(student, learner, fingerprint)
            yield Line(os.fsdecode(student), points, most, by_question, (*before, *shared), words)

    def remove(self) -> None:
        """Delete the file, which is closed, for the run is complete."""
        self._path.unlink()

    def _shared(self, student: bytes, learner: str | None, fingerprint: str | None) -> Iterator[Flag]:
        query = "SELECT student FROM entry WHERE student != ? AND (learner = ? OR fingerprint = ?) LIMIT ?"
        rows = self._database.execute(query, (student, learner, fingerprint, _NAMED)).fetchall()
        if rows:
            others = named(sorted(os.fsdecode(other) for (other,) in rows))
            yield Flag(Concern.SHARED, f"The answers file has the same origin as that of {others}.")


def _open(path: Path, run: str) -> sqlite3.Connection:
    try:
        try:
            return _ready(path, run)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:  # damaged, so there is nothing to go on from
            path.unlink()
            return _ready(path, run)
    except sqlite3.OperationalError as error:
        raise LedgerError(f"{path} is in use by another grading, or cannot be written: {error}.") from error


def _ready(path: Path, run: str) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=1)
    try:
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.executescript(_TABLES)
        if database.execute("SELECT run FROM about").fetchall() != [(run,)]:
            database.execute("DELETE FROM about")
            database.execute("DELETE FROM entry")
            database.execute("INSERT INTO about VALUES (?)", (run,))
        database.commit()
    except BaseException:
        database.close()  # Windows deletes no file that is open
        raise
    return database
