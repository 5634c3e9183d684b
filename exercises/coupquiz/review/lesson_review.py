"""What comes back of a lesson, by the answers that a learner gave, wherever these are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

from coupdata.model import Case
from coupquiz.answers.file_format import Record, RecordKey
from coupquiz.banks.bank import Bank, load_bank
from coupquiz.review.history import History
from coupquiz.review.kept_history import history_of
from coupquiz.review.queue import ReviewDay, chosen_facts, review_day
from coupquiz.review.review_forms import ReviewForms

_AHEAD = 30
"""How many days are told ahead."""


class LessonReview:
    """The facts of a lesson and their forms; any number of learners may share it."""

    def __init__(self, banks: Iterable[str | Path | Bank], case: Case, test: date | None = None) -> None:
        """Prepare what comes back of these banks, by name, by path, or as they are.

        ``test``: the day of a test, on which all should still be known.
        """
        self.forms = ReviewForms(case)
        self._banks = tuple(banks)
        self._case = case
        self._test = test
        self._loaded: dict[str | Path, Bank] = {}

    def history(self, records: Mapping[RecordKey, Record]) -> History:
        """Return what a learner has done, by all answers that there are."""
        known = {key.bank for key in records}
        return history_of(records, self.forms, (self._bank(bank) for bank in self._of(known)))

    def day(self, history: History, now: datetime, learner: str) -> ReviewDay:
        """Return a day of review; ``now`` is by the learner's clock, ``learner`` their random id."""
        return review_day(self.forms, history, now, learner, self._test)

    def coming(self, history: History, now: datetime, learner: str) -> dict[date, int]:
        """Return how much is left today, and how much comes on each day after it if nothing is answered."""
        coming = {now.date(): len(self.day(history, now, learner).left)}
        for number in range(1, _AHEAD + 1):
            day = now + timedelta(number)
            coming[day.date()] = len(chosen_facts(self.forms, history, day, learner, self._test))
        return coming

    def asked(self, day: ReviewDay) -> Bank:
        """Return the questions that come on a day."""
        return self.forms.bank(((due.fact, due.form) for due in day.due), day.day)

    def _of(self, known: set[str]) -> list[str | Path | Bank]:
        """Return the banks of which there are answers; one that was named by a path may be any of them."""
        return [bank for bank in self._banks if not isinstance(bank, str) or bank in known or "." in bank]

    def _bank(self, bank: str | Path | Bank) -> Bank:
        if isinstance(bank, Bank):
            return bank
        if bank not in self._loaded:
            self._loaded[bank] = load_bank(bank, self._case)
        return self._loaded[bank]
