"""Checks an answer, whatever the kind of its question."""

from __future__ import annotations

from coupquiz.kinds import KINDS
from coupquiz.question import Question
from coupquiz.verdict import Verdict


def check(question: Question, answer: object) -> Verdict:
    """Return outcome, score from 0 to 1, feedback, the sentences it cites and the next hint; never raises."""
    return KINDS[question.kind].check(question, answer)
