"""How long it takes to mark a class, and in how much memory, against nbgrader."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from bench.table import Row, compared, missed, share
from coupquiz.course.course_folder import Course
from tests.nbgrader.courses import course_with, nbgrader
from tests.unit.coupquiz.grading.school import (
    ANSWERS,
    KEY,
    KEY_FILE,
    NOTEBOOK,
    PEAK,
    RIGHT,
    answers_file,
    cell,
    hand_in,
    lay_made_up,
    made_up,
    notebook,
)

_SOME, _MANY = 1_000, 10_000  # submissions
_ROUNDS = 3
_LEEWAY = 1.25  # for a busy machine
_GROWTH = 1.5  # of memory: of each submission a row of the table is held, and no page

_GRADE = (
    PEAK
    + """
from coupquiz.cli.main import main
status = main(sys.argv[1:])
print(peak())
sys.exit(status)
"""
)


def rows() -> Iterator[Row]:
    """Yield the rows on grading: what a further submission takes, and how time and memory grow."""
    some, many, plain, as_data = zip(*(_round() for _ in range(_ROUNDS)), strict=True)
    times = [[took for took, _ in taken] for taken in (some, many)]
    ours = [(more - less) / (_MANY - _SOME) for less, more in zip(*times, strict=True)]
    theirs = "`nbgrader autograde` as it comes"
    yield compared("`coup1920 grade`, for each further submission", ours, theirs, plain, most=1 / 1_000)
    what = "`nbgrader autograde` of answers as data, for the same"
    yield compared(what, as_data, theirs, plain, most=1 / 4)
    what = f"`coup1920 grade`, {_MANY:,} submissions in one go, start included"
    yield compared(what, times[1], f"{_SOME:,}", times[0], most=_LEEWAY * _MANY / _SOME)
    less, more = (median(megabytes for _, megabytes in taken) for taken in (some, many))
    grown = f"{share(more / less)}{missed(more / less, _GROWTH)}"
    yield Row("the memory for that", f"{more:.0f} MB", f"{_SOME:,}: {less:.0f} MB", grown, share(_GROWTH))


def _round() -> tuple[tuple[float, float], tuple[float, float], float, float]:
    """Return what grading takes for some and for many, and nbgrader for a further one, plain and as data."""
    with TemporaryDirectory() as folder:
        return (
            grade(Path(folder, "some"), _SOME),
            grade(Path(folder, "many"), _MANY),
            further(autograde_as_it_comes, Path(folder, "plain"), 5),
            further(autograde_as_data, Path(folder, "data"), 20),
        )


def grade(folder: Path, count: int) -> tuple[float, float]:
    """Return the milliseconds that the command takes for so many submissions, and the megabytes."""
    lay_made_up(folder / "submitted", count)
    arguments = ["grade", str(folder / "submitted"), "--key", str(KEY_FILE), "--out", str(folder / "marks")]
    begun = perf_counter()
    ended = subprocess.run(
        [sys.executable, "-c", _GRADE, *arguments], check=True, capture_output=True, text=True
    )
    took = (perf_counter() - begun) * 1000
    return took, int(ended.stdout.splitlines()[-1]) / 1024


def autograde_as_it_comes(root: Path, count: int) -> float:
    """Return the milliseconds that nbgrader takes for so many students, answers typed into a cell."""
    course = Course(root / "course")
    config = f"c = get_config()\nc.CourseDirectory.root = {str(course.root)!r}\n"
    hand_in(course.root, {"nbgrader_config.py": config.encode()})
    hand_in(course.source(KEY.id), {NOTEBOOK: tested(RIGHT)})
    run(course, "generate_assignment")
    for name, answers in made_up(count):
        hand_in(course.submitted / name / KEY.id, {NOTEBOOK: tested(answers)})
    return run(course, "autograde")


def autograde_as_data(root: Path, count: int) -> float:
    """Return the milliseconds that nbgrader takes for the same, told to mark answers as data."""
    course = course_with(root)
    for name, answers in made_up(count):
        files = {ANSWERS: answers_file(answers, name), NOTEBOOK: notebook()}
        hand_in(course.submitted / name / KEY.id, files)
    return run(course, "autograde")


def further(autograde: Callable[[Path, int], float], folder: Path, count: int) -> float:
    """Return the milliseconds that nbgrader takes for each of so many submissions after the first."""
    return (autograde(folder / "more", 1 + count) - autograde(folder / "one", 1)) / count


def run(course: Course, step: str) -> float:
    """Let nbgrader do a step, and return its milliseconds."""
    begun = perf_counter()
    nbgrader(course, step, KEY.id).check_returncode()
    return (perf_counter() - begun) * 1000


def tested(answers: Mapping[str, Any]) -> bytes:
    """Return a notebook with answers in a cell, and a test cell for each question, as teachers write them."""
    asked = [item.question.id for item in KEY.items if item.question.scored]
    tests = [f"assert answers.get({id!r}) == {RIGHT[id]!r}" for id in asked]
    values = json.loads(notebook(cell(answers), *tests))
    values["metadata"] = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    _, solution, *cells = values["cells"]
    solution["metadata"]["nbgrader"] = marked("answers", solution=True)
    for item, test in zip(KEY.items, cells, strict=False):
        test["metadata"]["nbgrader"] = marked(item.question.id, grade=True, locked=True, points=item.points)
    return json.dumps(values).encode()


def marked(id: str, **more: object) -> dict[str, object]:
    """Return what nbgrader keeps of a cell."""
    plain = {"solution": False, "grade": False, "locked": False, "task": False, "schema_version": 3}
    return {"grade_id": id, "cell_type": "code", **plain, **more}
