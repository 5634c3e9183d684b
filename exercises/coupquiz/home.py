"""A home folder that can be written, also where the user's own cannot."""

from __future__ import annotations

import getpass
import os
import stat
import sys
import tempfile
from pathlib import Path


def own_home() -> Path | None:
    """Return the user's home folder, or None where it cannot be written."""
    try:
        home = Path.home()
        with tempfile.TemporaryFile(dir=home):
            return home
    except (OSError, RuntimeError):
        return None


def stand_in() -> Path:
    """Return a folder among the temporary files that only this user can open: the same one each time.

    Where somebody else took its name, it is a new one.
    """
    user = getpass.getuser() if sys.platform == "win32" else os.getuid()
    folder = Path(tempfile.gettempdir(), f"coup1920-{user}")
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder if _is_private(folder) else Path(tempfile.mkdtemp(prefix="coup1920-"))


def _is_private(folder: Path) -> bool:
    if sys.platform == "win32":
        return True
    status = folder.lstat()
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid() and not status.st_mode & 0o077
