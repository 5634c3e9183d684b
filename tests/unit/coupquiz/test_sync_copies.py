"""Two computers wrote to one answers file: a sync service makes a copy, and no answer is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from coupquiz.answers.file_format import RecordKey, dump, parse
from coupquiz.answers.store import Answers
from coupquiz.core.behaviour import Attempt

COPIES = [
    "week.answers (conflicted copy).json",
    "week.answers-LAPTOP.json",
    "week.answers.sync-conflict-20260503-101500-ABCDEFG.json",
    "week.answers 2.json",
]


def lay(folder: Path, copy: str, **changed: str) -> Path:
    """An answers file, and a copy of it with another answer."""
    answers = Answers(folder, "week")
    answers.record("week", "one", Attempt("a"))
    content = answers.path.read_bytes()
    answers.record("week", "two", Attempt("b"))
    (folder / copy).write_bytes(answers.path.read_bytes())
    answers.path.write_bytes(content)
    file = parse((folder / copy).read_bytes())
    (folder / copy).write_bytes(dump(replace(file, **changed)))  # type: ignore[arg-type]
    return folder / copy


@pytest.mark.parametrize("name", COPIES)
def test_what_copies_hold_is_taken_into_the_file(tmp_path: Path, name: str) -> None:
    """It is said, and the copy is kept under the name of an older file."""
    copy = lay(tmp_path, name)
    content = copy.read_bytes()
    answers = Answers(tmp_path, "week")
    assert {key.question: record.attempt.answer for key, record in answers.read().items()} == {
        "one": "a",
        "two": "b",
    }
    assert name in answers.problem
    assert not copy.exists()
    (kept,) = tmp_path.glob("week.answers.2*.json")
    assert kept.read_bytes() == content
    assert Answers(tmp_path, "week").problem == ""
    assert RecordKey("week", "two") in parse(answers.path.read_bytes()).records


def test_what_is_anothers_or_damaged_stays(tmp_path: Path) -> None:
    """Nothing of it is taken, and answers go on."""
    copy = lay(tmp_path, COPIES[0], learner="0" * 32)
    (tmp_path / COPIES[1]).write_bytes(b"{")
    before = copy.read_bytes()
    answers = Answers(tmp_path, "week")
    assert [key.question for key in answers.read()] == ["one"]
    assert answers.problem == ""
    assert copy.read_bytes() == before
