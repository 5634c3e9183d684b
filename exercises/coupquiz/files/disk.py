"""Files read and written whole, by one at a time."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import ENOENT, ENOLCK, ENOSYS, ENOTSUP
from itertools import count
from pathlib import Path

from coupdata.loading.whole_file import patiently, share, shared_rights
from coupdata.loading.whole_file import write as write

_PATIENCE = 5.0
"""Seconds to wait for others who write; a write takes a few milliseconds."""

_PAUSE = 0.002
"""Seconds between two looks whether they are done."""

_NO_LOCKS = (ENOLCK, ENOSYS, ENOTSUP)


class NotPlainError(OSError):
    """Something other than a plain file: a folder, a link, a device."""


def read(path: Path, most: int) -> bytes | None:
    """Return what is in a file, at most so many bytes; None where there is none of that name.

    Raises:
        OSError: If it cannot be read; ``NotPlainError`` if it is a folder, a link or the like.
    """
    try:
        # In a browser, asking for a file that another tab deleted never ends; opening it does.
        if sys.platform != "emscripten" and not stat.S_ISREG(path.lstat().st_mode):
            raise NotPlainError(f"{path.name} is not a plain file")
        with patiently(lambda: path.open("rb")) as file:
            if sys.platform == "emscripten":  # where a page tells the size of its notebook, that is too small
                return file.read()[:most]
            size = os.fstat(file.fileno()).st_size  # else memory for the most there could be is set aside
            return file.read(min(most, size))
    except FileNotFoundError:
        return None


def free_name(path: Path) -> Path:
    """Return a name beside a file that none has yet, for what is in it before it is replaced."""
    names = (path.with_name(f"{path.stem}.before-{number}{path.suffix}") for number in count(1))
    return next(name for name in names if not name.exists())


@contextmanager
def lock(path: Path) -> Iterator[None]:
    """Keep every other process and thread that asks for it from this file; a process that dies lets go.

    What somebody has left who was stopped while writing is swept away.

    Raises:
        OSError: If the folder cannot be written, or if the file stays in use (``TimeoutError``).
    """
    if sys.platform == "emscripten":  # one process, one thread
        yield
        return
    from filelock import FileLock  # here, as a copy of the lesson can be laid without it

    if not path.parent.is_dir():  # or the lock would make it
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(path.parent))
    file = path.with_name(f".{path.name}.lock")
    mode = 0o644 | shared_rights(path.parent.stat().st_mode)
    lock = FileLock(file, _PATIENCE, mode, poll_interval=_PAUSE, fallback_to_soft=False)
    try:
        lock.acquire()
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
        # Without locks, as on some network drives, a file still is whole at any time.
    else:
        share(file)
        sweep(path)
    try:
        yield
    finally:
        lock.release()


def sweep(path: Path) -> None:
    """Delete drafts of a file that nobody else is writing: of those who were stopped."""
    draft = re.compile(rf"\.{re.escape(path.name)}\.[0-9a-f]{{8}}\.draft")
    with suppress(OSError):
        for other in path.parent.iterdir():
            if draft.fullmatch(other.name):
                other.unlink(missing_ok=True)
