"""Asks the questions of a bank in a notebook."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import coupdata
from coupdata.i18n import _
from coupdata.model import Case
from coupdata.problems.errors import CallError, PlainError, UnknownIdError
from coupdata.problems.plain_calls import plain_call
from coupquiz.answers.question_summary import Summary
from coupquiz.asking.asked_bank import AskedBank
from coupquiz.asking.question_numbers import numbers_in
from coupquiz.banks.bank import Bank, load_bank
from coupquiz.banks.questions_file import load_questions
from coupquiz.core.behaviour import Behaviour
from coupquiz.core.form import Seed
from coupquiz.core.question import Answer
from coupquiz.core.variant import student_name
from coupquiz.notebook.kernel_answers import live_answers, notebook_file, notebook_folder
from coupquiz.notebook.question_widget import QuestionWidget, ValueWidget
from coupquiz.notebook.summary.summary_view import SummaryView, short_prompt

_CONFIGURE = "from coupquiz.in_nbgrader import configure\nconfigure(c)"


class Quiz:
    """The questions of a bank as a notebook asks them; every answer is kept in a file beside the notebook."""

    @plain_call
    def __init__(
        self,
        bank: str | Path | Bank,
        *,
        notebook: str,
        behaviour: Literal["practice", "exam"] | None = None,
        seed: Seed = None,
        case: Case | None = None,
        folder: str | Path | None = None,
    ) -> None:
        """Prepare a bank for a notebook.

        Args:
            bank: By name, by path, or as it is; or the path of the questions that were handed out for an
                assignment, a ``.json`` file without keys, in the folder of the notebook.
            notebook: The name of the notebook, under which the answers are kept.
            behaviour: "practice" says at once what there is to say; "exam" only keeps answers. By default
                it is practice, and an exam for what was handed out.
            seed: Decides the order of choices; None keeps the bank's, but where that would tell the key. For
                what was handed out it is the student's name, by default the one that nbgrader goes by; who
                has none, as in a browser, goes by the random id in the answers file.
            case: What the questions are about; by default the case that comes with the package.
            folder: Where the answers are kept; by default the folder of the notebook.

        Raises:
            BankError: Something is wrong with the bank.
            QuestionsError: Something is wrong with what was handed out.
            AnswersError: The notebook's name cannot be that of a file, or its folder is gone.
        """
        self.case = case or coupdata.load()
        self.notebook = notebook
        answers = live_answers(folder, notebook)
        self._handed_out = not isinstance(bank, Bank) and str(bank).endswith(".json")
        if isinstance(bank, Bank) or not self._handed_out:
            own = bank if isinstance(bank, Bank) else load_bank(bank, self.case)
            chosen = Behaviour(behaviour or "practice")
            numbers = numbers_in(notebook_file(answers.answers.notebook, folder))
            self._asked = AskedBank.of_bank(own, self.case, answers, chosen, numbers=numbers, seed=seed)
        elif Behaviour(behaviour or "exam") is not Behaviour.EXAM:
            said = _(
                "Questions that were handed out have no keys; they can only be asked with behaviour='exam'."
            )
            raise CallError(said)
        else:
            file = load_questions(Path(folder or notebook_folder(Path(bank).name), bank))
            student = student_name() if seed is None else str(seed)
            self._asked = AskedBank.of_file(file, answers, student)
        self._used: dict[str, None] = {}

    def __repr__(self) -> str:
        return f"Quiz({self.bank!r}, notebook={self.notebook!r}, behaviour={str(self.behaviour)!r})"

    @property
    def bank(self) -> str:
        """The id of the bank."""
        return self._asked.id

    @property
    def behaviour(self) -> Behaviour:
        """What a question does with an answer."""
        return self._asked.behaviour

    @property
    def answers(self) -> dict[str, Answer]:
        """The answers as they stand, by question: to be copied where they cannot be saved."""
        return self._asked.answers

    @plain_call
    def ask(self, id: str | int, *more: str | int) -> QuestionWidget:
        """Return the questions of these ids as a widget.

        For one that the bank does not have, as in a notebook of an older version, a sentence names the near
        misses: no error, which would leave all cells after this one empty.
        Where each student is asked other questions, a number stands for one of this student's: 1, 2, ...
        """
        ids, missing = self._use(id, *more)
        return QuestionWidget(self._asked, ids, self.case, missing)

    @plain_call
    def check_value(self, id: str | int, value: Any) -> ValueWidget:
        """Take a value as the answer to a question and return the question, with feedback on it.

        Args:
            id: The question's; of one that is missing, a sentence names the near misses, as in `ask`.
            value: A number, a text, or several: a list, a set, a column, or a table, of which the ids are
                taken. None or ``...`` is no try yet. No text is run.
        """
        ids, missing = self._use(id)
        widget = ValueWidget(self._asked, ids, self.case, missing)
        widget.take(value)
        return widget

    @plain_call
    def summary(self, *ids: str | int) -> SummaryView:
        """Return how the learner stands with the questions of these ids, as a widget.

        By default these are the questions that were asked or, where none was yet, all of the bank.
        """
        chosen = [self._asked.form(id).id for id in ids]
        view = SummaryView(self._asked, chosen or self._used or self._asked.forms)
        if os.environ.get("NBGRADER_EXECUTION") == "validate":
            _tell_open(view.summary, self._asked.numbers)
        return view

    def _use(self, *ids: str | int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the ids of questions that are about to be asked, once, and what to say of others."""
        if self._handed_out and os.environ.get("NBGRADER_EXECUTION") == "autograde":
            said = _(
                "The answers to this question are not marked by running the notebook. "
                "Put this in nbgrader_config.py:\n{code}"
            )
            raise NotMarkedHereError(said.format(code=_CONFIGURE))
        chosen: dict[str, None] = {}
        missing: dict[str, None] = {}
        for id in ids:
            try:
                chosen[self._asked.form(id).id] = None
            except UnknownIdError as error:
                if isinstance(id, int) and not self._handed_out:  # no notebook was ever made so
                    raise
                said = _(
                    "A question is missing here ({error}). All others work. If the lesson was updated "
                    "after this notebook was made, open a new copy of the notebook."
                )
                missing[said.format(error=error)] = None
        self._used |= chosen
        return tuple(chosen), tuple(missing)


class NotMarkedHereError(PlainError):
    """A notebook with questions is run to be marked; the text says how they are marked."""


def _tell_open(summary: Summary, numbers: Mapping[str, str]) -> None:
    """Say what is not answered where nbgrader's Validate looks: it shows what a cell says to stderr."""
    rows = [row.form for row in summary.questions if not row.attempt.answer]
    lines = (("-", numbers.get(form.id), short_prompt(form)) for form in rows)
    if rows:
        told = (" ".join(filter(None, line)) for line in lines)
        print(_("Not answered yet:"), *told, sep="\n", file=sys.stderr)
