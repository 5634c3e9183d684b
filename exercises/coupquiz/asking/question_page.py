"""The page of some questions: what is asked and where to answer, before any state is shown on it."""

from __future__ import annotations

from collections.abc import Iterable

from coupdata.views.html.element import Element, element
from coupquiz.core.form import Form
from coupquiz.kinds import KINDS


def question_page(bank: str, forms: Iterable[Form]) -> Element:
    """Return the questions in a column, each with its control."""
    questions = (
        element(
            "section",
            KINDS[form.kind].page(form),
            class_=f"question {form.kind}",
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
