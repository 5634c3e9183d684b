"""What is done with a question, whatever its kind: to ask it and to check an answer."""

from __future__ import annotations

from coupquiz.core.form import Form, Seed
from coupquiz.core.question import Answer, Question
from coupquiz.core.verdict import Verdict
from coupquiz.kinds import KINDS


def check(question: Question, answer: object) -> Verdict:
    """Return outcome, score from 0 to 1, feedback, the sentences it cites and the next hint; never raises."""
    return KINDS[question.kind].check(question, answer)


def form(question: Question, seed: Seed = None) -> Form:
    """Return what a learner may see of a question.

    Args:
        question: Of any kind.
        seed: Decides the order of choices; None keeps the bank's, but where that would tell the key.
    """
    return KINDS[question.kind].form(question, seed)


def solution(question: Question) -> Answer:
    """Return an answer that is right."""
    return KINDS[question.kind].solution(question)
