"""How well a learner knows what they know: of the answers of which they were so sure, how many were right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coupquiz.answers.try_log import Log
from coupquiz.core.tries import Certainty

FEWEST = 10
"""Answers below which nothing is said: it would be chance."""

FEWEST_OF_A_STEP = 5
"""Likewise, of those of which somebody was equally sure."""

_MOSTLY = 0.75


@dataclass(frozen=True, slots=True)
class Step:
    """The answers of which somebody was equally sure."""

    certainty: Certainty
    answers: int
    right: int

    @property
    def share(self) -> float:
        """How many of them were right, from 0 to 1; 0 of none."""
        return self.right / self.answers if self.answers else 0.0

    @property
    def tells(self) -> bool:
        """Whether they are enough to say something of."""
        return self.answers >= FEWEST_OF_A_STEP

    @property
    def is_mostly_right(self) -> bool:
        """Whether three quarters of them were right."""
        return self.share >= _MOSTLY


def calibration(logs: Iterable[Log]) -> tuple[Step, ...]:
    """Return the steps, the least sure first; none where the answers are too few.

    What was answered after the solution was shown says nothing, and is not counted.
    """
    told = [(t.certainty, t.score == 1) for log in logs for t in log if t.certainty and not t.shown]
    if len(told) < FEWEST:
        return ()
    outcomes = {step: [right for certainty, right in told if certainty is step] for step in Certainty}
    return tuple(Step(step, len(own), sum(own)) for step, own in outcomes.items())
