"""What was given for an assignment when it was made, as its own files tell."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coupquiz.banks import questions_file
from coupquiz.banks.bank import Bank
from coupquiz.course.folder import Course
from coupquiz.files import disk
from coupquiz.grading.flag import named
from coupquiz.grading.marks import number


@dataclass(frozen=True, slots=True)
class Given:
    """What was given; empty is what was not, and may be another one now, with the bank."""

    title: str
    seed: str
    draw: int | None
    points: Mapping[str, float]
    """Which questions were to be asked, by the ids that they have now, and what each was to be worth."""

    def typed(self) -> dict[str, str]:
        """Return what decides on the questions as it would be typed, by the names of the options."""
        options = {}
        if self.draw:
            options["draw"] = f"--draw {self.draw}"
        if self.points:
            worth = (f"{id}={number(points)}" for id, points in self.points.items())
            options["questions"] = f"--questions {named(worth)}"
        return options


def given_before(course: Course, assignment: str, bank: Bank) -> Given:
    """Return what was given for an assignment that is there already; nothing where it cannot be read.

    Args:
        course: Where it is.
        assignment: Its name.
        bank: As it is now; of questions that are no longer in it, nothing was given.
    """
    paper, copy = (_values(file) for file in (course.paper(assignment), course.bank(assignment)))
    title, seed, draw = paper.get("title"), paper.get("seed"), paper.get("draw")
    points = list(_points(paper))
    every = [(id, 1.0) for id, _ in _points(copy)]
    now = {id: question.id for question in bank.questions for id in question.renamed}
    now |= {question.id: question.id for question in bank.questions}
    follows = points == every or copy.get("id", bank.id) != bank.id
    return Given(
        title if isinstance(title, str) and title != copy.get("title") else "",
        seed if isinstance(seed, str) else "",
        draw if type(draw) is int else None,
        {} if follows else {now[id]: worth for id, worth in points if id in now},
    )


def _values(file: Path) -> dict[str, Any]:
    """Return what is in a TOML file; nothing where there is no such file, or none that can be read."""
    with suppress(OSError, ValueError):
        return tomllib.loads((disk.read(file, questions_file.LIMIT) or b"").decode())
    return {}


def _points(values: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """Yield the id of each question of a paper or a bank, and its points; those left out are 1."""
    questions = values.get("question")
    for question in questions if isinstance(questions, list) else ():
        if isinstance(question, dict) and isinstance(id := question.get("id"), str):
            points = question.get("points", 1.0)
            yield id, float(points) if type(points) in (int, float) else 1.0
