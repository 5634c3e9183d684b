"""Courses for nbgrader to work on, with submissions made up for tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from nbgrader.api import Gradebook

from coupquiz.course.assignment import make
from coupquiz.course.course_folder import Course
from coupquiz.grading.answer_key import AnswerKey
from tests.server import environment
from tests.unit.coupquiz.grading.school import CLASS, KEY


def course_with(root: Path) -> Course:
    """A course with one assignment, made and generated."""
    shutil.copytree(_generated().name, root, dirs_exist_ok=True)
    return Course(root / "course")


@cache
def _generated() -> TemporaryDirectory[str]:
    """Return a folder with such a course, to be copied: nbgrader takes seconds to make one."""
    folder = TemporaryDirectory(prefix="course-")
    course = Course(Path(folder.name) / "course")
    make(KEY, CLASS / "bank.toml", course, own_case=None, replace=False)
    ended = nbgrader(course, "generate_assignment", KEY.id)
    assert ended.returncode == 0, ended.stderr
    return folder


def nbgrader(course: Course, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `nbgrader ARGUMENTS` in a course, to its end, and return what it said."""
    home = course.root.parent / "home"
    home.mkdir(exist_ok=True)
    return nbgrader_in(course.root, home, *arguments)


def nbgrader_in(folder: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `nbgrader ARGUMENTS` in a folder, for a user with this home folder."""
    programs = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))  # it calls alembic
    return subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=folder,
        env=environment(home, PATH=programs),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=900,
        check=False,
    )


@dataclass(frozen=True)
class Marks:
    """What the gradebook has of a student."""

    points: Mapping[str, float]
    """By question."""
    total: float
    to_mark: tuple[str, ...]


def marks(course: Course, key: AnswerKey = KEY) -> dict[str, Marks]:
    """What the gradebook has of every student who handed something in."""
    with Gradebook(f"sqlite:///{course.gradebook}") as book:
        return {
            submission.student.id: _marks(submission) for submission in book.assignment_submissions(key.id)
        }


def _marks(submission: Any) -> Marks:
    grades = {grade.name: grade for notebook in submission.notebooks for grade in notebook.grades}
    return Marks(
        {name: grade.score for name, grade in grades.items()},
        submission.score,
        tuple(sorted(name for name, grade in grades.items() if grade.needs_manual_grade)),
    )
