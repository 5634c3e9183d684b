"""How a learner stands with the questions of a notebook, as a table that follows every answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from textwrap import shorten
from typing import Any

import traitlets

from coupdata.views.html.element import Element, Node, element
from coupdata.views.html.page_widget import script, style
from coupquiz.answers.file_format import AnswersError, RecordKey
from coupquiz.answers.live import LiveAnswers
from coupquiz.answers.summary import QuestionStatus, QuestionSummary, Summary, summarise
from coupquiz.core.behaviour import Behaviour
from coupquiz.core.form import Form, pieces
from coupquiz.notebook.live_view import LiveView
from coupquiz.notebook.sheet import anchor
from coupquiz.pages.feedback import percent

_HERE = Path(__file__).parent

_WORDS = {
    QuestionStatus.OPEN: ("○", "open"),
    QuestionStatus.ANSWERED: ("●", "answered"),
    QuestionStatus.WRONG: ("✗", "not right yet"),
    QuestionStatus.PARTLY: ("◐", "partly right"),
    QuestionStatus.RIGHT: ("✓", "right"),
    QuestionStatus.COMPARED: ("✓", "compared"),
}


class SummaryView(LiveView):
    """The table; each row leads to its question."""

    _style = style(_HERE / "table.css")
    _esm = script(_HERE.parent / "static" / "summary.js", style=_style)

    word = traitlets.Unicode().tag(sync=True)
    """What is said to the learner after starting again."""
    again = traitlets.Bool().tag(sync=True)
    """Whether the learner can start again."""

    def __init__(
        self,
        bank: str,
        title: str,
        forms: Sequence[Form],
        answers: LiveAnswers,
        behaviour: Behaviour,
    ) -> None:
        self._bank = bank
        self._title = title
        self._forms = forms
        self._answers = answers
        self._behaviour = behaviour
        self.again = behaviour is Behaviour.PRACTICE
        super().__init__(self._written())
        self.on_msg(self._hear)

    @property
    def summary(self) -> Summary:
        """The numbers."""
        attempts = ((form, self._answers.attempt(RecordKey(self._bank, form.id))) for form in self._forms)
        return summarise(attempts, self._behaviour)

    def follow(self, changed: Iterable[RecordKey]) -> None:
        """Show these attempts as they are now."""
        if any(key.bank == self._bank for key in changed):
            self.refresh()

    def refresh(self) -> None:
        """Show all attempts as they are now."""
        self.show(self._written())

    def _followed(self) -> tuple[LiveAnswers, ...]:
        return (self._answers,)

    def _written(self) -> Element:
        return _page(self._bank, self._title, self.summary, self._behaviour)

    def _hear(self, _widget: object, message: Any, _buffers: object) -> None:
        if message == "start again" and self.again:
            try:
                self.word = self._answers.start_again(self._bank)
            except AnswersError as error:
                self.word = str(error)


def short_prompt(form: Form) -> str:
    """Return what is asked, in one short line."""
    return shorten("…".join(pieces(form.prompt)[::2]), 64, placeholder=" …")


def _page(bank: str, title: str, summary: Summary, behaviour: Behaviour) -> Element:
    practice = behaviour is Behaviour.PRACTICE
    heads = ["Question", "Answer", *(["Credit"] if practice else [])]
    head = element("tr", *(element("th", text, scope="col") for text in heads))
    rows = (element("tr", *_cells(bank, row, practice)) for row in summary.questions)
    return element(
        "section",
        element(
            "table",
            element("caption", element("b", title), " ", element("span", _numbers(summary, practice))),
            element("thead", head),
            element("tbody", *rows),
        ),
        class_="coup coup-table",
    )


def _numbers(summary: Summary, practice: bool) -> str:
    answered = f"{summary.answered} of {len(summary.questions)} answered"
    left = f"{summary.open} still open"
    if not practice:
        return f"{answered}. {left}." if summary.open else f"{answered}: all of them."
    compared = f"{summary.compared} compared" if summary.compared else ""
    credit = f"credit {summary.credit:.2f}".rstrip("0").rstrip(".")
    scored = f"{credit} of {summary.scored}"
    scored += " (own words have none)" if summary.scored < len(summary.questions) else ""
    told = (answered, f"{summary.right} right", compared, left, scored)
    return " · ".join(text for text in told if text)


def _cells(bank: str, row: QuestionSummary, practice: bool) -> list[Node]:
    sign, word = _WORDS[row.status]
    link = element("a", short_prompt(row.form), href=f"#{anchor(bank, row.form.id)}")
    mark = element("span", sign, class_="sign", aria_hidden="true")
    credit = percent(row.attempt.best) if row.form.scored else "–"
    return [
        element("th", link, scope="row"),
        element("td", mark, f" {word}", class_=str(row.status)),
        *([element("td", credit if row.attempt.tries else "", class_="credit")] if practice else []),
    ]
