"""An assignment that students have already: what an upgrade of the lesson changes is no fault of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from coupquiz.banks.questions_file import QuestionsError, QuestionsFile, load_questions
from coupquiz.course.assignment_key import questions_of
from coupquiz.course.assignment_notebook import graded_ids
from coupquiz.course.cell_faults import cell_faults
from coupquiz.course.course_folder import Course, questions_name
from coupquiz.files import disk
from coupquiz.grading.answer_key import AnswerKey

_LARGEST = 10_000_000  # bytes of a file that is looked into


def is_out(course: Course, key: AnswerKey) -> bool:
    """Whether students have an assignment: it was released, or somebody has handed it in."""
    return course.release(key.id).is_dir() or any(course.submitted.glob(f"*/{key.id}"))


def is_as_given(course: Course, key: AnswerKey, name: str) -> bool:
    """Whether a file of an assignment that students have is as it was when they got it."""
    source, release = course.source(key.id) / name, course.release(key.id) / name
    if not release.parent.is_dir():
        return is_out(course, key)
    try:
        own, given = disk.read(source, _LARGEST), disk.read(release, _LARGEST)
    except OSError:
        return False
    if own is None or given is None:
        return False
    if name == questions_name(key.id):
        return own == given
    return not [*cell_faults(given, own), *cell_faults(own, given)]


def can_be_marked(file: Path, key: AnswerKey) -> bool:
    """Whether a key marks what is asked in a file that students get, however it is worded or ordered."""
    if file.name == questions_name(key.id):
        try:
            return bool(_asks(load_questions(file)) == _asks(questions_of(key)))
        except QuestionsError:
            return False
    try:
        cells = json.loads(disk.read(file, _LARGEST) or b"")["cells"]
        about = [one for cell in cells if (one := cell["metadata"].get("nbgrader"))]
        points = {one.get("grade_id"): one.get("points") for one in about}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return False
    return len(points) == len(about) and all(
        points.get(name) == worth for name, worth in graded_ids(key).items()
    )


def _asks(file: QuestionsFile) -> Any:
    """Return what decides how answers are kept and marked: not words, nor the order of options."""
    forms = {
        form.id: (form.kind, form.scored, *({c.id for c in some} for some in (form.choices, form.targets)))
        for form in file.forms
    }
    return file.assignment, file.bank, file.seed, file.draw, forms
