"""How often somebody may ask, so that nobody guesses a code or keeps the others waiting."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

_MOST = 10_000  # who is remembered: an address costs some hundred bytes


class Limit:
    """So many a minute for each, in bursts of as many."""

    def __init__(self, a_minute: int, now: Callable[[], float] = monotonic) -> None:
        self._most = a_minute
        self._now = now
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def is_reached(self, who: str) -> bool:
        """Return whether it has been too often; this is not counted."""
        return self._of(who) < 1

    def count(self, who: str) -> None:
        """Count one."""
        self._left[who] = (self._of(who) - 1, self._now())
        self._left.move_to_end(who)
        if len(self._left) > _MOST:
            self._left.popitem(last=False)

    def _of(self, who: str) -> float:
        left, at = self._left.get(who, (self._most, self._now()))
        return min(self._most, left + (self._now() - at) * self._most / 60)
