"""Cells of an assignment, with what nbgrader keeps of them."""

from __future__ import annotations

from typing import Any

from nbformat.v4 import new_code_cell, new_markdown_cell

OPEN = "open_questions"
"""The cell that opens the questions."""
SUMMARY = "before_handing_in"
"""The cell that shows what is still open; nbgrader's Validate complains of it."""
WRITTEN = "answers"
"""The cell for answers that cannot be saved; nbgrader knows nothing of it, so that it stays as it is."""


def text(id: str, source: str) -> Any:
    """Return a cell with Markdown, which nbgrader leaves alone."""
    return new_markdown_cell(source, id=_cell_id(id))


def code(id: str, source: str, **metadata: Any) -> Any:
    """Return a cell with Python, which nbgrader leaves alone."""
    return new_code_cell(source, id=_cell_id(id), metadata=metadata)


def locked(id: str, source: str) -> Any:
    """Return a cell with Python that nbgrader restores where a student changed it."""
    return code(id, source, jupyter={"source_hidden": True}, nbgrader=marked(id, locked=True))


def graded(id: str, source: str, points: float) -> Any:
    """Return a locked cell whose result is worth points."""
    about = marked(id, locked=True, grade=True, points=points)
    return code(id, source, jupyter={"source_hidden": True}, nbgrader=about)


def own_words(id: str, source: str, points: float) -> Any:
    """Return a cell that takes an answer in own words when it is marked, by hand."""
    about = marked(id, task=True, locked=True, points=points)
    return new_markdown_cell(source, id=_cell_id(id), metadata={"nbgrader": about})


def box(question: str) -> str:
    """Return the id of the cell in which a question is answered in own words."""
    return f"write_{question}"


def slot(number: int) -> str:
    """Return the id of the cell for the question of this number, where students are asked different ones."""
    return f"question_{number}"


def marked(id: str, **more: object) -> dict[str, object]:
    """Return what nbgrader keeps of a cell, in the form of its schema 3."""
    plain = {"grade": False, "locked": False, "solution": False, "task": False}
    return {"schema_version": 3, "grade_id": id, **plain, **more}


def _cell_id(id: str) -> str:
    return id[:64]  # as long as the notebook format allows
