"""What was tried of each fact, in the lesson and in review, read off a learner's answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from coupquiz.answers.file_format import Record, RecordKey
from coupquiz.banks.bank import Bank
from coupquiz.core.tries import Try
from coupquiz.review.facts import fact_of
from coupquiz.review.history import FactTry, History, Met
from coupquiz.review.review_forms import BANK, ReviewForms, day_of, form_of


def history_of(records: Mapping[RecordKey, Record], forms: ReviewForms, banks: Iterable[Bank]) -> History:
    """Return what these answers tell.

    Args:
        records: All answers of a learner, from whichever notebooks.
        forms: The facts, and their forms.
        banks: Those of the lesson.
    """
    known = tuple(forms.facts.values())
    tries: list[FactTry] = []
    met: dict[str, date] = {}
    for bank in banks:
        for question in bank.questions:
            record = records.get(RecordKey(bank.id, question.id))
            tried = tries_of(record) if record else ()
            if not tried:
                continue
            for event in question.events:
                met[event] = min(tried[0].at.date(), met.get(event, date.max))
            if fact := fact_of(question, known):
                tries += (FactTry(fact.id, "", one) for one in tried)
    for key, record in records.items():
        form = form_of(key.question)
        if key.bank == BANK and (fact := forms.fact_of(form)):
            day = day_of(key.question)
            tries += (FactTry(fact.id, form, one, day) for one in tries_of(record))
    tries.sort(key=lambda one: one.tried.at)
    return History(tuple(tries), tuple(Met(event, since) for event, since in met.items()))


def tries_of(record: Record) -> tuple[Try, ...]:
    """Return the tries of a record; of one that an earlier version wrote, the last stands for all."""
    attempt = record.attempt
    if record.log or not attempt.tries:
        return record.log
    score = 1.0 if attempt.solved else attempt.best
    return (Try(record.at, attempt.answer, score, attempt.hints, attempt.shown),)
