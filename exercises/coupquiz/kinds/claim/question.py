"""A statement held against the reading; the answer is supported, contradicted or not-said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from coupdata.loading import Table
from coupdata.model import Case
from coupquiz.core.form import Choice, Form, Seed
from coupquiz.core.question import Question
from coupquiz.core.verdict import Outcome, Verdict, unanswered
from coupquiz.parsing.untrusted import text

CHOICES = (
    Choice("supported", "The reading supports it"),
    Choice("contradicted", "The reading contradicts it"),
    Choice("not-said", "The reading does not say"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Question):
    """A statement, how the reading stands to it, and what is said to each of the three answers."""

    verdict: str
    feedback: Mapping[str, str] = field(hash=False)


def read(table: Table, common: Mapping[str, Any], _case: Case) -> Claim:
    """Return the question in a table."""
    ids = tuple(choice.id for choice in CHOICES)
    form = "{ " + ", ".join(f'{id} = "..."' for id in ids) + " }"
    feedback = table.record("feedback", form, lambda t: {id: t.text(id) for id in ids})
    if feedback is None and not table.has("feedback"):
        table.wrong("feedback", f"missing; add it: {form}")
    if feedback and len(set(feedback.values())) < len(ids):
        table.wrong("feedback", "two answers get the same; write what each of them would mean")
    return Claim(**common, verdict=table.choice("verdict", ids), feedback=feedback or {})


def form(question: Claim, _seed: Seed = None) -> Form:
    """Return the three answers, always in one order."""
    return Form(question.id, question.kind, question.prompt, CHOICES)


def check(question: Claim, answer: object) -> Verdict:
    """Return what is said to this answer; all three stand on the same sentences."""
    chosen = text(answer)
    if chosen not in question.feedback:
        return unanswered("Choose one of the three answers first.", question.hint)
    right = chosen == question.verdict
    outcome = Outcome.CORRECT if right else Outcome.INCORRECT
    hint = "" if right else question.hint
    return Verdict(outcome, float(right), question.feedback[chosen], question.cites, hint)


def solution(question: Claim) -> str:
    """Return how the reading stands to the statement."""
    return question.verdict


def mistakes(question: Claim) -> Iterable[str]:
    """Return the other two answers."""
    return [id for id in question.feedback if id != question.verdict]
