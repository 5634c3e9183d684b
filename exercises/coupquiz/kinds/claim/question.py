"""A statement held against the reading, as a bank has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from coupdata.loading import Table
from coupquiz.core.question import Question

ANSWERS = ("supported", "contradicted", "not-said")
"""The three answers, by the ids of their choices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Question):
    """A statement, how the reading stands to it, and what is said to each of the three answers."""

    verdict: str
    feedback: Mapping[str, str] = field(hash=False)


def read_claim(table: Table, common: Mapping[str, Any]) -> Claim:
    """Return the question in a table."""
    form = "{ " + ", ".join(f'{id} = "..."' for id in ANSWERS) + " }"
    feedback = table.record("feedback", form, lambda t: {id: t.text(id) for id in ANSWERS})
    if feedback is None and not table.has("feedback"):
        table.wrong("feedback", f"missing; add it: {form}")
    if feedback and len(set(feedback.values())) < len(ANSWERS):
        table.wrong("feedback", "two answers get the same; write what each of them would mean")
    return Claim(**common, verdict=table.choice("verdict", ANSWERS), feedback=feedback or {})
