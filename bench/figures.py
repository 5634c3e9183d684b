"""How the time to build the timeline grows with the events."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from statistics import median
from time import perf_counter

from bench.table import Row, time
from coupdata.views import timeline
from tests.cases import made_up

_SIZES = (18, 60, 300)


def rows() -> Iterator[Row]:
    """Yield the row on building figures, of events that are made up."""
    took = [build(size) for size in _SIZES]
    sizes = ", ".join(f"{size:,}" for size in _SIZES[:-1])
    yield Row(
        f"the figure of {sizes} and {_SIZES[-1]:,} events, built in Python",
        ", ".join(map(time, took)),
        f"{_SIZES[-1] / _SIZES[0]:.0f} times the events",
        f"{took[-1] / took[0]:.0f} times as long",
    )


def build(size: int) -> float:
    """Return the milliseconds that a figure of so many events takes."""
    case = made_up(size, Random(1920))
    taken = []
    for _ in range(8):
        begun = perf_counter()
        timeline(case)
        taken.append((perf_counter() - begun) * 1000)
    return median(taken[1:])  # the first loads Plotly
