"""The page of some questions: what is asked and where to answer, before any state is shown on it."""

from __future__ import annotations

from collections.abc import Iterable

from coupdata.views.html.element import Element, element
from coupquiz.core.form import Form
from coupquiz.kinds import KINDS


def question_page(bank: str, forms: Iterable[Form], *, from_python: bool = False) -> Element:
    """Return the questions in a column, each with its control.

    Args:
        bank: The id of their bank.
        forms: What a learner may see of each.
        from_python: Whether their answers come from Python; then a kind may leave out what takes one.
    """
    questions = (
        element(
            "section",
            KINDS[form.kind].page(form),
            class_=f"question {form.kind}{' from-python' if from_python else ''}",
            id=anchor(bank, form.id),
            data_question=form.id,
            data_kind=form.kind,
        )
        for form in forms
    )
    return element("div", *questions, class_="coup coup-questions")


def anchor(bank: str, question: str) -> str:
    """Return the id by which links find a question on a page."""
    return f"coup-{bank}-{question}"
