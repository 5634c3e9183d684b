"""Asks for one of several options."""

from __future__ import annotations

from pathlib import Path

from coupdata.model import Case
from coupdata.views.page import Element, element
from coupdata.views.page_widget import script
from coupquiz.kinds.single import Single
from coupquiz.widgets.question_widget import QuestionWidget


class SingleWidget(QuestionWidget):
    """A group of radio buttons."""

    _esm = script(Path(__file__).with_name("single.js"))

    def __init__(self, question: Single, case: Case) -> None:
        super().__init__(_page(question), question, case)


def _page(question: Single) -> Element:
    options = [
        element("label", element("input", type="radio", value=option.id), element("span", option.text))
        for option in question.options
    ]
    group = element("fieldset", element("legend", question.prompt), *options)
    return element("div", group, class_="coup coup-question")
