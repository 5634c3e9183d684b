"""What a class that votes costs the computer that has the room: with more seats, and on a slow one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.rounds import in_turn
from bench.table import Row, limited, missed, share, size, time
from tests.processes import slowed
from tests.room_process import open_room
from tests.room_pupils import SECONDS, Voted, let_vote

_SEATS = (25, 50, 100, 200)
_CLASS = 30
_OLD = 1 / 4  # of a core: about what a laptop of ten years ago has
_ACKNOWLEDGED = 500  # milliseconds
_GROWTH = 1.5


def rows() -> Iterator[Row]:
    """Yield the rows on a vote: what more seats take, and how an old laptop copes."""
    classes = in_turn(3, *(partial(vote, seats, SECONDS) for seats in _SEATS))
    sizes = ", ".join(map(str, _SEATS[:-1]))
    what = f"{sizes} and {_SEATS[-1]} votes within {SECONDS:.0f} s, until 95 in 100 are acknowledged"
    yield grown(what, [median(map(wait, rounds)) for rounds in classes], time)
    what = "the processor's time for each of them"
    yield grown(what, [median(map(cpu, rounds)) for rounds in classes], time)
    yield grown("the room's memory", [median(map(memory, rounds)) for rounds in classes], size)
    old, new = in_turn(5, partial(vote, _CLASS, 0.0, _OLD), partial(vote, _CLASS, 0.0))
    what = f"{_CLASS} votes at the same moment, on a quarter of a core, until 95 in 100 are acknowledged"
    yield limited(what, [*map(wait, old)], {"on a whole one": [*map(wait, new)]}, _ACKNOWLEDGED, time)


def grown(what: str, taken: Sequence[float], shown: Callable[[float], str]) -> Row:
    """Return the row of what classes of these sizes take, smallest first."""
    growth = taken[-1] / taken[0]
    return Row(
        what,
        ", ".join(map(shown, taken)),
        f"{_SEATS[-1] / _SEATS[0]:.0f} times the votes",
        f"{share(growth)}{missed(growth, _GROWTH)}",
        share(_GROWTH),
    )


def vote(seats: int, within: float, speed: float = 1.0) -> Voted:
    """Let a class vote in a room of its own, on a computer of this share of a core's speed."""
    with (
        TemporaryDirectory() as home,
        open_room(Path(home), "week") as room,
        slowed(room.process.pid, speed) if speed < 1 else nullcontext(),
    ):
        return asyncio.run(let_vote(room, seats, within))


def wait(voted: Voted) -> float:
    """Return the milliseconds until 95 in a hundred votes were acknowledged."""
    return float(voted.p95 * 1000)


def cpu(voted: Voted) -> float:
    """Return the milliseconds of the processor for a vote."""
    return float(voted.cpu * 1000 / voted.of)


def memory(voted: Voted) -> float:
    """Return the bytes that the room had in use."""
    return float(voted.megabytes * 1e6)
