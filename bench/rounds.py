"""Things measured in turn, so that whatever else the machine does meets all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_Measured = TypeVar("_Measured")


def in_turn(rounds: int, *measures: Callable[[], _Measured]) -> list[list[_Measured]]:
    """Return what each gave in so many rounds; one more round before them only warms everything up."""
    for measure in measures:
        measure()
    taken: list[list[_Measured]] = [[] for _ in measures]
    for _ in range(rounds):
        for measure, values in zip(measures, taken, strict=True):
            values.append(measure())
    return taken
