"""One right option among several, as a bank has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coupdata.loading import Table
from coupdata.model import Case
from coupquiz.core.question import Question, with_events
from coupquiz.keys.options import Option, read_options


@dataclass(frozen=True, slots=True, kw_only=True)
class Single(Question):
    """A question with options, of which one is chosen."""

    options: tuple[Option, ...]


def read_single(table: Table, common: Mapping[str, Any], case: Case) -> Single:
    """Return the question in a table."""
    options, events = read_options(table, case, one=True)
    return Single(**with_events(common, *events), options=options)
