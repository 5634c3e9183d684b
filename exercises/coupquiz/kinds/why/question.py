"""A question to answer in one's own words, as a bank has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coupdata.loading import Table
from coupquiz.core.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Why(Question):
    """A question with a model answer, and what a good answer has."""

    model: str
    checklist: tuple[str, ...]

    @property
    def scored(self) -> bool:
        """Never: no program judges own words."""
        return False


def read_why(table: Table, common: Mapping[str, Any]) -> Why:
    """Return the question in a table."""
    return Why(**common, model=table.text("model"), checklist=table.texts("checklist", required=True))
