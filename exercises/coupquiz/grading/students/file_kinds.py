"""What a file or folder may be by its name, whatever systems and browsers have made of that."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

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
NOT_HANDED_IN = "working files"
"""A folder of Teams, beside “Submitted files”."""

_CONTAINERS = ("submitted files", NOT_HANDED_IN)
_UNFINISHED = (".crdownload", ".part", ".partial", ".download", ".opdownload", ".tmp", ".temp", ".swp", "~")
_STREAM = re.compile(r"[:\uf03a_]zone\.identifier(:\$data)?$")  # Windows says so where a file comes from
_CLOUD = re.compile(r"\.(.+)\.icloud")
_NUMBER = re.compile(r"\s*\(\d+\)")
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


def is_container(name: str) -> bool:
    """Whether a folder is a platform's, in which those of the students are."""
    return name.casefold() in _CONTAINERS


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
    plain = name.casefold()
    told = plain.endswith((".json", ".json.txt")) or "answers" in plain
    strange = is_routine(name) or is_litter(name) or is_packed(name) or bool(in_cloud(name))
    return told and not strange


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
    return max((one for one in assignments if has_title(name, one)), key=len, default="")


def has_title(name: str, assignment: str) -> bool:
    """Whether an assignment's name stands in that of a file, however it is written.

    The number of a copy is no part of it, nor is one with more digits.
    """
    return _titles(assignment).search(without_number(name).casefold()) is not None


def without_number(name: str) -> str:
    """Return a name without the number that a browser adds where there was a file of the name."""
    return _NUMBER.sub("", name)


@lru_cache(maxsize=1000)
def _titles(assignment: str) -> re.Pattern[str]:
    parts = re.findall(r"\d+|[^\W\d_]", assignment.casefold())
    bounded = (rf"(?<!\d){part}(?!\d)" if part.isdecimal() else part for part in parts)
    title = r"[\W_]*".join(bounded)
    return re.compile(rf"(?<!\d){title}(?!\d)")


def letters(name: str) -> str:
    """Return the letters and digits of a name, all small: what no system changes."""
    return "".join(filter(str.isalnum, name.casefold()))
