"""How a learner stands with the questions of a notebook, as a table that follows every answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from textwrap import shorten
from typing import Any

import traitlets

from coupdata.i18n import _
from coupdata.views.html.document import style
from coupdata.views.html.element import Element, Node, element
from coupdata.views.html.page_widget import script
from coupquiz.answers.calibration import Step
from coupquiz.answers.file_format import AnswersError, RecordKey
from coupquiz.answers.question_summary import QuestionStatus, QuestionSummary, Summary
from coupquiz.asking.asked_bank import AskedBank
from coupquiz.asking.live_answers import KeptAnswers, LiveAnswers
from coupquiz.asking.question_page import anchor
from coupquiz.core.behaviour import Behaviour
from coupquiz.core.form import Form
from coupquiz.kinds.check import prompt_text
from coupquiz.notebook.live_view import LiveView
from coupquiz.notebook.summary.calibration_part import calibration_part
from coupquiz.pages.feedback import decimals, percent

_HERE = Path(__file__).parent


class SummaryView(LiveView):
    """The table; each row leads to its question."""

    _style = style(_HERE / "table.css")
    _script = script(_HERE.parents[1] / "static" / "summary.js", style=_style)

    word = traitlets.Unicode().tag(sync=True)
    """What is said to the learner after starting again."""
    again = traitlets.Bool().tag(sync=True)
    """Whether the learner can start again."""

    def __init__(self, asked: AskedBank, ids: Iterable[str]) -> None:
        self._asked = asked
        self._ids = tuple(ids)
        self.again = asked.behaviour is Behaviour.PRACTICE
        super().__init__()
        self.on_msg(self._hear)

    @property
    def summary(self) -> Summary:
        """The numbers."""
        return self._asked.summary(self._ids)

    def follow(self, changed: Iterable[RecordKey]) -> None:
        """Show these attempts as they are now."""
        if any(key.bank == self._asked.id for key in changed):
            self.refresh()

    def refresh(self) -> None:
        """Show all attempts as they are now."""
        self.show(_page(self._asked, self.summary, self._asked.calibration(self._ids)))

    def still(self) -> Element:
        """Return the numbers alone: each question above shows its own answer."""
        return element("p", *_told(self._asked, self.summary), class_="coup")

    def still_styles(self) -> tuple[str, ...]:
        """Return none: it is a sentence."""
        return ()

    def _followed(self) -> tuple[LiveAnswers[KeptAnswers], ...]:
        return (self._asked.live_answers,)

    def _hear(self, _widget: object, message: Any, _buffers: object) -> None:
        if message == "start again":
            try:
                self.word = self._asked.start_again()
            except AnswersError as error:
                self.word = str(error)


def short_prompt(form: Form) -> str:
    """Return what is asked, in one short line."""
    return shorten(prompt_text(form), 64, placeholder="\u00a0…")


def _page(asked: AskedBank, summary: Summary, steps: Sequence[Step]) -> Element:
    practice = asked.behaviour is Behaviour.PRACTICE
    heads = [_("Question"), _("Answer"), *([_("Credit")] if practice else [])]
    head = element("tr", *(element("th", text, scope="col") for text in heads))
    words = _words()
    rows = (element("tr", *_cells(asked, row, words[row.status], practice)) for row in summary.questions)
    return element(
        "section",
        element(
            "table",
            element("caption", *_told(asked, summary)),
            element("thead", head),
            element("tbody", *rows),
        ),
        *calibration_part(steps),
        class_="coup coup-table",
    )


def _told(asked: AskedBank, summary: Summary) -> tuple[Node, ...]:
    numbers = _numbers(summary, asked.behaviour is Behaviour.PRACTICE)
    return element("b", asked.title), " ", element("span", numbers)


def _words() -> dict[QuestionStatus, tuple[str, str]]:
    """Return how each status is shown: a sign, and a word."""
    return {
        QuestionStatus.OPEN: ("○", _("open")),
        QuestionStatus.ANSWERED: ("●", _("answered")),
        QuestionStatus.WRONG: ("✗", _("not right yet")),
        QuestionStatus.PARTLY: ("◐", _("partly right")),
        QuestionStatus.RIGHT: ("✓", _("right")),
        QuestionStatus.COMPARED: ("✓", _("compared")),
    }


def _numbers(summary: Summary, practice: bool) -> str:
    answered = _("{n} of {all} answered").format(n=summary.answered, all=len(summary.questions))
    left = _("{n} still open").format(n=summary.open)
    if not practice:
        everything = _("{answered}: all of them.").format(answered=answered)
        return f"{answered}. {left}." if summary.open else everything
    credit = decimals(summary.credit)
    told = (
        answered,
        _("{n} right").format(n=summary.right),
        _("{n} compared").format(n=summary.compared) if summary.compared else "",
        left,
        (
            _("credit {credit} of {most}")
            if summary.scored == len(summary.questions)
            else _("credit {credit} of {most} (answers in your own words have none)")
        ).format(credit=credit, most=summary.scored),
    )
    return " · ".join(text for text in told if text)


def _cells(asked: AskedBank, row: QuestionSummary, words: tuple[str, str], practice: bool) -> list[Node]:
    sign, word = words
    number = asked.numbers.get(row.form.id)
    before: list[Node] = [element("span", number, class_="number"), " "] if number else []
    link = element("a", *before, short_prompt(row.form), href=f"#{anchor(asked.id, row.form.id)}")
    mark = element("span", sign, class_="sign", aria_hidden="true")
    credit = percent(row.attempt.best) if row.form.scored else "–"
    return [
        element("th", link, scope="row"),
        element("td", mark, f" {word}", class_=str(row.status)),
        *([element("td", credit if row.attempt.tries else "", class_="credit")] if practice else []),
    ]
