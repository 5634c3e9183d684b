"""How much of an order contradicts nothing that is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def longest(order: Sequence[str], before: Callable[[str, str], bool]) -> int:
    """Return the length of the longest subsequence in which no two items stand the wrong way round.

    That is the longest common subsequence of the order and the nearest one that is allowed. Of two items
    the wrong way round the later belongs before the earlier, and this relation is transitive. So the items
    form a partial order in which the subsequence is the largest set without a related pair: as large as the
    smallest number of chains that cover all (Dilworth), which a matching of each item with the next one of
    its chain gives (Fulkerson).

    Args:
        order: Items, each once.
        before: Whether the first of two is known to come before the second; transitive.
    """
    previous: dict[str, str] = {}

    def place(item: str, seen: set[str]) -> bool:
        """Find a next one in its chain for an item, moving others where there is need."""
        for other in order[order.index(item) + 1 :]:
            if other not in seen and before(other, item):
                seen.add(other)
                if other not in previous or place(previous[other], seen):
                    previous[other] = item
                    return True
        return False

    return len(order) - sum(place(item, set()) for item in order)
