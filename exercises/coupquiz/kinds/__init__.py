"""The kinds of questions: one module each, which reads a question, asks it and checks answers to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from coupdata.loading.table import Table
from coupdata.model.records import Case
from coupquiz.core.form import Form, Seed
from coupquiz.kinds import claim, date, evidence, fill, match, multiple, order, single, value, why
from coupquiz.core.question import Answer, Question
from coupquiz.core.verdict import Verdict


class Kind(Protocol):
    """What a module of this package offers."""

    def read(self, table: Table, common: Mapping[str, Any], case: Case, /) -> Question | None:
        """Return the question in a table; ``common`` holds the fields that all questions have.

        None where nothing can be made of it; then the findings say why.
        """

    def form(self, question: Any, seed: Seed = None, /) -> Form:
        """Return what a learner may see."""

    def check(self, question: Any, answer: object, /) -> Verdict:
        """Return what is said to an answer; no answer, however malformed, raises."""

    def solution(self, question: Any, /) -> Answer:
        """Return an answer that is right."""

    def mistakes(self, question: Any, /) -> Iterable[Answer]:
        """Yield the wrong answers that are to be expected; each gets feedback of its own."""


KINDS: Mapping[str, Kind] = {
    "single": single,
    "multiple": multiple,
    "order": order,
    "match": match,
    "fill": fill,
    "date": date,
    "claim": claim,
    "evidence": evidence,
    "value": value,
    "why": why,
}
