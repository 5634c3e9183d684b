"""The example assignment goes through nbgrader as it is: questions, own words and code side by side."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import nbformat
import pytest

from coupquiz.answers.file_format import AnswersFile, Record, RecordKey, dump
from coupquiz.core.behaviour import Attempt
from coupquiz.course.course_folder import Course, notebook_name
from coupquiz.course.doctor import examine
from coupquiz.grading.answer_key import load_key
from coupquiz.in_nbgrader.sandbox import sandbox_problem
from coupquiz.kinds.check import solution
from tests.nbgrader.courses import marks, nbgrader

EXAMPLE = Path(__file__).parents[2] / "exercises" / "assignments" / "course"
NAME = "may-test"
CODE = {
    "undated": 'events = coupdata.events()\nundated = len(events[events["precision"] == "undated"])',
    "red_army": 'by_actor = events.explode("actors")\nred_army = by_actor.head(3)',
}
"""What a student writes: the first is right, the second is not."""


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """The example, copied as its README says, and generated."""
    course = Course(tmp_path / "course")
    shutil.copytree(EXAMPLE, course.root)
    course.keys.chmod(0o700)
    ended = nbgrader(course, "generate_assignment", NAME)
    assert ended.returncode == 0, ended.stderr
    return course


def cells(file: Path) -> dict[str, Any]:
    """The cells of a notebook that nbgrader knows, by the id that it knows them by."""
    notebook = nbformat.read(file, 4)
    return {cell.metadata.nbgrader.grade_id: cell for cell in notebook.cells if "nbgrader" in cell.metadata}


def test_it_is_ready_to_be_released(course: Course) -> None:
    """Nothing is to be mended, and no solution and no hidden test is in what students get."""
    assert examine(course).problems == ()
    released = cells(course.release(NAME) / notebook_name(NAME))
    assert {"undated", "test_undated", "red_army", "test_red_army", "stay-out-or-help"} <= released.keys()
    text = "".join(cell.source for cell in released.values())
    assert not [
        word for word in ("HIDDEN", "SOLUTION", 'explode("actors")\nred_army', ".sum()") if word in text
    ]


def test_answers_and_code_are_marked_side_by_side(course: Course) -> None:
    """Clicked answers as data, code by its tests where it can run apart, own words by hand."""
    key = load_key(course.key(NAME))
    answers = {item.question.id: solution(item.question) or "Because." for item in key.items}
    answers["day-of-mobilisation"] = "May 1920"
    at = datetime(2026, 3, 2, 10, tzinfo=UTC)
    records = {RecordKey(key.bank.id, id): Record(Attempt(answer), at) for id, answer in answers.items()}
    folder = course.submitted / "student-07" / NAME
    shutil.copytree(course.release(NAME), folder)
    (folder / f"{NAME}.answers.json").write_bytes(dump(AnswersFile(NAME, "7" * 32, "", records, {})))
    notebook = nbformat.read(folder / notebook_name(NAME), 4)
    for cell in notebook.cells:
        if (id := cell.metadata.get("nbgrader", {}).get("grade_id")) in CODE:
            cell.source = f"import coupdata\n{CODE[id]}"
    nbformat.write(notebook, folder / notebook_name(NAME))

    ended = nbgrader(course, "autograde", NAME)
    assert ended.returncode == 0, ended.stderr
    given = marks(course, key)["student-07"]
    clicked = {id: given.points[id] for id in answers if id != "stay-out-or-help"}
    assert clicked == dict.fromkeys(clicked, 1.0) | {"day-of-mobilisation": 0.5}
    code = {id: given.points[id] for id in ("test_undated", "test_red_army")}
    if sandbox_problem() is None:
        assert code == {"test_undated": 2.0, "test_red_army": 0.0}
        assert given.to_mark == ("stay-out-or-help",)
    else:
        assert given.to_mark == ("stay-out-or-help", "test_red_army", "test_undated")
