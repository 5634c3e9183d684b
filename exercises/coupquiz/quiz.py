"""Asks the questions of a bank in a notebook."""

from __future__ import annotations

from pathlib import Path

import coupdata
from coupdata.model import Case
from coupdata.near import near_misses
from coupquiz.bank import Bank, load_bank
from coupquiz.behaviour import Behaviour
from coupquiz.check import form
from coupquiz.form import Form, Seed
from coupquiz.live_answers import live_answers
from coupquiz.widgets.reply import Behaving, Exam, Practice
from coupquiz.widgets.sheet import Sheet
from coupquiz.widgets.summary_view import SummaryView


class Quiz:
    """The questions of a bank as a notebook asks them; every answer is kept in a file beside the notebook."""

    def __init__(
        self,
        bank: str | Path | Bank,
        *,
        notebook: str,
        behaviour: str = "practice",
        seed: Seed = None,
        case: Case | None = None,
        folder: str | Path | None = None,
    ) -> None:
        """Prepare a bank for a notebook.

        Args:
            bank: By name, by path, or as it is.
            notebook: The name of the notebook, under which the answers are kept.
            behaviour: "practice" says at once what there is to say; "exam" only keeps answers.
            seed: Decides the order of choices; None keeps the bank's, but where that would tell the key.
            case: What the questions are about; by default the case that comes with the package.
            folder: Where the answers are kept; by default the working folder, which is the notebook's.

        Raises:
            BankError: Something is wrong with the bank.
            AnswersError: The notebook's name cannot be that of a file.
        """
        self.case = case or coupdata.load()
        self.notebook = notebook
        self.behaviour = Behaviour(behaviour)
        self._answers = live_answers(folder, notebook)
        read = bank if isinstance(bank, Bank) else load_bank(bank, self.case)
        self.bank = read.id
        self.title = read.title
        self._forms = {question.id: form(question, seed) for question in read.questions}
        self._asked: dict[str, None] = {}
        self._behaving: Behaving
        if self.behaviour is Behaviour.EXAM:
            self._behaving = Exam()  # nothing that could be looked at holds a key
        else:
            self._behaving = Practice(read, self.case)
            self._answers.know(read)
        self._answers.refresh()

    def __repr__(self) -> str:
        return f"Quiz({self.bank!r}, notebook={self.notebook!r}, behaviour={str(self.behaviour)!r})"

    def ask(self, id: str, *more: str) -> Sheet:
        """Return the questions of these ids as a widget; a ``KeyError`` names the near misses."""
        forms = [self._form(id) for id in dict.fromkeys((id, *more))]
        self._asked.update((form.id, None) for form in forms)
        return Sheet(self.bank, forms, self._answers, self._behaving, self.case)

    def summary(self, *ids: str) -> SummaryView:
        """Return how the learner stands with the questions of these ids, as a widget.

        By default these are the questions that were asked or, where none was yet, all of the bank.
        """
        forms = [self._form(id) for id in ids or self._asked or self._forms]
        return SummaryView(self.bank, self.title, forms, self._answers, self.behaviour)

    def _form(self, id: str) -> Form:
        if id not in self._forms:
            raise KeyError(f"no question '{id}'; {near_misses(id, self._forms)}")
        return self._forms[id]
