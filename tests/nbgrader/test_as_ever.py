"""What nbgrader does beside marking goes on as ever: penalties, marks by hand, assignments that it runs."""

from __future__ import annotations

import json

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.api import Gradebook

from coupquiz.course.cells import marked
from coupquiz.course.course_folder import Course
from tests.nbgrader.courses import course_with, marks, nbgrader
from tests.unit.coupquiz.grading.school import (
    ANSWERS,
    KEY,
    NOTEBOOK,
    RIGHT,
    answers_file,
    hand_in,
    notebook,
)

LATE = "c.LateSubmissionPlugin.penalty_method = 'zero'\n"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course in which nothing counts that comes late."""
    course = course_with(tmp_path_factory.mktemp("as-ever"))
    course.config.write_text(f"{course.config.read_text(encoding='utf-8')}\n{LATE}", encoding="utf-8")
    return course


def hand_in_whole(course: Course, name: str, day: int) -> None:
    """Hand in everything right, and an answer in own words, on a day of March."""
    answers = answers_file(RIGHT | {"why-it-failed": "Few came."}, name)
    files = {
        ANSWERS: answers,
        NOTEBOOK: notebook(),
        "timestamp.txt": f"2026-03-{day:02} 10:00:00 UTC".encode(),
    }
    hand_in(course.submitted / name / KEY.id, files)


def test_who_is_late_gets_the_penalty(course: Course) -> None:
    """Taken from the marks that the answers are worth, in the gradebook and in what is exported."""
    with Gradebook(f"sqlite:///{course.gradebook}") as book:
        book.update_or_create_assignment(KEY.id, duedate="2026-03-02 12:00:00 UTC")
    hand_in_whole(course, "in-time", 2)
    hand_in_whole(course, "late", 3)
    for step in (("autograde", KEY.id), ("export",)):
        assert nbgrader(course, *step).returncode == 0
    lines = (course.root / "grades.csv").read_text(encoding="utf-8").splitlines()
    head = lines[0].split(",")
    rows = {
        row["student_id"]: row
        for row in (dict(zip(head, line.split(","), strict=True)) for line in lines[1:])
    }
    told = ("raw_score", "late_submission_penalty", "score")
    assert [float(rows["in-time"][name] or 0) for name in told] == [20, 0, 20]
    assert [float(rows["late"][name] or 0) for name in told] == [20, 20, 0]


def test_marks_by_hand_stay_when_it_is_marked_again(course: Course) -> None:
    """Own words that were marked, and a mark that was changed; nbgrader asks to look at both again."""
    hand_in_whole(course, "again", 2)
    assert nbgrader(course, "autograde", KEY.id).returncode == 0
    assert marks(course)["again"].to_mark == ("why-it-failed",)
    with Gradebook(f"sqlite:///{course.gradebook}") as book:
        for question, points in {"why-it-failed": 2.5, "night": 3.0}.items():
            grade = book.find_grade(question, KEY.id, KEY.id, "again")
            grade.manual_score = points
            grade.needs_manual_grade = False
        book.db.commit()
    assert nbgrader(course, "autograde", KEY.id, "--student", "again", "--force").returncode == 0
    found = marks(course)["again"]
    assert (found.points["why-it-failed"], found.points["night"], found.total) == (2.5, 3.0, 21.5)
    assert found.to_mark == ("night", "why-it-failed")


def test_an_assignment_without_a_key_is_run(course: Course) -> None:
    """A teacher's other assignments are marked as nbgrader marks them."""
    cells = [
        new_code_cell(
            "### BEGIN SOLUTION\nx = 2\n### END SOLUTION", metadata={"nbgrader": marked("x", solution=True)}
        ),
        new_code_cell(
            "assert x == 2", metadata={"nbgrader": marked("test", grade=True, locked=True, points=3)}
        ),
    ]
    source = course.root / "source" / "python"
    source.mkdir()
    content = new_notebook(cells=cells)
    content.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(content, source / "python.ipynb")
    assert nbgrader(course, "generate_assignment", "python").returncode == 0
    released = json.loads((course.root / "release" / "python" / "python.ipynb").read_bytes())
    for name, number in {"anna": 2, "ben": 3}.items():
        released["cells"][0]["source"] = [f"x = {number}"]
        hand_in(course.submitted / name / "python", {"python.ipynb": json.dumps(released).encode()})
    ended = nbgrader(course, "autograde", "python")
    assert ended.returncode == 0, ended.stderr
    with Gradebook(f"sqlite:///{course.gradebook}") as book:
        scores = {one.student.id: one.score for one in book.assignment_submissions("python")}
    assert scores == {"anna": 3, "ben": 0}
