"""The kinds of questions: one folder each, which reads a question, asks it and checks answers to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from coupdata.loading import Table
from coupdata.model import Case
from coupquiz.core.form import Form, Seed
from coupquiz.core.question import Answer, Question
from coupquiz.core.verdict import Verdict
from coupquiz.kinds.claim import question as claim
from coupquiz.kinds.date import question as date
from coupquiz.kinds.evidence import question as evidence
from coupquiz.kinds.fill import question as fill
from coupquiz.kinds.match import question as match
from coupquiz.kinds.multiple import question as multiple
from coupquiz.kinds.order import question as order
from coupquiz.kinds.single import question as single
from coupquiz.kinds.value import question as value
from coupquiz.kinds.why import question as why


class Kind(Protocol):
    """What a module of this package offers."""

    def read(self, table: Table, common: Mapping[str, Any], case: Case, /) -> Question | None:
        """Return the question in a table; ``common`` holds the fields that all questions have.

        None where nothing can be made of it; then the problems say why.
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
