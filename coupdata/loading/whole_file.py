"""Files written whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def write(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Write a file whole or not at all, whatever happens meanwhile; where there is one already, replace it.

    A new one is for everybody for whom its folder is.

    Args:
        path: The file.
        content: What is to be in it, whole or piece by piece.

    Raises:
        OSError: If it cannot be written; then the older file is as it was.
    """
    pieces = [content] if isinstance(content, bytes) else content
    if sys.platform == "emscripten":  # a browser keeps a file whole when it is closed
        path.write_bytes(b"".join(pieces))
        return
    # A name of its own: where there are no locks, another may be writing the same file.
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.draft")
    try:
        with draft.open("xb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        share(draft)
        with suppress(FileNotFoundError):
            draft.chmod(stat.S_IMODE(path.stat().st_mode))
        patiently(lambda: draft.replace(path))
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def share(path: Path) -> None:
    """Let those read and write a file of ours who may write in its folder: a group that works in one, say."""
    if sys.platform in ("win32", "emscripten"):
        return
    folder = path.parent.stat()
    if rights := shared_rights(folder.st_mode):
        with suppress(
            OSError
        ):  # a group that we are not in, a drive that knows no rights: it stays ours alone
            os.chown(path, -1, folder.st_gid)
            path.chmod(stat.S_IMODE(path.stat().st_mode) | rights)


def shared_rights(folder: int) -> int:
    """Return the rights that a folder of this mode gives to others than its owner.

    There are none in one where everybody has files of their own.
    """
    return 0 if folder & stat.S_ISVTX else (folder & 0o022) * 3 & 0o066


def patiently(action: Callable[[], T]) -> T:
    """Do it; on Windows again and again for a moment, while somebody else has the file open."""
    if sys.platform == "win32":
        for wait in (0.01, 0.02, 0.05, 0.1, 0.2):
            try:
                return action()
            except PermissionError:
                time.sleep(wait)
    return action()
