"""Values in an answers file: what may stand there, whoever has written it."""

from __future__ import annotations

import math
from datetime import datetime

_DEPTH = 8
_YEARS = range(1900, 9000)  # a computer without a clock starts in 1970


def is_plain(value: object, depth: int = _DEPTH) -> bool:
    """Return whether a value can be an answer: text, numbers, lists and tables, not nested too deeply."""
    if isinstance(value, dict):
        return depth > 0 and all(
            isinstance(key, str) and is_plain(inner, depth - 1) for key, inner in value.items()
        )
    if isinstance(value, list | tuple):
        return depth > 0 and all(is_plain(inner, depth - 1) for inner in value)
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, int):
        return abs(value) < 2**63
    return value is None or isinstance(value, str)


def is_count(value: object) -> bool:
    """Return whether a value can say how many."""
    return type(value) is int and 0 <= value < 2**63


def is_score(value: object) -> bool:
    """Return whether a value is a number from 0 to 1."""
    return type(value) in (int, float) and 0 <= value <= 1  # type: ignore[operator]


def time_in(value: object) -> datetime | None:
    """Return the time in a text as ISO 8601 has it, with its offset from UTC; None where there is none."""
    try:
        at = datetime.fromisoformat(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
    return at if at.tzinfo and at.year in _YEARS else None
