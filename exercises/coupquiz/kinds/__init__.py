"""The kinds of questions: one module each, which reads a question and checks answers to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from coupdata.fields import Table
from coupquiz.kinds import single
from coupquiz.question import Question
from coupquiz.verdict import Verdict


class Kind(Protocol):
    """What a module of this package offers."""

    def read(self, table: Table, common: Mapping[str, Any]) -> Question:
        """Return the question in a table; ``common`` holds the fields that all questions have."""

    def check(self, question: Any, answer: object) -> Verdict:
        """Return what is said to an answer; no answer, however malformed, raises."""


KINDS: Mapping[str, Kind] = {"single": single}
