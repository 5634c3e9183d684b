"""Several right options, as a bank has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coupdata.loading import Table
from coupdata.model import Case
from coupquiz.core.question import Question, with_events
from coupquiz.keys.options import Option, read_options


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple(Question):
    """A question with one or more right options."""

    options: tuple[Option, ...]


def read_multiple(table: Table, common: Mapping[str, Any], case: Case) -> Multiple:
    """Return the question in a table."""
    options, events = read_options(table, case, one=False)
    return Multiple(**with_events(common, *events), options=options)
