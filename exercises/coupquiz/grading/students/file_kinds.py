"""What a file or folder may be by its name, whatever systems and browsers have made of that."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PACKED = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz")
_SYSTEM = {  # what operating systems, storage and programs lay beside people's files, in small letters
    "__macosx",
    "@eadir",
    "#recycle",
    "$recycle.bin",
    "recycler",
    "system volume information",
    "lost+found",
    "ipynb_checkpoints",
    "_ipynb_checkpoints",
    "__pycache__",
    "thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    "icon\r",
}
_UNFINISHED = (".crdownload", ".part", ".partial", ".download", ".opdownload", ".tmp", ".temp", ".swp", "~")
_STREAM = re.compile(r"[:\uf03a_]zone\.identifier(:\$data)?$")  # Windows says so where a file comes from
_CLOUD = re.compile(r"\.(.+)\.icloud")
_ROUTINE = ("timestamp.txt", "submission_secret.txt")  # nbgrader's, in each submission


def is_litter(name: str) -> bool:
    """Whether a file or folder is nobody's work, but left by a system, a browser or an editor."""
    plain = name.casefold()
    hidden = plain.startswith((".", "~$", "~")) and not _CLOUD.fullmatch(name)
    left = plain.endswith(_UNFINISHED) or _STREAM.search(plain) is not None
    return hidden or left or plain in _SYSTEM


def is_routine(name: str) -> bool:
    """Whether a file lies in every submission and holds no work: nbgrader's own, and the questions."""
    plain = name.casefold()
    return plain in _ROUTINE or ("questions" in plain and ".json" in plain)


def in_cloud(name: str) -> str:
    """Return which file a name stands for whose content is not on this computer; empty for other names."""
    found = _CLOUD.fullmatch(name)
    return found[1] if found else ""


def is_answers(name: str) -> bool:
    """Whether a file may be an answers file, whatever a browser or a platform made of its name."""
    plain = name.casefold()
    return "answers" in plain and "json" in plain and not is_packed(name) and not in_cloud(name)


def may_be_answers(name: str) -> bool:
    """Whether a file of any name may be an answers file if its content says so."""
    is_json = name.casefold().endswith((".json", ".json.txt"))
    return is_json and not (is_routine(name) or is_litter(name))


def is_notebook(name: str) -> bool:
    """Whether a file may be a notebook."""
    return ".ipynb" in name.casefold() and not is_packed(name) and not in_cloud(name)


def is_packed(name: str) -> bool:
    """Whether a file holds others, packed."""
    return name.casefold().endswith(_PACKED)


def is_zip(name: str) -> bool:
    """Whether a file is packed in a way that is read here."""
    return name.casefold().endswith(".zip")


def is_work(name: str) -> bool:
    """Whether a file may be somebody's work."""
    return is_answers(name) or is_notebook(name) or is_packed(name) or bool(in_cloud(name))


def assignment_in(name: str, assignments: Iterable[str]) -> str:
    """Return which of these assignments stands in a name, however it is written; empty for none.

    Where one's name is part of another's, the longer one is meant.
    """
    plain = letters(name)
    found = [assignment for assignment in assignments if letters(assignment) in plain]
    return max(found, key=len, default="")


def letters(name: str) -> str:
    """Return the letters and digits of a name, all small: what no system changes."""
    return "".join(filter(str.isalnum, name.casefold()))
