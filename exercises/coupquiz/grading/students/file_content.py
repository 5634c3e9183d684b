"""What a file says of itself, whatever it is called."""

from __future__ import annotations

from pathlib import Path

from coupquiz.answers.file_format import FORMAT, PEEK, notebook_told
from coupquiz.answers.transfer import LIMIT, is_progress
from coupquiz.files import disk
from coupquiz.files.json_file import encoding_of
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.handed_in import is_handed_in
from coupquiz.grading.students.file_kinds import is_answers, is_notebook, may_be_answers
from coupquiz.grading.students.notebook_content import ANSWERED, cells, opened, worth

_START = 1_000_000  # bytes of a notebook, in which it says what it asks


def is_sheet(file: Path) -> bool:
    """Whether a file is an answers file by its name or, under any other, by what it says of itself."""
    return is_answers(file.name) or (may_be_answers(file.name) and says_answers(file))


def says_answers(file: Path) -> bool:
    """Whether a file says of itself that it is an answers file."""
    start = _start(file, PEEK)
    return FORMAT in start.decode(encoding_of(start[:4]), "replace")


def assignment_told(file: Path, key: AnswerKey) -> str:
    """Return of which assignment a file is by what it says; empty where it does not say."""
    if is_notebook(file.name):
        return opened(_start(file, _START))
    if not is_sheet(file):
        return ""
    start = _start(file, PEEK)
    if is_progress(start):
        return key.id if is_handed_in(_start(file, LIMIT), key) else ""
    return notebook_told(start)


def is_answered(file: Path, key: AnswerKey) -> bool:
    """Whether a file is a notebook with answers to a key's questions in its cells."""
    return is_notebook(file.name) and worth(cells(_start(file, _START)), key) == ANSWERED


def _start(file: Path, length: int) -> bytes:
    try:
        return disk.read(file, length) or b""
    except OSError:
        return b""
