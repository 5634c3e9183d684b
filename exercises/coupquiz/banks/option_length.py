"""Whether an option is known by its length."""

from __future__ import annotations

from collections.abc import Iterable

_LONGER = 1.35  # so many times as long as the next option, and the right one stands out
_MUCH_LONGER = 8  # characters, at least


def stands_out(right: str, wrong: Iterable[str]) -> bool:
    """Return whether an option is so much longer than the others that it is taken for the right one."""
    longest = max(map(len, wrong))
    return len(right) > _LONGER * longest and len(right) - longest > _MUCH_LONGER
