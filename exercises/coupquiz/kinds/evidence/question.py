"""Which sentence proves it; the answer is the id of a sentence. Where several do, any of them is right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coupdata.loading import Table
from coupdata.model import Case, Sentence
from coupquiz.keys.options import read_options
from coupquiz.kinds.single.question import Single, check, form, mistakes, solution

__all__ = ["Evidence", "check", "form", "mistakes", "read", "solution"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Single):
    """A question whose options are sentences of the reading."""


def read(table: Table, common: Mapping[str, Any], case: Case) -> Evidence:
    """Return the question in a table."""
    options, _ = read_options(table, case, one=False)
    for option in options:
        if not isinstance(option.record, Sentence):
            table.wrong("option", f"'{option.text}' is no sentence; write {{ sentence = \"...\", ... }}")
        elif option.right and option.id not in common["cites"]:
            table.wrong("cites", f"'{option.id}' is missing, but it is right; add it")
    return Evidence(**common, options=options)
