"""Several right options; the answer is a list of their ids.

The score is (right ones chosen - wrong ones chosen) / right ones, never below 0, so that choosing everything
gains nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from coupdata.loading import Table
from coupdata.model import Case
from coupquiz.core.form import Form, Seed
from coupquiz.core.question import Question, with_events
from coupquiz.core.verdict import Part, Verdict, joined_cites, outcome_of, unanswered
from coupquiz.keys.options import Option, option_form, read_options
from coupquiz.parsing.untrusted import texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple(Question):
    """A question with one or more right options."""

    options: tuple[Option, ...]


def read(table: Table, common: Mapping[str, Any], case: Case) -> Multiple:
    """Return the question in a table."""
    options, events = read_options(table, case, one=False)
    return Multiple(**with_events(common, *events), options=options)


def form(question: Multiple, seed: Seed = None) -> Form:
    """Return the options."""
    return option_form(question, question.options, seed)


def check(question: Multiple, answer: object) -> Verdict:
    """Return what is said to the options of these ids, and how many are still to be found."""
    given = set(texts(answer))
    chosen = [option for option in question.options if option.id in given]
    if not chosen:
        return unanswered("Choose one or more of the options first.", question.hint)
    parts = tuple(Part(option.id, option.right, option.feedback, option.cites) for option in chosen)
    every = len(_right(question))
    right = sum(option.right for option in chosen)
    wrong = len(chosen) - right
    score = max(0.0, (right - wrong) / every)
    cites = joined_cites(parts)
    return Verdict(
        outcome_of(score),
        score,
        _said(right, every, wrong),
        cites,
        "" if score == 1 else question.hint,
        parts,
    )


def solution(question: Multiple) -> list[str]:
    """Return the right options."""
    return _right(question)


def mistakes(question: Multiple) -> Iterable[list[str]]:
    """Yield each wrong option alone and beside the right ones, and the right ones but one."""
    right = _right(question)
    for option in question.options:
        if not option.right:
            yield [option.id]
            yield [*right, option.id]
        elif len(right) > 1:
            yield [id for id in right if id != option.id]


def _right(question: Multiple) -> list[str]:
    return [option.id for option in question.options if option.right]


def _said(right: int, every: int, wrong: int) -> str:
    found = "every right option" if right == every else f"{right or 'none'} of the {every} right options"
    beside = f" and {wrong} wrong {'one' if wrong == 1 else 'ones'}" if wrong else ""
    return f"You chose {found}{beside}."
