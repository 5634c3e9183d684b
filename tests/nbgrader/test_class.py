"""The class of thirty, marked inside nbgrader: the same as by the command, as the table has it."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

from coupquiz.course.course_folder import Course
from coupquiz.grading.grade import grade
from coupquiz.grading.submission import read_submission
from tests.nbgrader.courses import Marks, course_with, marks, nbgrader
from tests.server import run_here
from tests.unit.coupquiz.grading.school import KEY, NOTEBOOK, STUDENTS, lay, snapshot

SCORED = [item.question.id for item in KEY.scored]
WITHOUT_NOTEBOOK = {"nothing", "cut", "link", "nested"}
"""Ways of handing in without a notebook, which nbgrader passes over."""

each_student = pytest.mark.parametrize("student", STUDENTS, ids=lambda student: student["name"])


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course in which the class was marked, and heard of it."""
    course = course_with(tmp_path_factory.mktemp("class"))
    lay(course.submitted, within=KEY.id)
    before = snapshot(course.submitted)
    for step in (("autograde", KEY.id), ("generate_feedback", KEY.id), ("export",)):
        ended = nbgrader(course, *step)
        assert ended.returncode == 0, ended.stderr
    assert snapshot(course.submitted) == before
    return course


@pytest.fixture(scope="module")
def gradebook(course: Course) -> dict[str, Marks]:
    """What the gradebook has."""
    return marks(course)


@each_student
def test_marks_agree_with_the_table(gradebook: dict[str, Marks], student: dict[str, Any]) -> None:
    """Every question, the sum, and what waits for a teacher."""
    if student.get("made") in WITHOUT_NOTEBOOK:
        assert student["name"] not in gradebook
        assert student["total"] == 0
        return
    found = gradebook[student["name"]]
    assert [found.points[id] for id in SCORED] == pytest.approx(student["points"])
    assert found.total == pytest.approx(student["total"])
    assert found.to_mark == (("why-it-failed",) if student.get("to_mark") else ())


def test_both_ways_agree(course: Course, tmp_path: Path) -> None:
    """Exported by nbgrader and written by the command: the same sums for the same names."""
    out = tmp_path / "out"
    key = str(course.key(KEY.id))
    ended = run_here("grade", str(course.submitted), "--key", key, "--out", str(out))
    assert ended.returncode == 0
    with (out / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
        ours = {row["student"]: float(row["points"]) for row in csv.DictReader(file)}
    with (course.root / "grades.csv").open(encoding="utf-8", newline="") as file:
        theirs = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    assert {name: points for name, points in ours.items() if name in theirs} == pytest.approx(
        theirs, abs=0.005
    )
    assert not any(points for name, points in ours.items() if name not in theirs)


@each_student
def test_feedback_has_what_the_page_has(course: Course, student: dict[str, Any]) -> None:
    """Points, reasons and sentences to every question, unless none is answered: then nothing of the key."""
    if student.get("made") in WITHOUT_NOTEBOOK:
        return
    folder = course.root / "feedback" / student["name"] / KEY.id
    html = (folder / f"{KEY.id}.html").read_text(encoding="utf-8")
    for item, points in zip(KEY.scored, student["points"], strict=True):
        found = re.findall(rf"Score: ([\d.]+) / {item.points}", html)
        assert any(float(got) == pytest.approx(points, abs=0.005) for got in found)
    handed = read_submission(course.submitted / student["name"], KEY)
    is_answered = grade(KEY, handed.answers, student["name"]).is_answered
    explained = len(KEY.scored) if is_answered else 0
    assert html.count("The reading says") == explained
    assert html.count("so there is nothing to explain") == len(KEY.scored) - explained
    (total,) = re.findall(r"\(Score: ([\d.]+) / 23\.0\)", html)
    assert float(total) == pytest.approx(student["total"], abs=0.005)


@each_student
def test_what_to_look_at_stands_in_the_notebook(course: Course, student: dict[str, Any]) -> None:
    """At its top, where the formgrader shows it; copies are seen only beside one another."""
    if student.get("made") in WITHOUT_NOTEBOOK:
        return
    file = course.autograded / student["name"] / KEY.id / NOTEBOOK
    cells = {cell.id: cell for cell in nbformat.read(file, 4).cells}
    (output,) = cells["open_questions"].outputs
    found = sorted(line[1:].split("]")[0] for line in output.data["text/plain"].splitlines())
    assert found == [flag for flag in student.get("flags", []) if flag != "same file as another"]


def test_own_words_wait_with_what_to_look_for(course: Course) -> None:
    """The answer, a good one and the checklist, in the cell that takes the marks."""
    file = course.autograded / "s05" / KEY.id / NOTEBOOK
    cells = {cell.id: cell for cell in nbformat.read(file, 4).cells}
    source = cells["why-it-failed"].source
    assert "Only a few attacked" in source.replace("&#46;", ".")
    assert "One good answer" in source
    assert "You name those who fought back" in source
