"""A value taken from the data, as a bank has it: looked up, so that no number stands in the bank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coupdata.loading import Table
from coupdata.model import Case
from coupquiz.core.question import Question
from coupquiz.keys.lookup import FORM, LookedUp, read_lookup
from coupquiz.kinds.value.comparison import is_same


@dataclass(frozen=True, slots=True)
class ExpectedMistake:
    """A wrong value that the bank expects."""

    value: LookedUp
    feedback: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value(Question):
    """A question whose answer stands in the data."""

    right: LookedUp
    feedback: str
    """What the right value tells."""
    wrong: tuple[ExpectedMistake, ...]


def read_value(table: Table, common: Mapping[str, Any], case: Case) -> Value:
    """Return the question in a table."""
    found = table.record("value", FORM, lambda t: read_lookup(t, case))
    if not table.has("value"):
        table.wrong("value", f"missing; add it: {FORM}")
    right = found or LookedUp("number", ("0",))
    mistakes = table.records("wrong", lambda t: _mistake(t, case), required=True)
    wrong = tuple(mistake for mistake in mistakes if mistake)
    for mistake in wrong if found else ():
        if mistake.value.sort != right.sort:
            table.wrong("wrong", f"{mistake.value.texts[0]} is of another sort than what is right")
        elif is_same(right, mistake.value.texts):
            table.wrong("wrong", f"{', '.join(mistake.value.texts)} is right; take it out")
    return Value(**common, right=right, feedback=table.text("feedback"), wrong=wrong)


def _mistake(table: Table, case: Case) -> ExpectedMistake | None:
    """Return a wrong value: looked up as well, or written as a text."""
    value = table.record("value", FORM, lambda t: read_lookup(t, case))
    if table.has("text"):
        value = LookedUp("text", (table.text("text"),))
    elif not table.has("value"):
        table.wrong("value", f"missing; look it up, {FORM}, or write text")
    feedback, cites = table.text("feedback"), table.cites()
    return ExpectedMistake(value, feedback, cites) if value else None
