"""Questions on a case of history: asked, checked, explained, kept and graded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coupdata.problems.errors import UnknownNameError
from coupdata.problems.plain_calls import plain_call
from coupquiz.banks.bank import Bank, BankError, load_bank
from coupquiz.core.question import Question
from coupquiz.core.verdict import Outcome, Verdict
from coupquiz.kinds.check import check as _check

if TYPE_CHECKING:
    from coupquiz.classroom.in_notebook import Classroom
    from coupquiz.notebook.quiz import Quiz
    from coupquiz.notebook.review.review import Review
    from coupquiz.notebook.summary.progress_view import ProgressView

__all__ = [
    "Bank",
    "BankError",
    "Classroom",
    "Outcome",
    "ProgressView",
    "Question",
    "Quiz",
    "Review",
    "Verdict",
    "check",
    "load_bank",
]

check = plain_call(_check)


def __getattr__(name: str) -> object:
    # These need ipywidgets, which loads only when asked for.
    if name == "Quiz":
        from coupquiz.notebook.quiz import Quiz

        return Quiz
    if name == "ProgressView":
        from coupquiz.notebook.summary.progress_view import ProgressView

        return ProgressView
    if name == "Review":
        from coupquiz.notebook.review.review import Review

        return Review
    if name == "Classroom":
        from coupquiz.classroom.in_notebook import Classroom

        return Classroom
    raise UnknownNameError(__name__, name, __all__)


def __dir__() -> list[str]:
    return __all__
