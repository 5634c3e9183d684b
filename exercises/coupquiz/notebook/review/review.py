"""What was learnt comes back after days, in another form: today's questions in a notebook."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import coupdata
from coupdata.model import Case
from coupdata.problems.plain_calls import plain_call
from coupquiz.answers.answers_folder import read_folder
from coupquiz.answers.file_format import Record, RecordKey, merged
from coupquiz.asking.asked_bank import AskedBank
from coupquiz.asking.asked_review import asked_review
from coupquiz.banks.bank import Bank
from coupquiz.notebook.kernel_answers import kept_by_browser, live_answers
from coupquiz.notebook.review.coming_file import ComingFile
from coupquiz.notebook.review.review_due import ReviewDue
from coupquiz.notebook.review.review_progress import ReviewProgress
from coupquiz.notebook.review.review_widget import ReviewWidget
from coupquiz.review.course import FactCount, course_of
from coupquiz.review.history import History
from coupquiz.review.lesson_review import LessonReview
from coupquiz.review.queue import ReviewDay


class Review:
    """The facts of the lesson as they come back; answers are kept in a file beside the notebook."""

    @plain_call
    def __init__(
        self,
        *banks: str | Path | Bank,
        notebook: str,
        test: date | None = None,
        case: Case | None = None,
        folder: str | Path | None = None,
    ) -> None:
        """Prepare what comes back of these banks.

        Args:
            banks: Those of the lesson, by name, by path, or as they are.
            notebook: The name of the notebook, under which the answers are kept.
            test: The day of a test, on which all should still be known.
            case: What the banks are about; by default the case that comes with the package.
            folder: Where all answers are kept; by default the folder of the notebook.

        Raises:
            BankError: Something is wrong with a bank.
            AnswersError: The notebook's name cannot be that of a file, or its folder is gone.
        """
        self.case = case or coupdata.load()
        self.notebook = notebook
        self.answers = live_answers(folder, notebook)
        self._lesson = LessonReview(banks, self.case, test)
        self._learner = self.answers.answers.learner
        files = None if folder else kept_by_browser()
        self._coming = ComingFile(files, self._tell_coming) if files else None
        self._read: tuple[Mapping[RecordKey, Record], History] | None = None

    def __repr__(self) -> str:
        return f"Review(notebook={self.notebook!r})"

    @property
    def day(self) -> ReviewDay:
        """What comes back today, and what of it is done, by all answers of the folder as they are now."""
        return self._lesson.day(self._history(), _now(), self._learner)

    @property
    def course(self) -> tuple[FactCount, ...]:
        """How facts stood on each day so far."""
        return course_of(self._lesson.forms, self._history(), _now().date())

    def today(self) -> ReviewWidget:
        """Return today's questions as a widget, one after another."""
        return ReviewWidget(self)

    def due(self) -> ReviewDue:
        """Return how many questions come back today, as a widget of one line."""
        return ReviewDue(self)

    def progress(self) -> ReviewProgress:
        """Return how what was learnt holds, week by week, as a widget."""
        return ReviewProgress(self)

    def tell(self) -> None:
        """Tell a page without Python how much comes, where there may be one."""
        if self._coming:
            self._coming.renew()

    def asked(self, day: ReviewDay) -> AskedBank:
        """Return the questions of a day."""
        return asked_review(self._lesson, day, self.answers, self._learner, self.case)

    def _tell_coming(self) -> dict[date, int]:
        return self._lesson.coming(self._history(), _now(), self._learner)

    def _history(self) -> History:
        """Return what the learner has done in all notebooks of the folder, this one's unsaved answers too."""
        own = self.answers.answers
        records: dict[RecordKey, Record] = {}
        for file in read_folder(own.path.parent).files:
            records = merged(records, file.records)
        if own.problem:  # something may not be in the file yet
            records = merged(records, own.read())
        if not self._read or records != self._read[0]:
            self._read = records, self._lesson.history(records)
        return self._read[1]


def _now() -> datetime:
    return datetime.now().astimezone()
