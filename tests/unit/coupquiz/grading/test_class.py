"""A class of thirty, graded by the command, against a table that was worked out by hand."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from coupquiz.grading.grade import grade
from coupquiz.grading.students.class_folder import submission_folder
from coupquiz.grading.submission import read_submission
from tests.server import run
from tests.unit.coupquiz.grading.school import KEY, KEY_FILE, STUDENTS, lay

SCORED = [item for item in KEY.items if item.question.scored]

each_student = pytest.mark.parametrize("student", STUDENTS, ids=lambda student: student["name"])


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """The lines of the table of marks, by student."""
    home = tmp_path_factory.mktemp("class")
    lay(home / "submitted", within=KEY.id)
    ended = run(
        "grade", str(home / "submitted"), "--key", str(KEY_FILE), "--out", str(home / "out"), home=home
    )
    assert ended.returncode == 0, ended.stderr
    with (home / "out" / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def test_the_class_is_whole() -> None:
    """Thirty different students, and what each should get adds up."""
    assert len({student["name"] for student in STUDENTS}) == 30
    for student in STUDENTS:
        assert len(student["points"]) == len(SCORED)
        assert sum(student["points"]) == pytest.approx(student["total"])
        assert all(0 <= got <= item.points for got, item in zip(student["points"], SCORED, strict=True))


def test_nobody_is_left_out(rows: dict[str, dict[str, str]]) -> None:
    """A line for each, in the order of names."""
    assert list(rows) == [student["name"] for student in STUDENTS]


@each_student
def test_marks_agree_with_the_table(rows: dict[str, dict[str, str]], student: dict[str, Any]) -> None:
    """Every question, the sum, and what waits for a teacher."""
    row = rows[student["name"]]
    assert [float(row[item.question.id]) for item in SCORED] == pytest.approx(student["points"], abs=0.005)
    assert float(row["points"]) == pytest.approx(student["total"], abs=0.005)
    assert float(row["of"]) == (20 if student.get("to_mark") else 23)  # own words that are missing get 0 of 3
    assert row["to mark"] == ("why-it-failed" if student.get("to_mark") else "")


@each_student
def test_flags_agree_with_the_table(rows: dict[str, dict[str, str]], student: dict[str, Any]) -> None:
    """What a teacher should look at, and nothing else."""
    said = rows[student["name"]]["look at"]
    found = sorted(piece.split("]")[0] for piece in said.split("[")[1:])
    assert found == student.get("flags", [])


@each_student
def test_each_alone_gets_the_same_as_in_the_class(student: dict[str, Any], tmp_path: Path) -> None:
    """The function behind it all, with no class around it."""
    others = [other for other in STUDENTS if other["name"] == student.get("of")]
    lay(tmp_path, [student, *others])
    handed = read_submission(submission_folder(tmp_path / student["name"], KEY), KEY)
    result = grade(KEY, handed.answers, student["name"])
    assert [mark.points for mark in result.marks][: len(SCORED)] == pytest.approx(student["points"])
