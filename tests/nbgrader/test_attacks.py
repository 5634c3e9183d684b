"""Every attack against nbgrader that marks as data: none scores, stops the others or reaches them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from coupquiz.course.course_folder import Course
from tests.nbgrader.courses import Marks, course_with, marks, nbgrader
from tests.unit.coupquiz.grading.hostile import CODE, FILES, lay_submissions
from tests.unit.coupquiz.grading.school import (
    ANSWERS,
    KEY,
    NOTEBOOK,
    answers_file,
    hand_in,
    notebook,
    snapshot,
)

LINKS = ("link", "linked-folder", "way-out", "folder-for-a-file")
NO_FILES = ("link-to-nothing", "pipe")
"""What nbgrader cannot copy; it says so, and goes on."""


def _doubled(cells: list[Any]) -> list[Any]:
    return [*cells, *cells]


def _points(cells: list[Any]) -> list[Any]:
    for cell in cells:
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"]["points"] = 1000
    return cells


def _version(number: object) -> Callable[[list[Any]], list[Any]]:
    def change(cells: list[Any]) -> list[Any]:
        for cell in cells:
            if "nbgrader" in cell["metadata"]:
                cell["metadata"]["nbgrader"]["schema_version"] = number
        return cells

    return change


def _unlocked(cells: list[Any]) -> list[Any]:
    for cell in cells:
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"] |= {"locked": False, "solution": True}
            cell["source"] = "1000.0"
    return cells


def _with_outputs(cells: list[Any]) -> list[Any]:
    for cell in cells:
        if cell["cell_type"] == "code":
            data = {"text/plain": "2.0", "text/html": "<script>alert(1)</script>"}
            cell["outputs"] = [
                {"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": 1}
            ]
    return cells


def _nonsense(cells: list[Any]) -> list[Any]:
    for number, cell in enumerate(cells):
        cell["metadata"] = [None, 7, [], {"nbgrader": 7}, {"nbgrader": {"grade_id": ["x"]}}][number % 5]
    return cells


def _with_script(cells: list[Any]) -> list[Any]:
    script = "<script>fetch('/formgrader/api/grade/1', {method: 'PUT'})</script>"
    for cell in cells:
        if cell["cell_type"] == "markdown":
            cell["source"] = script
    return [*cells, {**cells[0], "id": "mine", "attachments": {"a.svg": {"image/svg+xml": script}}}]


CELLS: dict[str, Callable[[list[Any]], list[Any]]] = {
    "all-cells-twice": _doubled,
    "no-cells": lambda _: [],
    "without-marked-cells": lambda cells: [cell for cell in cells if "nbgrader" not in cell["metadata"]],
    "more-points": _points,
    "old-schema": _version(1),
    "new-schema": _version(99),
    "schema-of-text": _version("three"),
    "unlocked": _unlocked,
    "outputs-of-its-own": _with_outputs,
    "metadata-of-nonsense": _nonsense,
    "markup-and-attachments": _with_script,
    "backwards": lambda cells: cells[::-1],
}
"""What can be done to the cells that nbgrader knows; the answers beside them are all wrong."""


@dataclass(frozen=True)
class Graded:
    """A course with attackers among its students, marked once."""

    course: Course
    marks: dict[str, Marks]
    said: str


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """All attacks at once."""
    home = tmp_path_factory.mktemp("attacks")
    course = course_with(home)
    lay_submissions(course.submitted, KEY.id, {NOTEBOOK: notebook()})
    for name, change in CELLS.items():
        values = json.loads((course.release(KEY.id) / NOTEBOOK).read_bytes())
        values["cells"] = change(values["cells"])
        files = {NOTEBOOK: json.dumps(values).encode(), ANSWERS: answers_file({"first-aim": "palace"}, name)}
        hand_in(course.submitted / f"cells-{name}" / KEY.id, files)
    before = {folder: snapshot(course.root / folder) for folder in ("submitted", "source", "release", "keys")}
    ended = nbgrader(course, "autograde", KEY.id)
    fed = nbgrader(course, "generate_feedback", KEY.id)
    assert fed.returncode == 0, fed.stderr
    assert {folder: snapshot(course.root / folder) for folder in before} == before
    assert {path.name for path in home.iterdir()} == {"course", "home"}
    assert not (course.root / "touched").exists()
    return Graded(course, marks(course), ended.stderr)


@pytest.mark.parametrize("name", ["anna", "carl", "zoe"])
def test_honest_neighbours_get_exact_marks(graded: Graded, name: str) -> None:
    """All that their answers are worth."""
    assert graded.marks[name].total == 20


@pytest.mark.parametrize(
    "name",
    [
        *(f"code-{name}" for name in CODE),
        *(f"file-{name}" for name in FILES),
        *(f"cells-{name}" for name in CELLS),
        *LINKS,
    ],
)
def test_no_attack_scores(graded: Graded, name: str) -> None:
    """It is marked like every other submission, and gets nothing in any question."""
    found = graded.marks[name]
    assert found.total == 0
    assert {found.points[item.question.id] for item in KEY.items} == {0}


def test_nobody_is_left_out(graded: Graded) -> None:
    """But for what is no file at all, which nbgrader names when it is done with the others."""
    folders = {path.name for path in graded.course.submitted.iterdir()}
    left_out = set() if sys.platform == "win32" else set(NO_FILES)
    assert folders - set(graded.marks) == left_out
    assert all(f"for student '{name}'" in graded.said for name in left_out)


def test_nothing_is_copied_through_a_link(graded: Graded) -> None:
    """What a link leads to is nobody's to get back as feedback."""
    for name in LINKS[:-1]:
        for folder in ("autograded", "feedback"):
            found = {path.name for path in (graded.course.root / folder / name).rglob("*") if path.is_file()}
            assert ANSWERS not in found


def test_no_output_or_markup_of_a_student_is_shown(graded: Graded) -> None:
    """Neither in the formgrader, which shows the marked notebooks, nor in feedback."""
    leaked = ("LEAKED", "<script", "fetch('/formgrader", "image/svg+xml")
    for file in graded.course.autograded.rglob("*.ipynb"):
        cells = json.loads(file.read_bytes())["cells"]
        shown = json.dumps([cell.get("outputs") for cell in cells])
        words = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
        assert not [text for text in leaked if text in shown], file
        assert "<script" not in words
    for file in (graded.course.root / "feedback").rglob("*.html"):
        content = file.read_text(encoding="utf-8")
        assert not [text for text in ("<script>alert", "<script>fetch", "image/svg+xml") if text in content]


def test_a_course_that_forgot_its_configuration_gives_nothing_away(tmp_path: Path) -> None:
    """Run by nbgrader as it comes, each cell fails and says what is missing, and nobody gets points."""
    course = course_with(tmp_path)
    course.config.write_text("c = get_config()\nc.CourseDirectory.course_id = 'x'\n", encoding="utf-8")
    released = (course.release(KEY.id) / NOTEBOOK).read_bytes()
    files = {NOTEBOOK: released, ANSWERS: answers_file({"first-aim": "palace"}, "ben")}
    hand_in(course.submitted / "ben" / KEY.id, files)
    ended = nbgrader(course, "autograde", KEY.id)
    assert ended.returncode == 0, ended.stderr
    assert marks(course)["ben"].total == 0
    assert "configure(c)" in (course.autograded / "ben" / KEY.id / NOTEBOOK).read_text(encoding="utf-8")
