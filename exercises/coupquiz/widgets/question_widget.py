"""What the widgets of all kinds share: an answer goes in, feedback comes back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import traitlets

from coupdata.model import Case
from coupdata.views.page import Element
from coupdata.views.page_widget import PageWidget, style
from coupquiz.check import check
from coupquiz.question import Question
from coupquiz.widgets.feedback import feedback


class QuestionWidget(PageWidget):
    """A question; a kind's widget sets ``_esm`` and gives the page that shows it."""

    _css = style(Path(__file__).with_name("question.css"))

    answer = traitlets.Any(None).tag(sync=True)
    """The answer as it stands, None before there is one."""

    said: traitlets.List[Any] = traitlets.List().tag(sync=True)
    """The feedback as JsonML, empty until the answer was checked."""

    def __init__(self, page: Element, question: Question, case: Case) -> None:
        self.question = question
        self.case = case
        super().__init__(page)
        self.on_msg(self._on_message)

    def check(self) -> None:
        """Check the answer as it stands and show what is to be said."""
        self.said = feedback(check(self.question, self.answer), self.case).jsonml()

    @traitlets.observe("answer")
    def _forget(self, _: object) -> None:
        self.said = []

    def _on_message(self, _widget: object, message: object, _buffers: object) -> None:
        if message == "check":
            self.check()
