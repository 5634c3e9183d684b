"""Asks the questions of a bank in a notebook."""

from __future__ import annotations

from pathlib import Path

import coupdata
from coupdata.model import Case
from coupquiz.bank import Bank, load_bank
from coupquiz.widgets import WIDGETS, QuestionWidget


class Quiz:
    """The questions of a bank as a notebook asks them."""

    def __init__(self, bank: str | Path | Bank, *, notebook: str, case: Case | None = None) -> None:
        """Prepare a bank, by name, path or as it is, for the notebook of this name."""
        self.case = case or coupdata.load()
        self.bank = bank if isinstance(bank, Bank) else load_bank(bank, self.case)
        self.notebook = notebook

    def ask(self, id: str) -> QuestionWidget:
        """Return the question of this id as a widget; a ``KeyError`` names the near misses."""
        question = self.bank.question(id)
        return WIDGETS[question.kind](question, self.case)
