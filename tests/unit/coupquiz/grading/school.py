"""Submissions made up for tests: the files that students leave, in the folders of a class."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from hashlib import md5
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from coupquiz.answers.file_format import AnswersFile, Record, RecordKey, dump
from coupquiz.core.behaviour import Attempt
from coupquiz.grading.answer_key import load_key
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import solution

CLASS = Path(__file__).parents[3] / "fixtures" / "class"
KEY_FILE = CLASS / "key.toml"
KEY = load_key(KEY_FILE)
ANSWERS = f"{KEY.id}.answers.json"
NOTEBOOK = f"{KEY.id}.ipynb"

_TABLE = tomllib.loads((CLASS / "class.toml").read_text(encoding="utf-8"))
RIGHT: dict[str, Any] = _TABLE["right"]
"""Answers that get every point."""
STUDENTS: list[dict[str, Any]] = _TABLE["student"]
"""Thirty students: what they answer, how they hand it in, and what they should get."""


PEAK = """
import sys
from io import BytesIO
from pathlib import Path

def peak():
    if sys.platform == "linux":  # where getrusage would count the process that started this one too
        lines = Path("/proc/self/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
    import resource
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
"""
"""A program's start: its function `peak` returns the most memory, in kilobytes, that it had until then."""


def given(student: Mapping[str, Any]) -> dict[str, Any]:
    """What a student of the table answers."""
    answers: dict[str, Any] = student.get("answers", RIGHT | student.get("changed", {}))
    return answers


def answers_file(answers: Mapping[str, Any], who: str, **attempt: Any) -> bytes:
    """An answers file as the lesson writes it, of a learner that is this one's alone."""
    digest = md5(who.encode("utf-8", "backslashreplace"), usedforsecurity=False)
    at = datetime(2026, 3, 2, 10, tzinfo=UTC) + timedelta(microseconds=int(digest.hexdigest()[:8], 16))
    records = {
        RecordKey(KEY.bank.id, id): Record(Attempt(answer, **attempt), at) for id, answer in answers.items()
    }
    return dump(AnswersFile(KEY.id, digest.hexdigest(), "", records, {}))


def notebook(*sources: str) -> bytes:
    """A notebook with these code cells after what is asked."""
    text = {"cell_type": "markdown", "id": "asked", "metadata": {}, "source": ["What is asked."]}
    code: list[dict[str, Any]] = [
        {
            "cell_type": "code",
            "id": f"cell-{number}",
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": source.splitlines(keepends=True),
        }
        for number, source in enumerate(sources or ("answers = {}",))
    ]
    return json.dumps({"cells": [text, *code], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


def cell(answers: Mapping[str, Any]) -> str:
    """A cell with answers typed into it."""
    return f"# your answers\nanswers = {dict(answers)!r}\n"


def packed(*files: tuple[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    """A ZIP archive of these files, given by their paths in it."""
    content = BytesIO()
    with ZipFile(content, "w", method) as archive:
        for name, file in files:
            archive.writestr(name, file)
    return content.getvalue()


def hand_in(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a submission."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)


def honest(root: Path, names: Iterable[str] = ("anna", "zoe")) -> None:
    """Let these students answer everything rightly."""
    for name in names:
        hand_in(root / name, {ANSWERS: answers_file(RIGHT, name), NOTEBOOK: notebook()})


def lay(root: Path, students: Iterable[Mapping[str, Any]] = STUDENTS, within: str = "") -> None:
    """Write the submissions of the table, each into a folder with the student's name, or into one in it."""
    for student in students:
        folder = root / student["name"] / within
        folder.mkdir(parents=True)
        if student.get("made") == "link":
            (folder / ANSWERS).symlink_to(os.path.relpath(root / student["of"] / within / ANSWERS, folder))
        else:
            hand_in(folder, _MADE[student.get("made", "file")](student))


def made_up(count: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """So many students and their answers: right and wrong ones at random, the same each time."""
    rng = Random(1920)
    known = {
        item.question.id: [solution(item.question), *KINDS[item.question.kind].mistakes(item.question)]
        for item in KEY.items
    }
    for number in range(count):
        yield f"s{number:05}", {id: rng.choice(some) for id, some in known.items() if rng.random() < 0.9}


def lay_made_up(root: Path, count: int) -> None:
    """Write the submissions of so many students who are made up."""
    for name, answers in made_up(count):
        hand_in(root / name, {ANSWERS: answers_file(answers, name), NOTEBOOK: notebook()})


def snapshot(root: Path) -> dict[str, tuple[int, bytes]]:
    """Everything in a folder: the mode and the content of each file, by its path."""
    return {
        str(path.relative_to(root)): (
            path.lstat().st_mode,
            os.readlink(path).encode() if path.is_symlink() else path.read_bytes() if path.is_file() else b"",
        )
        for path in sorted(root.rglob("*"))
    }


def _file(student: Mapping[str, Any], **attempt: Any) -> bytes:
    return answers_file(given(student), student["name"], **attempt)


def _cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _of_another(student: Mapping[str, Any]) -> bytes:
    (other,) = (other for other in STUDENTS if other["name"] == student["of"])
    return _file(other)


def _broken_record(student: Mapping[str, Any]) -> bytes:
    values = json.loads(_file(student))
    values["banks"][KEY.bank.id]["five-days-and-more"]["answer"] = [[[[[[[[[[]]]]]]]]]]
    return json.dumps(values).encode()


_CODE = """import os, sys
answers = {"night": __import__("pathlib").Path("../../keys/tiflis-test.toml").read_text()}
"""

_MADE: Mapping[str, Callable[[Mapping[str, Any]], dict[str, bytes]]] = {
    "file": lambda s: {ANSWERS: _file(s), NOTEBOOK: notebook()},
    "cell": lambda s: {NOTEBOOK: notebook(cell(given(s)))},
    "renamed": lambda s: {f"{KEY.id} (1).answers.json": _file(s), NOTEBOOK: notebook()},
    "nothing": lambda _: {},
    "untouched": lambda _: {NOTEBOOK: notebook()},
    "cut": lambda s: {ANSWERS: _cut(_file(s))},
    "cut, with a cell": lambda s: {ANSWERS: _cut(_file(s)), NOTEBOOK: notebook(cell(given(s)))},
    "cut notebook": lambda s: {ANSWERS: _file(s), NOTEBOOK: _cut(notebook())},
    "one record broken": lambda s: {ANSWERS: _broken_record(s), NOTEBOOK: notebook()},
    "copy": lambda s: {ANSWERS: _of_another(s), NOTEBOOK: notebook()},
    "boasting": lambda s: {
        ANSWERS: _file(s, best=1.0, solved=True, tries=1, checked=True),
        NOTEBOOK: notebook(),
    },
    "nested": lambda _: {ANSWERS: b'{"format": "coup1920 answers", "banks": ' + b"[" * 100_000},
    "code": lambda s: {ANSWERS: _file(s), NOTEBOOK: notebook(_CODE)},
}
"""What a student hands in, by the way it is made."""
