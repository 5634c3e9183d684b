"""Which sentence proves it, as a bank has it: a question whose options are sentences of the reading."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coupdata.loading import Table
from coupdata.model import Case, Sentence
from coupquiz.keys.options import read_options
from coupquiz.kinds.single.question import Single


def read_evidence(table: Table, common: Mapping[str, Any], case: Case) -> Single:
    """Return the question in a table."""
    options, _events = read_options(table, case, one=False)
    for option in options:
        if not isinstance(option.record, Sentence):
            table.wrong("option", f"'{option.text}' is no sentence; write {{ sentence = \"...\", ... }}")
        elif option.right and option.id not in common["cites"]:
            table.wrong("cites", f"'{option.id}' is missing, but it is right; add it")
    return Single(**common, options=options)
