"""Copies of an answers file that a sync service has made, because two computers wrote to it at once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from coupdata.i18n import _
from coupquiz.answers.file_format import LIMIT, dump, parse
from coupquiz.answers.file_names import SUFFIX, free_name, notebook_of
from coupquiz.files import disk
from coupquiz.files.json_file import FileFormatError


def join_copies(path: Path, at: datetime) -> str:
    """Take what copies of an answers file hold into it, question by question; never raises.

    Copies of the same learner are kept under the name of an older file; others stay as they are.

    Args:
        path: The answers file.
        at: Now.

    Returns:
        What the learner should know of it; empty where there are no copies.
    """
    taken: list[str] = []
    try:
        if not _copies(path):
            return ""
        with disk.lock(path):
            file = parse(disk.read(path, LIMIT + 1) or b"")
            for copy in _copies(path):
                other = parse(disk.read(copy, LIMIT + 1) or b"")
                if other.learner == file.learner:
                    file = file.having(other.records, other.aside)
                    disk.write(path, dump(file))
                    copy.replace(free_name(path, at))
                    taken.append(copy.name)
    except (FileFormatError, OSError):  # whatever is in the way, answers are kept without
        pass
    said = _("A sync service had made copies of {name}: {copies}. The answers in them are in {name} now.")
    return said.format(name=path.name, copies=", ".join(taken)) if taken else ""


def _copies(path: Path) -> list[Path]:
    """Return the files that are called as services call copies, and not as the lesson does."""
    stem = path.name.removesuffix(SUFFIX)
    start, end = SUFFIX[: SUFFIX.rindex(".")], SUFFIX[SUFFIX.rindex(".") :]
    names = (file for file in path.parent.iterdir() if file.name.startswith(f"{stem}{start}"))
    return sorted(file for file in names if file.name.endswith(end) and notebook_of(file) is None)
