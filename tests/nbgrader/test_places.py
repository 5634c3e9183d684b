"""Work in slightly wrong places, marked inside nbgrader: as by the command, if nbgrader sees the folder."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.nbgrader.courses import course_with, marks, nbgrader
from tests.server import run_here
from tests.unit.coupquiz.grading.school import (
    ANSWERS,
    KEY,
    NOTEBOOK,
    RIGHT,
    answers_file,
    hand_in,
    packed,
    snapshot,
)

ID = KEY.id
RIGHT_FILE = answers_file(RIGHT, "later")
OLDER = answers_file({"first-aim": "palace"}, "better")

LAID = {
    "in-its-place": {f"{ID}/{ANSWERS}": RIGHT_FILE},
    "renamed": {f"{ID}/{ID} (1).answers.json": RIGHT_FILE},
    "beside": {ANSWERS: RIGHT_FILE},
    "unpacked-twice": {f"{ID} (1)/{ID}/{ANSWERS}": RIGHT_FILE},
    "older-in-its-place": {f"{ID}/{ANSWERS}": OLDER, f"{ID} (1)/{ANSWERS}": RIGHT_FILE},
    "older-beside": {f"{ID}/{ANSWERS}": RIGHT_FILE, ANSWERS: OLDER},
    "packed": {f"{ID}.zip": packed((f"{ID}/{ANSWERS}", RIGHT_FILE))},
    "loose": {},
}
"""Where answers lie that are all right; the notebook is where nbgrader looks for it."""


def test_both_ways_count_the_same_file(tmp_path: Path) -> None:
    """Full marks for everybody, the same from both, and nothing in any folder is touched."""
    course = course_with(tmp_path)
    released = (course.release(ID) / NOTEBOOK).read_bytes()
    for student, files in LAID.items():
        hand_in(course.submitted / student / ID, {NOTEBOOK: released})
        for name, content in files.items():
            path = course.submitted / student / name
            hand_in(path.parent, {path.name: content})
    hand_in(course.submitted, {f"loose_{ID}.answers.json": RIGHT_FILE})
    before = snapshot(course.submitted)
    ended = nbgrader(course, "autograde", ID)
    assert ended.returncode == 0, ended.stderr
    assert snapshot(course.submitted) == before
    assert {student: found.total for student, found in marks(course).items()} == dict.fromkeys(LAID, 20)
    assert "older-in-its-place: [several versions]" in ended.stderr
    run_here("grade", str(course.submitted), "--key", str(course.key(ID)))
    with (course.root / f"{ID}-marks" / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["student"]: row["points"] for row in csv.DictReader(file)} == dict.fromkeys(LAID, "20")
