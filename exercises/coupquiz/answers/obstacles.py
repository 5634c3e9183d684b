"""What keeps an answers file from being read or written, in words for the learner."""

from __future__ import annotations

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
    if code in (EACCES, EPERM, EROFS):
        said = _(
            "This notebook is not allowed to read and write {name} in {folder}; export your progress to "
            "another place."
        )
        return said.format(name=name, folder=folder)
    if code in (ENOENT, ENOTDIR):
        return _("The folder {folder} is gone; export your progress to another place.").format(folder=folder)
    return _("{path} cannot be written: {error}.").format(path=path, error=error)
