"""Where to write for a user whose home folder cannot be written."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
from pathlib import Path


def stand_in() -> Path | None:
    """Return None where the home folder can be written, else a temporary folder that only this user can open.

    It is the same folder each time, unless somebody else took its name.
    """
    try:
        with tempfile.TemporaryFile(dir=Path.home()):
            return None
    except (OSError, RuntimeError):
        return _private_folder()


def _private_folder() -> Path:
    if sys.platform == "win32":  # where every user has temporary files of their own
        folder = Path(tempfile.gettempdir(), "coup1920")
        folder.mkdir(exist_ok=True)
        return folder
    folder = Path(tempfile.gettempdir(), f"coup1920-{os.getuid()}")
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    found = folder.lstat()
    private = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
    return folder if private else Path(tempfile.mkdtemp(prefix="coup1920-"))
