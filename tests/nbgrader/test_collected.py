"""What comes from platforms, marked inside nbgrader: the same marks for the same people as by the command."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from tests.nbgrader.courses import course_with, marks, nbgrader, nbgrader_in
from tests.server import run_here
from tests.unit.coupquiz.grading.school import ANSWERS, KEY, NOTEBOOK, RIGHT, answers_file, hand_in
from tests.unit.coupquiz.grading.sixty import class_of_sixty, lay_sixty

ID = KEY.id


@pytest.mark.slow
def test_a_class_of_sixty_gets_the_same_marks_both_ways(tmp_path: Path) -> None:
    """After one command, which nbgrader needs and `grade` does not; as the table has it."""
    course = course_with(tmp_path)
    lay_sixty(course.submitted)
    table = {pupil.name: pupil.points for pupil in class_of_sixty()}
    for _ in ("before", "after"):
        run_here("grade", str(course.submitted), "--key", str(course.key(ID)))
        with (course.root / f"{ID}-marks" / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
            assert {row["student"]: float(row["points"]) for row in csv.DictReader(file)} == table
        assert run_here("doctor", str(course.root), "--mend", "--yes").returncode == 0
    ended = nbgrader(course, "autograde", ID)
    assert ended.returncode == 0, ended.stderr
    assert nbgrader(course, "export").returncode == 0
    with (course.root / "grades.csv").open(encoding="utf-8", newline="") as file:
        assert {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)} == table


@pytest.mark.slow
@pytest.mark.parametrize("rest", [r"(?P<file_id>.*)", r"(?P<file_id>[\w-]+)"])
def test_answers_files_are_collected_with_the_notebooks(tmp_path: Path, rest: str) -> None:
    """With the pattern of nbgrader's own documentation, and with one that ends at the first full stop."""
    course = course_with(tmp_path)
    released = course.release(ID)
    with course.config.open("a", encoding="utf-8") as file:
        pattern = rf".*_(?P<student_id>\w+)_attempt_(?P<timestamp>[0-9\-]+)_{rest}"
        file.write(f"\nc.FileNameCollectorPlugin.named_regexp = {pattern!r}\n")
    work = {path.name: path.read_bytes() for path in released.iterdir()}
    for student in ("anna", "ben"):
        called = "Ben.json" if student == "ben" else ANSWERS
        files = {**work, called: answers_file(RIGHT, student)}
        named = {f"x_{student}_attempt_2026-05-03-10-00-00_{name}": file for name, file in files.items()}
        hand_in(course.root / "downloaded" / ID / "archive", named)
    found = run_here("doctor", str(course.root)).stdout
    assert f"nbgrader zip_collect {ID} --force" in found
    for step in ("zip_collect", "autograde"):
        ended = nbgrader(course, step, ID)
        assert ended.returncode == 0, ended.stderr
    assert {student: found.total for student, found in marks(course).items()} == {"anna": 20, "ben": 20}
    assert "zip_collect" not in run_here("doctor", str(course.root)).stdout


@pytest.mark.slow
def test_a_mark_by_hand_stands_in_the_feedback(tmp_path: Path) -> None:
    """Given in the formgrader to an answer that cannot be read; a course is found from anywhere else."""
    course = course_with(tmp_path)
    unread = {**RIGHT, "night": "some night or other"}
    released = (course.release(ID) / NOTEBOOK).read_bytes()
    hand_in(course.submitted / "anna" / ID, {NOTEBOOK: released, ANSWERS: answers_file(unread, "anna")})
    home = tmp_path / "home"
    hand_in(
        home / ".jupyter", {"nbgrader_config.py": b"c = get_config()\nc.CourseDirectory.root = '/nowhere'\n"}
    )
    assert nbgrader_in(course.root, home, "autograde", ID).returncode == 0
    with Gradebook(f"sqlite:///{course.gradebook}") as book:
        grade = book.find_grade("night", ID, ID, "anna")
        assert grade.score == 0
        grade.manual_score = 0.5
        book.db.commit()
    ended = nbgrader(course, "generate_feedback", ID)
    assert ended.returncode == 0, ended.stderr
    html = (course.root / "feedback" / "anna" / ID / f"{ID}.html").read_text(encoding="utf-8")
    assert "Not understood" not in html
    assert "It cannot be read as an answer." not in html
    assert html.count("Marked by your teacher") == 1
    assert "0.5 of 4 points" in html
