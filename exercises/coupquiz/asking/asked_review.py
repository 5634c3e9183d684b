"""A day of review as one learner is asked it: one question after another."""

from __future__ import annotations

from coupdata.i18n import _
from coupdata.model import Case
from coupquiz.answers.file_format import RecordKey
from coupquiz.asking.asked_bank import AskedBank
from coupquiz.asking.live_answers import KeptAnswers, LiveAnswers
from coupquiz.asking.reply import Practice
from coupquiz.kinds.check import form
from coupquiz.review.lesson_review import LessonReview
from coupquiz.review.queue import Due, ReviewDay
from coupquiz.review.review_forms import BANK, question_id


def asked_review(
    lesson: LessonReview, day: ReviewDay, answers: LiveAnswers[KeptAnswers], learner: str, case: Case
) -> AskedBank:
    """Return the questions of a day; ``learner``, a random id, decides the order of options."""
    bank = lesson.asked(day)
    forms = [form(question, learner) for question in bank.questions]
    return AskedBank(BANK, bank.title, forms, answers, Practice(bank, case), case.lens[0].year, numbers={})


def next_due(day: ReviewDay, answers: LiveAnswers[KeptAnswers]) -> Due | None:
    """Return the first question that was neither tried nor given up; None where none is left."""
    return next((due for due in day.left if not is_given_up(day, due, answers)), None)


def onward(
    day: ReviewDay, now: Due | None, answers: LiveAnswers[KeptAnswers], *, is_gone: bool = False
) -> str:
    """Return the word that leads on from a question; empty while it was neither tried nor given up.

    ``is_gone``: whether it is of another day, and is not waited for.
    """
    if now is None or not (is_gone or now.fact in day.done or is_given_up(day, now, answers)):
        return ""
    left = (due for due in day.left if due != now and not is_given_up(day, due, answers))
    return _("Next question") if any(left) else _("Finish")


def is_given_up(day: ReviewDay, due: Due, answers: LiveAnswers[KeptAnswers]) -> bool:
    """Return whether the solution of a question was opened."""
    return answers.attempt(RecordKey(BANK, question_id(due.form, day.day))).shown
