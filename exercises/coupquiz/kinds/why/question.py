"""Own words; the answer is a text, which is not scored but held against a model and a checklist."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from coupdata.loading import Table
from coupdata.model import Case
from coupquiz.core.form import Form, Seed
from coupquiz.core.question import Question
from coupquiz.core.verdict import Outcome, Part, Verdict, unanswered
from coupquiz.parsing.untrusted import text


@dataclass(frozen=True, slots=True, kw_only=True)
class Why(Question):
    """A question with a model answer, and what a good answer has."""

    model: str
    checklist: tuple[str, ...]

    @property
    def scored(self) -> bool:
        """Never: no program judges own words."""
        return False


def read(table: Table, common: Mapping[str, Any], _case: Case) -> Why:
    """Return the question in a table."""
    return Why(**common, model=table.text("model"), checklist=table.texts("checklist", required=True))


def form(question: Why, _seed: Seed = None) -> Form:
    """Return the prompt alone."""
    return Form(question.id, question.kind, question.prompt, scored=False)


def check(question: Why, answer: object) -> Verdict:
    """Return the model answer, and the checklist as parts that the learner is to judge."""
    if not text(answer):
        return unanswered("Write a sentence or two first.", question.hint)
    parts = (Part(str(number), None, item, ()) for number, item in enumerate(question.checklist, 1))
    return Verdict(Outcome.UNSCORED, 0.0, question.model, question.cites, "", tuple(parts))


def solution(question: Why) -> str:
    """Return the model answer."""
    return question.model


def mistakes(_question: Why) -> Iterable[str]:
    """Return nothing: own words are not scored."""
    return ()
