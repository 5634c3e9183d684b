"""One right option among several; the answer is an option's id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from coupdata.loading import Table
from coupdata.model import Case
from coupquiz.core.form import Form, Seed
from coupquiz.core.question import Question, with_events
from coupquiz.core.verdict import Outcome, Verdict, unanswered
from coupquiz.keys.options import Option, option_form, read_options
from coupquiz.parsing.untrusted import text


@dataclass(frozen=True, slots=True, kw_only=True)
class Single(Question):
    """A question with one right option."""

    options: tuple[Option, ...]


def read(table: Table, common: Mapping[str, Any], case: Case) -> Single:
    """Return the question in a table."""
    options, events = read_options(table, case, one=True)
    return Single(**with_events(common, *events), options=options)


def form(question: Single, seed: Seed = None) -> Form:
    """Return the options."""
    return option_form(question, question.options, seed)


def check(question: Single, answer: object) -> Verdict:
    """Return what is said to the option of this id; anything else counts as no answer."""
    chosen = text(answer)
    for option in question.options:
        if option.id == chosen:
            outcome = Outcome.CORRECT if option.right else Outcome.INCORRECT
            hint = "" if option.right else question.hint
            return Verdict(outcome, float(option.right), option.feedback, option.cites, hint)
    return unanswered("Choose one of the options first.", question.hint)


def solution(question: Single) -> str:
    """Return the right option."""
    return next(option.id for option in question.options if option.right)


def mistakes(question: Single) -> Iterable[str]:
    """Return the wrong options."""
    return [option.id for option in question.options if not option.right]
