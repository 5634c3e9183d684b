"""Whose work it is by the name of a file or folder: as platforms or people write it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from unicodedata import normalize

from coupquiz.answers.transfer import LESSON
from coupquiz.grading.students.file_kinds import is_container, letters, without_number

_MOODLE = re.compile(
    r"(?P<name>.+?)_(?P<number>\d+)_assignsubmission_[a-z]+(?:_(?P<rest>.*))?", re.IGNORECASE
)
_CANVAS = re.compile(
    r"(?P<name>(?!\d+_)[^_]+)(?:_late)?_(?P<number>\d+)(?:_late)?_(?P<file>\d+)_(?P<rest>.+)", re.IGNORECASE
)
_CANVAS_UNNAMED = re.compile(
    r"(?P<name>anon)(?:_late)?_(?P<number>[a-z0-9]{5})(?:_late)?_(?P<file>\d+)_(?P<rest>.+)", re.IGNORECASE
)
_BLACKBOARD = re.compile(
    r"(?P<name>.+)_attempt_\d{4}(?:-\d\d){5}(?:_(?P<rest>.*)|\.txt|)", re.IGNORECASE
)  # its name has the assignment's title before the user's
_BRIGHTSPACE = re.compile(
    r"(?P<number>\d+)-\d+ ?- ?(?P<name>.+?) ?- ?(?:\w+\.? \d\d?|\d\d?\.? \w+\.?),? \d{4}\b.*"
)

_HANDED_IN = re.compile(rf"(?P<name>[^_].*?)_{LESSON}_\d{{4}}-\d\d-\d\d\b.*", re.IGNORECASE)  # `export_name`

_AROUND = " _-.,–—"  # what stands between a student's name and the assignment's
_COPY_WORDS = (  # of systems and programs, as they name copies in the languages of their users
    r"(?:copy|kopie|kopia|kopi|kopya|kopio|copie|copia|cópia|копия|копія|másolat|αντίγραφο|副本|コピー)"
)
_COPY = re.compile(
    rf"[(\[]?(?:[^()]*['’]s )?"
    rf"(?:{_COPY_WORDS}\d*(?![^\W_])|(?:conflict|conflicted|konflikt|conflit|sync|late)\b)",
    re.IGNORECASE,
)
_COPY_BEHIND = re.compile(rf"[\W_]+{_COPY_WORDS}(?: (?:of|von|van|de|di|av|af))?$", re.IGNORECASE)
_DATE = re.compile(r"(19|20)\d\d\D?[01]?\d\D?[0-3]?\d(\D.*)?|[0-3]?\d\D[01]?\d\D(19|20)?\d\d")
_SURE = 3  # digits behind an assignment's name, after which they are no copy's number


@dataclass(frozen=True, slots=True)
class NameForm:
    """Whose a file or folder is, as its name has it."""

    student: str
    """By what name the student is known here: on a platform, with the number that tells namesakes apart."""
    name: str
    """The same without a platform's number."""
    number: str = ""
    """The platform's number for the student; empty where there is none."""
    file_number: str = ""
    """The platform's number for the file."""
    of_platform: bool = False
    """Whether a platform or the lesson has written it."""


def folder_form(name: str, assignment: str) -> NameForm | None:
    """Return whose a folder is; None where it is called after the assignment alone, or holds a class."""
    if is_container(name):
        return None
    if found := _MOODLE.fullmatch(name) or _BRIGHTSPACE.fullmatch(name):
        return _form(found)
    stem = without_number(name)
    if letters(stem) == letters(assignment):
        return None
    student = _beside_title(stem, assignment)
    return NameForm(student, student) if student else NameForm(name, name)


def file_form(name: str, assignment: str, shared: str = "") -> NameForm | None:
    """Return whose a file is; None where its name does not tell.

    ``shared``: what `shared_title` says of all names in the folder.
    """
    for form in (_MOODLE, _CANVAS_UNNAMED, _CANVAS, _BRIGHTSPACE):
        if found := form.fullmatch(name):
            return _form(found)
    if found := _BLACKBOARD.fullmatch(name):
        user = found["name"][_titled(found["name"], assignment) :].removeprefix(shared)
        return NameForm(user, user, of_platform=True)
    return plain_form(name, assignment)


def shared_title(names: Iterable[str], assignments: Iterable[str]) -> str:
    """Return which title Blackboard has put before the names of users, where it is no assignment's own.

    It is what all have in common; of one alone it cannot be told, for users' names have underscores, too.
    """
    titles = (*assignments,)
    users = {found["name"] for name in names if (found := _BLACKBOARD.fullmatch(name))}
    unknown = [user.split("_")[:-1] for user in users if not any(_titled(user, title) for title in titles)]
    if len(unknown) < 2:
        return ""
    shared = takewhile(lambda parts: len({*parts}) == 1, zip(*unknown, strict=False))
    return "".join(f"{parts[0]}_" for parts in shared)


def plain_form(name: str, assignment: str) -> NameForm | None:
    """Return whose a file is as people name files, or the lesson: the student's name beside another."""
    if found := _HANDED_IN.fullmatch(name):
        return _form(found)
    stem = re.split(r"[._]answers|\.ipynb|\.zip$|\.json\b", name, maxsplit=1, flags=re.IGNORECASE)[0]
    stem = without_number(stem)
    student = _beside_title(stem, assignment)
    if not student and not _title(assignment).search(stem):
        student = stem.strip(_AROUND)
    return NameForm(student, student) if _is_name(student) else None


@lru_cache(maxsize=10_000)
def same_name(name: str) -> str:
    """Return what two ways of writing a name have in common: neither case nor the system's code points."""
    return " ".join(normalize("NFC", normalize("NFC", name).casefold()).split())


@lru_cache(maxsize=10_000)
def words(name: str) -> tuple[str, ...]:
    """Return the words of a name in the order of letters: the same for "Berg, Anna" and "anna_berg"."""
    return tuple(sorted(re.findall(r"[^\W_]+", same_name(name))))


def _form(found: re.Match[str]) -> NameForm:
    parts = found.groupdict()
    name, number = parts["name"].strip(), parts.get("number") or ""
    student = f"{name}_{number}" if number else name
    return NameForm(student, name, number, parts.get("file") or "", of_platform=True)


def _titled(user: str, assignment: str) -> int:
    """Return how much of a name is the assignment's title and the underscore behind it."""
    title = _title(assignment).match(user)
    return title.end() + 1 if title and user[title.end() :].startswith("_") else 0


def _title(assignment: str) -> re.Pattern[str]:
    title = r"[\W_]?".join(map(re.escape, assignment.split("-")))  # platforms change hyphens
    return re.compile(rf"[(\[]?(?<![^\W_]){title}(?![^\W_])[)\]]?", re.IGNORECASE)


def _beside_title(stem: str, assignment: str) -> str:
    """Return what stands before an assignment's name, else after it; empty where that is nobody's name."""
    parts = [part.strip(_AROUND) for part in _title(assignment).split(stem)]
    if len(parts) < 2:
        return ""
    before, *after = parts
    before = _COPY_BEHIND.sub("", before).strip(_AROUND)
    if _is_name(before):
        return before
    return next((part for part in after if _is_name(part) and not _is_short_number(part)), "")


def _is_name(part: str) -> bool:
    return any(map(str.isalnum, part)) and not _is_copy(part) and not _DATE.fullmatch(part)


def _is_copy(part: str) -> bool:
    return _COPY.match(normalize("NFC", part)) is not None


def _is_short_number(part: str) -> bool:
    return part.isdecimal() and len(part) < _SURE
