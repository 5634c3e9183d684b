"""What keeps an answers file from being read or written, in words for the learner."""

from __future__ import annotations

import os
import sys
from errno import EACCES, EDQUOT, EFBIG, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS
from pathlib import Path

from coupdata.i18n import _
from coupquiz.files import disk
from coupquiz.files.json_file import FileFormatError


def obstacle(path: Path, error: Exception) -> str:
    """Return what is in the way of reading or writing this file, and what to do."""
    folder, name = path.parent, path.name
    if isinstance(error, FileFormatError):
        return _("{name} cannot be used. {error}").format(name=name, error=error)
    if isinstance(error, disk.NotPlainError):
        said = _("{name} is a folder or a link, not a file; rename it or move it elsewhere.")
        return said.format(name=name)
    if isinstance(error, TimeoutError):
        return _("Another program is preventing {name} from being saved; try again.").format(name=name)
    code = error.errno if isinstance(error, OSError) else None
    if code in (ENOSPC, EDQUOT, EFBIG):
        return _("The disk is full; free some space on it.")
    if code == EROFS:
        said = _(
            "Nothing can be written in {folder}, which is on a drive that can only be read; export your "
            "progress to another place."
        )
        return said.format(folder=folder)
    if code in (EACCES, EPERM) and isinstance(error, OSError):
        for file in (error.filename2, error.filename, path):
            if owner := _other_owner(file, folder):
                said = _(
                    "{name} in {folder} belongs to {owner}, who can let you change it; until then export "
                    "your progress to another place."
                )
                return said.format(name=Path(file).name, folder=folder, owner=owner)
        said = _(
            "This notebook is not allowed to read and write {name} in {folder}; export your progress to "
            "another place."
        )
        return said.format(name=name, folder=folder)
    if code in (ENOENT, ENOTDIR):
        return _("The folder {folder} is gone; export your progress to another place.").format(folder=folder)
    return _("{path} cannot be written: {error}.").format(path=path, error=error)


def _other_owner(file: object, folder: Path) -> str:
    """Return whose a file is, where it is somebody else's and lies in a folder that we may write in."""
    if sys.platform in ("win32", "emscripten") or not isinstance(file, str | Path):
        return ""
    if not os.access(folder, os.W_OK, effective_ids=True):
        return ""
    try:
        owner = Path(file).stat().st_uid
    except OSError:
        return ""
    if owner == os.geteuid():
        return ""
    import pwd

    try:
        return pwd.getpwuid(owner).pw_name
    except KeyError:  # a container may know no names
        return _("user {number}").format(number=owner)
