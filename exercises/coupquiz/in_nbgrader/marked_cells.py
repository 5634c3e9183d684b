"""Writes marks and feedback into the cells of a notebook, where nbgrader finds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from math import isfinite
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output

from coupdata.i18n import _
from coupdata.problems.problem import Problem
from coupquiz.course import cells as ids
from coupquiz.course.assignment_notebook import graded_ids
from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.grade import GradedAnswer, Result
from coupquiz.grading.student_page import Pages, notes_on
from coupquiz.grading.wording import sentences
from coupquiz.in_nbgrader.run_code import CodeOutcome
from coupquiz.in_nbgrader.save_grades import WAITS

_STYLE = Path(__file__).with_name("feedback.css")


def check_cells(key: AnswerKey, cells: Mapping[str, NotebookNode]) -> None:
    """Raise an error if the gradebook has other questions or points than the key."""
    for id, points in graded_ids(key).items():
        if id not in cells or cells[id].metadata.nbgrader.points != points:
            said = _(
                "The gradebook and the key disagree on '{id}', worth {points:g}. "
                "Run: nbgrader generate_assignment {name} --force"
            )
            raise ValueError(said.format(id=id, points=points, name=key.id))


def write_marks(
    key: AnswerKey, pages: Pages, result: Result, flags: Iterable[Problem], cells: Mapping[str, NotebookNode]
) -> None:
    """Write marks and feedback into the cells, given by the ids that nbgrader knows them by."""
    said_to = pages.section if result.is_answered else pages.unexplained
    scored = 0
    for number, mark in enumerate(result.marks, 1):
        question = mark.item.question
        if not question.scored:
            _write_own_words(mark, cells[question.id])
            continue
        scored += 1
        cell = cells[ids.slot(scored) if key.is_drawn else question.id]
        points = float(mark.points or 0.0)
        cell.outputs = [_result(points, _aside(said_to(number, mark)))]
    answered = sum(bool(mark.answer) for mark in result.marks)
    said = _("{n} of {all} questions answered.").format(n=answered, all=len(result.marks))
    cells[ids.SUMMARY].outputs = [_display(said, f"<p>{said}</p>")]
    notes = "\n".join(f"[{flag.code}] {sentences(flag)}" for flag in flags)
    cells[ids.OPEN].outputs = [_display(notes, f"<style>{_style()}</style>{_aside(notes_on(flags))}")]


def _write_own_words(mark: GradedAnswer, cell: NotebookNode) -> None:
    """Write an answer for a teacher to mark; where there is none the cell stays as it is, for no points."""
    cell.metadata[WAITS] = mark.points is None
    if mark.points is not None:
        return
    items = "".join(f"<li>{_inert(part.feedback)}</li>" for part in mark.verdict.parts)
    good, look_for = _inert(_("One good answer")), _inert(_("What to look for"))
    cell.source = (
        f"<div class='coup-mark tex2jax_ignore mathjax_ignore'><p>{_inert(str(mark.answer))}</p>"
        f"<p><b>{good}</b><br>{_inert(mark.verdict.feedback)}</p>"
        f"<p><b>{look_for}</b></p><ul>{items}</ul></div>"
    )


def _inert(text: str) -> str:
    """Return a text in which neither Markdown nor HTML finds anything to act on."""
    return "".join("<br>" if c == "\n" else c if c.isalnum() or c == " " else f"&#{ord(c)};" for c in text)


def _aside(html: str) -> str:
    """Return HTML that mathematics is not looked for in."""
    return f'<div class="coup-mark tex2jax_ignore mathjax_ignore">{html}</div>'


def outputs_of(ran: CodeOutcome, most: float | None) -> list[Any]:
    """Return what a cell that was run showed, as text alone.

    Args:
        ran: What came of it.
        most: The most points it can be worth; None for one that is no test.
    """
    outputs = [new_output("stream", name="stdout", text=ran.said)] if ran.said else []
    if ran.failed:
        outputs.append(error(ran.failed, ran.why))
    elif ran.number is not None and most is not None:
        points = min(max(ran.number, 0.0), most) if isfinite(ran.number) else 0.0
        outputs.append(_result(float(points), f"<p>{points:g}</p>"))
    return outputs


def _result(points: float, html: str) -> Any:
    """Return a result from whose text nbgrader reads the points, to the last digit."""
    data = {"text/plain": repr(points), "text/html": html}
    return new_output("execute_result", data=data, execution_count=None)


def _display(text: str, html: str) -> Any:
    return new_output("display_data", data={"text/plain": text, "text/html": html})


def error(name: str, why: str) -> Any:
    """Return what a cell shows that failed; it is worth nothing."""
    return new_output("error", ename=name, evalue=why, traceback=[f"{name}: {why}"])


@cache
def _style() -> str:
    return _STYLE.read_text(encoding="utf-8")
