"""What counts of the files that a student leaves."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from coupquiz.answers.file_format import AnswersFile, Record, RecordKey, dump
from coupquiz.core.behaviour import Attempt
from coupquiz.grading.concern import Concern
from coupquiz.grading.students.class_folder import submission_folder
from coupquiz.grading.students.class_list import class_list
from coupquiz.grading.submission import Submission, read_submission
from tests.unit.coupquiz.grading.school import (
    ANSWERS,
    KEY,
    NOTEBOOK,
    RIGHT,
    answers_file,
    cell,
    hand_in,
    notebook,
)

SOME = {"first-aim": "college", "night": "1920"}


def handed(folder: Path, **files: bytes) -> Submission:
    """What is read from these files: ``answers``, ``notebook``."""
    names = {"answers": ANSWERS, "notebook": NOTEBOOK}
    hand_in(folder, {names[name]: content for name, content in files.items()})
    return read_submission(folder, KEY)


def concerns(submission: Submission) -> list[str]:
    """What is flagged."""
    return [flag.code for flag in submission.flags]


def test_the_file_counts(tmp_path: Path) -> None:
    """With nothing to look at, whether or not the cell was touched."""
    for number, source in enumerate(("answers = {}", cell(RIGHT), cell({"night": RIGHT["night"]}))):
        read = handed(tmp_path / str(number), answers=answers_file(RIGHT, "a"), notebook=notebook(source))
        assert read.answers == RIGHT
        assert not read.flags


def test_the_cell_counts_where_there_is_no_file(tmp_path: Path) -> None:
    """As where files are lost; that is nothing to look at."""
    read = handed(tmp_path, notebook=notebook(cell(RIGHT)))
    assert read.answers == RIGHT
    assert (read.learner, read.fingerprint, read.flags) == ("", "", ())


@pytest.mark.parametrize("content", [answers_file({}, "a"), answers_file({"night": ""}, "a")])
def test_the_cell_counts_where_the_file_has_no_answer(tmp_path: Path, content: bytes) -> None:
    """And that is said."""
    read = handed(tmp_path, answers=content, notebook=notebook(cell(SOME)))
    assert read.answers == SOME
    assert concerns(read) == [Concern.CELL]


def test_where_they_disagree_the_file_counts_and_a_teacher_hears_of_it(tmp_path: Path) -> None:
    """With the questions named; it does not mix them."""
    source = cell({**SOME, "night": "7 May 1920", "how-many": "supported"})
    read = handed(tmp_path, answers=answers_file(SOME, "a"), notebook=notebook(source))
    assert read.answers == SOME
    assert concerns(read) == [Concern.DISAGREES]
    assert "night, how-many" in read.flags[0].what


def test_scores_in_a_file_count_for_nothing(tmp_path: Path) -> None:
    """Only the answers are taken out of it."""
    plain = handed(tmp_path / "a", answers=answers_file(SOME, "a"))
    boasting = handed(tmp_path / "b", answers=answers_file(SOME, "a", best=1.0, solved=True, tries=9))
    assert boasting == plain


def test_answers_that_were_set_aside_count(tmp_path: Path) -> None:
    """A bank that the student's notebook knew less of had put them there."""
    at = datetime(2026, 3, 2, tzinfo=UTC)
    aside = {RecordKey(KEY.bank.id, "night"): Record(Attempt("1920"), at)}
    records = {RecordKey(KEY.bank.id, "first-aim"): Record(Attempt("college"), at)}
    read = handed(tmp_path, answers=dump(AnswersFile("n", "0" * 32, "", records, aside)))
    assert read.answers == SOME


def test_one_file_of_another_name_counts(tmp_path: Path) -> None:
    """As browsers rename what is downloaded twice; hidden files are none."""
    hand_in(
        tmp_path,
        {
            "tiflis-test (2).answers.json": answers_file(SOME, "a"),
            "._tiflis-test.answers.json": b"left by a Mac",
            "copy.ipynb": notebook(),
        },
    )
    read = read_submission(tmp_path, KEY)
    assert read.answers == SOME
    assert concerns(read) == [Concern.OTHER_NAME, Concern.OTHER_NAME]


def test_the_folder_in_a_folder_is_found(tmp_path: Path) -> None:
    """Nbgrader puts the assignment's folder into the student's, learning platforms do not."""
    hand_in(tmp_path / "anna" / KEY.id, {ANSWERS: answers_file(SOME, "anna")})
    hand_in(tmp_path / "ben", {ANSWERS: answers_file(SOME, "ben")})
    hand_in(tmp_path / ".git", {"config": b""})
    (tmp_path / "readme.txt").touch()
    assert list(class_list(tmp_path, KEY).students) == ["anna", "ben"]
    assert all(
        read_submission(submission_folder(tmp_path / name, KEY), KEY).answers == SOME
        for name in ("anna", "ben")
    )


@pytest.fixture
def plain_users_folder() -> Iterator[Path]:
    """A folder of a user to whom something can be forbidden, as which the test then runs: not root."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        with TemporaryDirectory() as folder:
            yield Path(folder)
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="there, nobody is forbidden to read like this")
@pytest.mark.parametrize("closed", ["a", f"a/{ANSWERS}"])
def test_what_may_not_be_read_is_flagged(closed: str, plain_users_folder: Path) -> None:
    """A folder, and a file."""
    hand_in(plain_users_folder / "a", {ANSWERS: answers_file(SOME, "a")})
    (plain_users_folder / closed).chmod(0)
    read = read_submission(submission_folder(plain_users_folder / "a", KEY), KEY)
    (plain_users_folder / closed).chmod(0o700)
    assert set(concerns(read)) == {Concern.DAMAGED}


def test_a_disk_that_fails_is_flagged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stops nobody else."""
    hand_in(tmp_path, {ANSWERS: answers_file(SOME, "a")})

    def fail(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("coupquiz.files.disk.read", fail)
    read = read_submission(tmp_path, KEY)
    assert concerns(read) == [Concern.DAMAGED]
    assert "Input/output error" in read.flags[0].what


def test_a_fingerprint_tells_copies_from_neighbours(tmp_path: Path) -> None:
    """It changes with a moment, not with the order in which the file is written."""
    one = handed(tmp_path / "1", answers=answers_file(RIGHT, "anna"))
    other = handed(tmp_path / "2", answers=answers_file(RIGHT, "ben"))
    backwards = handed(tmp_path / "3", answers=answers_file(dict(reversed(RIGHT.items())), "anna"))
    assert one.fingerprint == backwards.fingerprint != other.fingerprint
    assert one.learner != other.learner


def test_an_answers_file_of_the_lesson_is_read_with_its_byte_mark(tmp_path: Path) -> None:
    """As editors on Windows save it."""
    read = handed(
        tmp_path, answers=b"\xef\xbb\xbf" + answers_file(SOME, "a"), notebook=b"\xef\xbb\xbf" + notebook()
    )
    assert read.answers == SOME
    assert not read.flags


def test_answers_keep_their_form(tmp_path: Path) -> None:
    """What was given is what is graded."""
    read = handed(tmp_path, answers=answers_file(RIGHT, "a"))
    assert json.dumps(read.answers) == json.dumps(RIGHT)
