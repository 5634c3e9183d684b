"""One right option among several; the answer is an option's id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coupdata.fields import Table
from coupquiz.question import Question
from coupquiz.verdict import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Option:
    """An option, and what is said to whoever chooses it."""

    id: str
    text: str
    right: bool
    feedback: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Single(Question):
    """A question with one right option."""

    options: tuple[Option, ...]


def read(table: Table, common: Mapping[str, Any]) -> Single:
    """Return the question in a table."""
    options = table.records("option", _option, required=True)
    right = sum(option.right for option in options)
    if options and right != 1:
        table.wrong("option", f"{right} options are right; mark exactly one with right = true")
    return Single(**common, options=options)


def check(question: Single, answer: object) -> Verdict:
    """Return what is said to the option of this id; anything else counts as no answer."""
    hint = question.hints[0] if question.hints else ""
    for option in question.options:
        if option.id == answer:
            outcome = Outcome.CORRECT if option.right else Outcome.INCORRECT
            return Verdict(
                outcome, float(option.right), option.feedback, option.cites, "" if option.right else hint
            )
    return Verdict(Outcome.UNANSWERED, 0.0, "Choose one of the options first.", (), hint)


def _option(table: Table) -> Option:
    return Option(
        id=table.id(),
        text=table.text("text"),
        right=table.flag("right"),
        feedback=table.text("feedback"),
        cites=table.cites(required=True),
    )
