"""Says why something cannot be written, and what helps: the same command once more rarely does."""

from __future__ import annotations

from errno import EACCES, EDQUOT, EFBIG, ENOSPC, EPERM, EROFS
from pathlib import Path

from coupdata.i18n import _


def unwritable(error: OSError, elsewhere: str) -> str:
    """Return what is in the way, and what to do, in sentences.

    Args:
        error: Of whatever was read or written.
        elsewhere: How to choose another place, as a sentence.
    """
    place = Path(error.filename).parent if error.filename else ""
    if error.errno == EROFS:
        return _("{place} is on a drive that can only be read. {elsewhere}").format(
            place=place, elsewhere=elsewhere
        )
    if error.errno in (EACCES, EPERM):
        return _("You are not allowed to read and write in {place}. {elsewhere}").format(
            place=place, elsewhere=elsewhere
        )
    if error.errno in (ENOSPC, EDQUOT, EFBIG):
        return _("The disk is full. Free some space on it. {elsewhere}").format(elsewhere=elsewhere)
    said = _("{error}. Type the command again. If that does not help: {elsewhere}")
    return said.format(error=error, elsewhere=elsewhere)
