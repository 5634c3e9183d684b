"""Questions on a case of history: asked, checked, explained, kept and graded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coupquiz.bank import Bank, BankError, load_bank
from coupquiz.check import check
from coupquiz.question import Question
from coupquiz.verdict import Outcome, Verdict

if TYPE_CHECKING:
    from coupquiz.quiz import Quiz

__all__ = ["Bank", "BankError", "Outcome", "Question", "Quiz", "Verdict", "check", "load_bank"]


def __getattr__(name: str) -> object:
    if name == "Quiz":  # needs ipywidgets, which loads only when asked for
        from coupquiz.quiz import Quiz

        return Quiz
    raise AttributeError(f"module 'coupquiz' has no attribute '{name}'")


def __dir__() -> list[str]:
    return __all__
