"""What answers files are called, and the older copies of them that are kept."""

from __future__ import annotations

import re
import sys
from datetime import datetime
from itertools import count
from pathlib import Path

SUFFIX = ".answers.json"
"""How the name of an answers file ends, after the notebook's."""

COMING = "review.coming.json"
"""The file beside them that says how much comes back on the coming days."""

_TIME = r"\d{4}-\d\d-\d\d-\d{6}(?:-\d+)?"
_NAME = re.compile(rf"(.+)\.answers\.(?:(?:damaged-)?{_TIME}\.)?json")
_NOTEBOOK_LIMIT = 180  # bytes; file systems allow 255, and copies have longer names
_NO_NAME = {*map(chr, range(32)), "\x7f", "/", "\\", *(':*?"<>|' if sys.platform == "win32" else "")}


def is_notebook_name(text: str) -> bool:
    """Return whether an answers file can be named for it."""
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        return False
    return 0 < size <= _NOTEBOOK_LIMIT and text not in (".", "..") and not set(text) & _NO_NAME


def notebook_of(path: Path) -> str | None:
    """Return the notebook of which this is the answers file or an older copy of it; None for other files."""
    match = _NAME.fullmatch(path.name)
    return match[1] if match else None


def copies(path: Path) -> list[Path]:
    """Return an answers file, if there is one, and every older copy of it."""
    notebook = notebook_of(path)
    return [other for other in path.parent.iterdir() if notebook_of(other) == notebook]


def free_name(path: Path, at: datetime, label: str = "") -> Path:
    """Return a name for a copy of an answers file, with the time in it, that no file has yet."""
    stem = f"{notebook_of(path)}.answers.{label}{at:%Y-%m-%d-%H%M%S}"
    names = (f"{stem}{f'-{number}' if number > 1 else ''}.json" for number in count(1))
    taken = {other.name for other in path.parent.iterdir()}
    return path.with_name(next(name for name in names if name not in taken))
