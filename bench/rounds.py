"""Two things measured in turn, so that whatever else the machine does meets both."""

from __future__ import annotations

from collections.abc import Callable


def in_turn(rounds: int, *measures: Callable[[], float]) -> list[list[float]]:
    """Return what each gave in so many rounds; one more round before them only warms everything up."""
    for measure in measures:
        measure()
    taken: list[list[float]] = [[] for _ in measures]
    for _ in range(rounds):
        for measure, values in zip(measures, taken, strict=True):
            values.append(measure())
    return taken
