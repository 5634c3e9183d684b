"""How long it takes to mark a class, and in how much memory, against nbgrader."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory, mkdtemp
from time import perf_counter
from typing import Any

from bench.table import Row, compared, missed, share
from coupquiz.course.folder import Course
from tests.coupquiz.grading.school import (
    ANSWERS,
    KEY,
    NOTEBOOK,
    PAPER,
    PEAK,
    RIGHT,
    answers_file,
    cell,
    hand_in,
    lay_made_up,
    made_up,
    notebook,
)
from tests.in_nbgrader.courses import course_with, nbgrader

_SOME, _MANY = 1_000, 10_000  # submissions
_FURTHER = 5  # submissions, for nbgrader
_FLAT = 1.1

_GRADE = (
    PEAK
    + """
from coupquiz.command import main
status = main(sys.argv[1:])
print(peak())
sys.exit(status)
"""
)


def rows() -> Iterator[Row]:
    """Yield the rows on grading: what a further submission takes, and how time and memory grow."""
    with TemporaryDirectory() as folder:
        some = [grade(Path(folder, f"some-{number}"), _SOME) for number in range(3)]
        took, megabytes = grade(Path(folder, "many"), _MANY)
        ways = further(autograde_as_it_comes, folder), further(autograde_as_data, folder)
        plain, as_data = zip(*([measure() for measure in ways] for _ in range(2)), strict=True)
    some_took, some_megabytes = (median(values) for values in zip(*some, strict=True))
    ours = (took - some_took) / (_MANY - _SOME)
    theirs = "`nbgrader autograde` as it comes"
    yield compared("`coup1920 grade`, for each further submission", [ours], theirs, plain, most=1 / 1_000)
    yield compared(
        "`nbgrader autograde` of answers as data, for the same", as_data, theirs, plain, most=1 / 4
    )
    what = f"{_MANY:,} submissions in one go, start included"
    yield compared(what, [took], f"{_SOME:,}", [some_took], most=_MANY / _SOME)
    yield Row(
        "the memory for that",
        f"{megabytes:.0f} MB",
        f"{_SOME:,}: {some_megabytes:.0f} MB",
        f"{share(megabytes / some_megabytes)}{missed(megabytes / some_megabytes, _FLAT)}",
        share(_FLAT),
    )


def grade(folder: Path, count: int) -> tuple[float, float]:
    """Return the milliseconds that the command takes for so many submissions, and the megabytes."""
    lay_made_up(folder / "submitted", count)
    arguments = ["grade", str(folder / "submitted"), "--key", str(KEY), "--out", str(folder / "marks")]
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
    hand_in(course.source(PAPER.id), {NOTEBOOK: tested(RIGHT)})
    run(course, "generate_assignment")
    for name, answers in made_up(count):
        hand_in(course.submitted / name / PAPER.id, {NOTEBOOK: tested(answers)})
    return run(course, "autograde")


def autograde_as_data(root: Path, count: int) -> float:
    """Return the milliseconds that nbgrader takes for the same, told to mark answers as data."""
    course = course_with(root)
    for name, answers in made_up(count):
        files = {ANSWERS: answers_file(answers, name), NOTEBOOK: notebook()}
        hand_in(course.submitted / name / PAPER.id, files)
    return run(course, "autograde")


def further(autograde: Callable[[Path, int], float], folder: str) -> Callable[[], float]:
    """Return a function that returns the milliseconds of each submission after the first."""

    def measure() -> float:
        one, more = (autograde(Path(mkdtemp(dir=folder)), count) for count in (1, 1 + _FURTHER))
        return (more - one) / _FURTHER

    return measure


def run(course: Course, step: str) -> float:
    """Let nbgrader do a step, and return its milliseconds."""
    begun = perf_counter()
    nbgrader(course, step, PAPER.id).check_returncode()
    return (perf_counter() - begun) * 1000


def tested(answers: Mapping[str, Any]) -> bytes:
    """Return a notebook with answers in a cell, and a test cell for each question, as teachers write them."""
    asked = [item.question.id for item in PAPER.items if item.question.scored]
    tests = [f"assert answers.get({id!r}) == {RIGHT[id]!r}" for id in asked]
    values = json.loads(notebook(cell(answers), *tests))
    values["metadata"] = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    _, solution, *cells = values["cells"]
    solution["metadata"]["nbgrader"] = marked("answers", solution=True)
    for item, test in zip(PAPER.items, cells, strict=False):
        test["metadata"]["nbgrader"] = marked(item.question.id, grade=True, locked=True, points=item.points)
    return json.dumps(values).encode()


def marked(id: str, **more: object) -> dict[str, object]:
    """Return what nbgrader keeps of a cell."""
    plain = {"solution": False, "grade": False, "locked": False, "task": False, "schema_version": 3}
    return {"grade_id": id, "cell_type": "code", **plain, **more}
