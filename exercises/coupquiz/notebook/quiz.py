"""Asks the questions of a bank in a notebook."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import coupdata
from coupdata.model import Case
from coupdata.problems.errors import UnknownIdError
from coupdata.problems.suggestions import near_misses
from coupquiz.answers.file_format import RecordKey
from coupquiz.answers.live import live_answers
from coupquiz.answers.summary import Summary
from coupquiz.answers.working_folder import working_folder
from coupquiz.asking.reply import Behaving, Exam, Practice
from coupquiz.banks.bank import Bank, load_bank
from coupquiz.banks.questions_file import QuestionsFile, load_questions
from coupquiz.core.behaviour import Behaviour
from coupquiz.core.form import Form, Seed
from coupquiz.core.question import Answer
from coupquiz.core.variant import student_name
from coupquiz.kinds.check import form
from coupquiz.notebook.sheet import Sheet
from coupquiz.notebook.summary_view import SummaryView, short_prompt
from coupquiz.notebook.value_sheet import ValueSheet

_NOT_RUN = (
    "The answers to this question are not marked by running the notebook. Let nbgrader_config.py say:\n"
    "from coupquiz.in_nbgrader import configure\nconfigure(c)"
)


class Quiz:
    """The questions of a bank as a notebook asks them; every answer is kept in a file beside the notebook."""

    def __init__(
        self,
        bank: str | Path | Bank,
        *,
        notebook: str,
        behaviour: str | None = None,
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
            folder: Where the answers are kept; by default the working folder, which is the notebook's.

        Raises:
            BankError: Something is wrong with the bank.
            QuestionsError: Something is wrong with what was handed out.
            AnswersError: The notebook's name cannot be that of a file, or its folder is gone.
        """
        self.case = case or coupdata.load()
        self.notebook = notebook
        self._answers = live_answers(folder, notebook)
        self._asked: dict[str, None] = {}
        self._behaving: Behaving = Exam()  # nothing that could be looked at holds a key
        self._year: int | None = None
        self._numbers: dict[int, str] = {}
        self._handed_out = not isinstance(bank, Bank) and str(bank).endswith(".json")
        self.behaviour = Behaviour(behaviour or ("exam" if self._handed_out else "practice"))
        if isinstance(bank, Bank) or not self._handed_out:
            self._open(bank if isinstance(bank, Bank) else load_bank(bank, self.case), seed)
        else:
            self._open_handed_out(load_questions(Path(folder or working_folder(), bank)), seed)
        self._answers.refresh()

    def __repr__(self) -> str:
        return f"Quiz({self.bank!r}, notebook={self.notebook!r}, behaviour={str(self.behaviour)!r})"

    @property
    def answers(self) -> dict[str, Answer]:
        """The answers as they stand, by question: to be copied where they cannot be saved."""
        attempts = {id: self._answers.attempt(RecordKey(self.bank, id)) for id in self._forms}
        return {id: attempt.answer for id, attempt in attempts.items() if attempt.answer}

    def ask(self, id: str | int, *more: str | int) -> Sheet:
        """Return the questions of these ids as a widget; a ``KeyError`` names the near misses.

        Where each student is asked other questions, a number stands for one of this student's: 1, 2, ...
        """
        self._check_marked_otherwise()
        forms = [self._form(id) for id in dict.fromkeys((id, *more))]
        self._asked.update((form.id, None) for form in forms)
        return Sheet(self.bank, forms, self._answers, self._behaving, self.case, self._year)

    def check_value(self, id: str | int, value: Any) -> ValueSheet:
        """Take a value as the answer to a question and return the question, with what is said to it.

        Args:
            id: The question's; a ``KeyError`` names the near misses.
            value: A number, a text, or several: a list, a set, a column, or a table, of which the ids are
                taken. None or ``...`` is no try yet. No text is run.
        """
        self._check_marked_otherwise()
        form = self._form(id)
        self._asked[form.id] = None
        sheet = ValueSheet(self.bank, [form], self._answers, self._behaving, self.case, self._year)
        sheet.give(value)
        return sheet

    def summary(self, *ids: str | int) -> SummaryView:
        """Return how the learner stands with the questions of these ids, as a widget.

        By default these are the questions that were asked or, where none was yet, all of the bank.
        """
        forms = [self._form(id) for id in ids or self._asked or self._forms]
        view = SummaryView(self.bank, self.title, forms, self._answers, self.behaviour)
        if os.environ.get("NBGRADER_EXECUTION") == "validate":
            _tell_open(view.summary)
        return view

    def _check_marked_otherwise(self) -> None:
        if self._handed_out and os.environ.get("NBGRADER_EXECUTION") == "autograde":
            raise RuntimeError(_NOT_RUN)

    def _open(self, bank: Bank, seed: Seed) -> None:
        self.bank, self.title = bank.id, bank.title
        self._forms = {question.id: form(question, seed) for question in bank.questions}
        if self.behaviour is Behaviour.PRACTICE:
            self._behaving = Practice(bank, self.case)
            self._answers.know(bank)

    def _open_handed_out(self, file: QuestionsFile, student: Seed) -> None:
        if self.behaviour is not Behaviour.EXAM:
            raise ValueError("What was handed out has no keys; it can only be asked with behaviour='exam'.")
        self.bank, self.title, self._year = file.bank, file.title, file.year
        name = (student_name() or self._answers.answers.learner) if student is None else str(student)
        if file.is_drawn:
            name = self._answers.answers.draw_for(name)
        self._forms = {form.id: form for form in file.asked(name)}
        if file.is_drawn:
            self._numbers = dict(enumerate((f.id for f in self._forms.values() if f.scored), 1))

    def _form(self, id: str | int) -> Form:
        known = self._numbers.get(id) if isinstance(id, int) else id
        if known not in self._forms:
            raise UnknownIdError(f"no question {id!r}; {near_misses(str(id), self._forms)}")
        return self._forms[known]


def _tell_open(summary: Summary) -> None:
    """Say what is not answered where nbgrader's Validate looks: it shows what a cell says to stderr."""
    prompts = [short_prompt(row.form) for row in summary.questions if not row.attempt.answer]
    if prompts:
        print("Not answered yet:", *(f"- {prompt}" for prompt in prompts), sep="\n", file=sys.stderr)
