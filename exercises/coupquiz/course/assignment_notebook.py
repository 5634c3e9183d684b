"""The notebook of an assignment: its questions in an exam, ready for nbgrader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4 import new_notebook

from coupquiz.answers.file_names import SUFFIX as ANSWERS
from coupquiz.course import cells
from coupquiz.course.course_folder import questions_name
from coupquiz.grading.answer_key import AnswerKey, Item
from coupquiz.grading.marks import in_points

_WORDS = Path(__file__).with_name("student.md")


def assignment_notebook(key: AnswerKey) -> bytes:
    """Return the notebook as it goes into a course's ``source``."""
    notebook = new_notebook(cells=list(_cells(key)))
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook.metadata.language_info = {"name": "python"}
    nbformat.validate(notebook)
    return f"{nbformat.writes(notebook)}\n".encode()


def graded_ids(key: AnswerKey) -> dict[str, float]:
    """Return the points of every cell that is marked, by the id that nbgrader knows it by."""
    own = {item.question.id: item.points for item in key.items if not item.question.scored}
    if key.is_drawn:
        points = key.scored[0].points
        return {cells.slot(n): points for n in range(1, key.draw + 1)} | own
    return {item.question.id: item.points for item in key.scored} | own


def _cells(key: AnswerKey) -> Iterator[Any]:
    words = _words()
    answers = f"{key.id}{ANSWERS}"
    drawn = f" {words['drawn']}" if key.is_drawn else ""
    yield cells.text("title", words["top"].format(title=key.title, answers=answers, drawn=drawn))
    yield cells.locked(
        cells.OPEN,
        f'from coupquiz import Quiz\n\nquiz = Quiz("{questions_name(key.id)}", notebook="{key.id}")',
    )
    yield from _questions(key, words["own words"])
    yield cells.text("end", words["end"].format(answers=answers))
    yield cells.graded(cells.SUMMARY, "quiz.summary()", 0)
    yield cells.text("lost", words["lost"].format())
    yield cells.code(cells.WRITTEN, "answers = {}", deletable=False)


def _questions(key: AnswerKey, for_own_words: str) -> Iterator[Any]:
    asked: list[Item | int] = list(key.items)
    if key.is_drawn:
        asked = [*range(1, key.draw + 1), *(item for item in key.items if not item.question.scored)]
    for count, item in enumerate(asked, 1):
        points = key.scored[0].points if isinstance(item, int) else item.points
        yield cells.text(f"number_{count}", f"## Question {count} · {in_points(points)}")
        if isinstance(item, int):
            yield cells.graded(cells.slot(item), f"quiz.ask({item})", points)
        elif item.question.scored:
            yield cells.graded(item.question.id, f'quiz.ask("{item.question.id}")', points)
        else:
            yield cells.locked(cells.box(item.question.id), f'quiz.ask("{item.question.id}")')
            yield cells.own_words(item.question.id, for_own_words, points)


def _words() -> dict[str, str]:
    """Return what is said to the student, by the name that stands above it."""
    _, *parts = re.split(r"^<!-- ([a-z ]+) -->$", _WORDS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {name: said.strip() for name, said in zip(parts[::2], parts[1::2], strict=True)}
