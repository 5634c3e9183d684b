"""`coup1920 doctor --mend`: submissions lie where nbgrader looks for them, and nothing is lost."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from coupquiz.course.assignment import make
from coupquiz.course.course_folder import Course
from coupquiz.course.mending import mend, mend_steps
from coupquiz.grading.students.class_list import class_list
from coupquiz.grading.submission import read_submission
from tests.server import run_here
from tests.unit.coupquiz.grading.school import (
    ANSWERS,
    CLASS,
    KEY,
    NOTEBOOK,
    RIGHT,
    answers_file,
    cell,
    hand_in,
    notebook,
    packed,
    snapshot,
)

ID = KEY.id
LATER = answers_file(RIGHT, "later")
OLDER = answers_file({"first-aim": "palace"}, "better")
OWN = notebook(f'quiz = Quiz("{ID}.questions.json", notebook="{ID}")', "# mine")
NFC, NFD = normalize("NFC", "Zoé"), normalize("NFD", "Zoé")

MOODLE = "Anna_101_assignsubmission_file_"

LAID = {
    "renamed": ({f"anna/{ID}/{ID} (1).ipynb": OWN, f"anna/{ID}/{ANSWERS}": LATER}, "anna"),
    "both renamed": ({f"anna/{ID}/mine.ipynb": OWN, f"anna/{ID}/{ID}-2.answers.json": LATER}, "anna"),
    "packed": ({f"anna/{ID}.zip": packed((NOTEBOOK, OWN), (ANSWERS, LATER))}, "anna"),
    "loose": ({f"anna_{ANSWERS}": LATER, f"anna_{NOTEBOOK}": OWN}, "anna"),
    "beside": ({f"anna/{ANSWERS}": LATER, f"anna/{NOTEBOOK}": OWN}, "anna"),
    "without a notebook": ({f"anna/{ID}/{ANSWERS}": LATER}, "anna"),
    "in the notebook": ({f"anna/{NOTEBOOK}": notebook(cell(RIGHT))}, "anna"),
    "older in its place": ({f"anna/{ID}/{ANSWERS}": OLDER, f"anna/x/{ANSWERS}": LATER}, "anna"),
    "Moodle": (
        {
            f"Anna_101_assignsubmission_file_/{ID}/{name}": c
            for name, c in ((NOTEBOOK, OWN), (ANSWERS, LATER))
        },
        "Anna_101",
    ),
    "two folders": ({f"{NFC}/{ID}/{NOTEBOOK}": OWN, f"{NFD}/{ID}/{ANSWERS}": LATER}, NFC),
    "a name with brackets": (
        {f"anna [10b]/{ID}/{NOTEBOOK}": OWN, f"anna [10b]/{ID}/{ANSWERS}": LATER},
        "anna -10b-",
    ),
}


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A course with an assignment that was released."""
    course = Course(tmp_path / "course")
    make(KEY, CLASS / "bank.toml", course, own_case=None, replace=False)
    files = {path.name: path.read_bytes() for path in course.source(ID).iterdir()}
    hand_in(course.release(ID), files)
    return course


def lay(course: Course, files: dict[str, bytes]) -> None:
    """Write files into what was submitted, by their paths."""
    for name, content in files.items():
        hand_in((course.submitted / name).parent, {Path(name).name: content})


@pytest.mark.parametrize("name", LAID)
def test_work_is_put_where_nbgrader_looks(course: Course, name: str) -> None:
    """First it is only said; then it is done, once, and nothing is lost."""
    files, student = LAID[name]
    lay(course, files)
    before = snapshot(course.submitted)
    said = run_here("doctor", str(course.root), "--mend")
    assert "Nothing has been changed yet." in said.stdout
    assert snapshot(course.submitted) == before
    assert "Done." in run_here("doctor", str(course.root), "--mend", "--yes").stdout
    place = course.submitted / student / ID
    assert (place / NOTEBOOK).is_file()
    assert [file.name for file in place.glob("*.ipynb")] == [NOTEBOOK]
    assert [found.parent for found in course.submitted.glob(f"*/{ID}/*.ipynb")] == [place]
    assert [*class_list(course.submitted, KEY).students] == [student]
    handed = read_submission(course.submitted / student, KEY)
    assert handed.answers == RIGHT
    kept = {path.read_bytes() for path in course.root.rglob("*") if path.is_file()}
    assert set(files.values()) <= kept
    assert "Everything is where" in run_here("doctor", str(course.root), "--mend").stdout


def test_what_is_in_order_stays(course: Course) -> None:
    """And who has handed in nothing has nothing."""
    lay(course, {f"anna/{ID}/{NOTEBOOK}": OWN, f"anna/{ID}/{ANSWERS}": LATER, "ben/note.txt": b""})
    (course.submitted / "carl").mkdir()
    assert list(mend_steps(course, [KEY])) == []


def test_copies_become_one_file(course: Course) -> None:
    """With what both hold."""
    half = answers_file({id: RIGHT[id] for id in [*RIGHT][:3]}, "later")
    rest = answers_file({id: RIGHT[id] for id in [*RIGHT][3:]}, "later")
    lay(course, {f"anna/{ID}/{ANSWERS}": half, f"anna/{ID}/{ID}.answers-LAPTOP.json": rest})
    mend(course, list(mend_steps(course, [KEY])))
    (course.submitted / "anna" / ID / f"{ID}.answers-LAPTOP.json").unlink()
    assert read_submission(course.submitted / "anna", KEY).answers == RIGHT
