"""How long it takes to mark a class, and in how much memory, against nbgrader."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from bench.table import Row, compared, missed, share
from tests.coupquiz.grading.school import KEY, PAPER, RIGHT, cell, hand_in, lay_made_up, made_up, notebook

_SOME, _MANY = 1_000, 10_000  # submissions
_FURTHER = 10  # submissions, for nbgrader
_FLAT = 1.1

_GRADE = """
import resource, sys
from coupquiz.command import main
status = main(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
sys.exit(status)
"""


def rows() -> Iterator[Row]:
    """Yield the rows on grading: what a further submission takes, and how time and memory grow."""
    with TemporaryDirectory() as folder:
        some = [grade(Path(folder, f"some-{number}"), _SOME) for number in range(3)]
        took, megabytes = grade(Path(folder, "many"), _MANY)
        one, more = (autograde(Path(folder, f"course-{count}"), count) for count in (1, 1 + _FURTHER))
    some_took, some_megabytes = (median(values) for values in zip(*some, strict=True))
    yield compared(
        "`coup1920 grade`, for each further submission",
        [(took - some_took) / (_MANY - _SOME)],
        "`nbgrader autograde` as it comes",
        [(more - one) / _FURTHER],
        most=1 / 1_000,
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
    kilobytes = int(ended.stdout.splitlines()[-1]) / (1 if sys.platform == "linux" else 1024)
    return took, kilobytes / 1024


def autograde(course: Path, count: int) -> float:
    """Return the milliseconds that nbgrader takes for so many of them, answers typed into a cell."""
    hand_in(
        course,
        {"nbgrader_config.py": f"c = get_config()\nc.CourseDirectory.root = {str(course)!r}\n".encode()},
    )
    hand_in(course / "source" / PAPER.id, {f"{PAPER.id}.ipynb": tested(RIGHT)})
    nbgrader(course, "generate_assignment", PAPER.id)
    for name, answers in made_up(count):
        hand_in(course / "submitted" / name / PAPER.id, {f"{PAPER.id}.ipynb": tested(answers)})
    begun = perf_counter()
    nbgrader(course, "autograde", PAPER.id)
    return (perf_counter() - begun) * 1000


def nbgrader(course: Path, *arguments: str) -> None:
    """Run nbgrader in a course."""
    programs = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))  # it calls alembic
    command = [sys.executable, "-m", "nbgrader", *arguments]
    subprocess.run(command, cwd=course, env={**os.environ, "PATH": programs}, check=True, capture_output=True)


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
