"""Where a lesson stands: what is open, to what, and what the wall shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any


class Way(StrEnum):
    """What a class does."""

    WAIT = "wait"
    """Nothing is open yet."""
    OWN_PACE = "own-pace"
    """Each goes through the parts that are open."""
    VOTE = "vote"
    """All answer one question."""
    TEST = "test"
    """Each works on an assignment alone."""
    OVER = "over"
    """The lesson has ended."""


class Stage(StrEnum):
    """How far a vote is."""

    OPEN = "open"
    CLOSED = "closed"
    """No more votes; what is right is not shown yet."""
    REVEALED = "revealed"


class Wall(StrEnum):
    """What the wall shows."""

    JOIN = "join"
    """How to join."""
    QUESTION = "question"
    RESULT = "result"
    """The question with what was answered, once that is revealed."""
    TIMELINE = "timeline"


@dataclass(frozen=True, slots=True)
class State:
    """Where a lesson stands."""

    way: Way = Way.WAIT
    paused: bool = False
    parts: tuple[str, ...] = ()
    """The ids of the parts that are open."""
    poll: int = 0
    """The vote that was asked for last; 0 before the first."""
    round: int = 1
    """1, and 2 after the class has talked."""
    stage: Stage = Stage.OPEN
    wall: Wall = Wall.JOIN
    event: str = ""
    """The id of the event that is chosen on the wall's timeline."""
    test_open: bool = False
    stopped: bool = False
    """Whether the teacher has stopped the test's clock; it stands anyway while nobody works on the test."""
    ends: datetime | None = None
    """When the clock runs out; None while there is none, or it stands."""
    left: float | None = None
    """The seconds left on a clock that stands; None where there is none, or it runs."""

    def seconds_left(self, now: datetime) -> float | None:
        """Return how many seconds are left for the test; None without a clock."""
        return max(0.0, (self.ends - now).total_seconds()) if self.ends else self.left

    def with_clock(self, seconds: float | None) -> State:
        """Return the state with so many seconds on the clock, which stands; None removes it."""
        return replace(self, ends=None, left=seconds)

    def with_clock_in_step(self, now: datetime) -> State:
        """Return the state with its clock running just while a class works on the test."""
        runs = self.way is Way.TEST and self.test_open and not (self.paused or self.stopped)
        if runs and self.left is not None:
            return replace(self, ends=now + timedelta(seconds=self.left), left=None)
        if not runs and self.ends:
            return replace(self, ends=None, left=self.seconds_left(now))
        return self

    def to_json(self) -> dict[str, Any]:
        """Return the state as JSON values."""
        return asdict(self) | {"ends": self.ends.isoformat() if self.ends else None}


def state_from_json(values: Mapping[str, Any]) -> State:
    """Return the state that `State.to_json` wrote."""
    ends = values["ends"]
    return State(
        **{
            **values,
            "way": Way(values["way"]),
            "stage": Stage(values["stage"]),
            "wall": Wall(values["wall"]),
            "parts": tuple(values["parts"]),
            "ends": datetime.fromisoformat(ends) if ends else None,
        }
    )
