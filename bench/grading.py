"""How long it takes to mark a class, and in how much memory; a line of the README's table for each.

python -m bench.grading             100, 1,000 and 10,000 submissions
python -m bench.grading --nbgrader  and ten of the same students with nbgrader, as it comes
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.coupquiz.grading.school import KEY, PAPER, RIGHT, cell, hand_in, lay_made_up, made_up, notebook

_GRADE = """
import resource, sys
from coupquiz.command import main
status = main(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
sys.exit(status)
"""


def main() -> None:
    """Measure, and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--nbgrader", action="store_true", help="measure nbgrader too; it has to be installed"
    )
    chosen = parser.parse_args()
    print("| what | submissions | seconds | milliseconds each | megabytes |\n|---|---|---|---|---|")
    with TemporaryDirectory() as folder:
        for count in (100, 1_000, 10_000):
            took, megabytes = grade(Path(folder, str(count)), count)
            row("`coup1920 grade`", count, took, f"{megabytes:.0f}")
        if chosen.nbgrader:
            once, more = (autograde(Path(folder, f"course-{count}"), count) for count in (1, 11))
            row("`nbgrader autograde`, the first", 1, once, "")
            row("`nbgrader autograde`, ten more", 10, more - once, "")


def row(what: str, count: int, seconds: float, megabytes: str) -> None:
    """Print a line of the table."""
    print(f"| {what} | {count:,} | {seconds:.2f} | {seconds / count * 1000:.2f} | {megabytes} |", flush=True)


def grade(folder: Path, count: int) -> tuple[float, float]:
    """Return the seconds that the command takes for so many submissions, start included, and its memory."""
    lay_made_up(folder / "submitted", count)
    arguments = ["grade", str(folder / "submitted"), "--key", str(KEY), "--out", str(folder / "marks")]
    begun = time.perf_counter()
    ended = subprocess.run(
        [sys.executable, "-c", _GRADE, *arguments], check=True, capture_output=True, text=True
    )
    took = time.perf_counter() - begun
    kilobytes = int(ended.stdout.splitlines()[-1]) / (1 if sys.platform == "linux" else 1024)
    return took, kilobytes / 1024


def autograde(course: Path, count: int) -> float:
    """Return the seconds that nbgrader takes for so many of the same students, answers typed into a cell."""
    hand_in(
        course,
        {"nbgrader_config.py": f"c = get_config()\nc.CourseDirectory.root = {str(course)!r}\n".encode()},
    )
    hand_in(course / "source" / PAPER.id, {f"{PAPER.id}.ipynb": tested(RIGHT)})
    nbgrader(course, "generate_assignment", PAPER.id)
    for name, answers in made_up(count):
        hand_in(course / "submitted" / name / PAPER.id, {f"{PAPER.id}.ipynb": tested(answers)})
    begun = time.perf_counter()
    nbgrader(course, "autograde", PAPER.id)
    return time.perf_counter() - begun


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


if __name__ == "__main__":
    main()
