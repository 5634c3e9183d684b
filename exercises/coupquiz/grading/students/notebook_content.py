"""What a notebook that was handed in holds: which questions it asks, and whether they are answered in it."""

from __future__ import annotations

import json
import re
from typing import Any

from coupquiz.grading.answer_key import AnswerKey
from coupquiz.grading.answers_cell import CellError, answers_in_cells

LIMIT = 10_000_000
"""The most bytes that a notebook may have."""

ANSWERED = 2
"""What cells are worth that have answers in them."""

_OPENED = re.compile(rb'notebook=\\"([^"\\]+)\\"')  # which one, as JSON has it; our notebooks say it


def opened(content: bytes) -> str:
    """Return the assignment whose questions a notebook asks; empty where it does not say."""
    found = _OPENED.search(content)
    return found[1].decode("utf-8", "replace") if found else ""


def cells(content: bytes) -> list[tuple[Any, Any]] | None:
    """Return kind and source of each cell; None where they cannot be read."""
    try:
        values = json.loads(content)
        return [(cell["cell_type"], "".join(cell["source"])) for cell in values["cells"]]
    except (ValueError, RecursionError, LookupError, TypeError):
        return None


def worth(cells: list[tuple[Any, Any]] | None, key: AnswerKey) -> int:
    """Return more for cells with answers in them than for others, and least for none that can be read."""
    if cells is None:
        return 0
    try:
        values = {"cells": [{"cell_type": kind, "source": text} for kind, text in cells]}
        answers = answers_in_cells(values, key.ids)
    except CellError:
        return ANSWERED
    return ANSWERED if answers else 1
