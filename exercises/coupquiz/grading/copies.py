"""Finds answers files that are copies of one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping


def copies(origins: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """Return the groups of students whose answers files have the same origin.

    Args:
        origins: Of each student, what tells the answers file from others: see `Submission.origins`.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for student, each in origins.items():
        for origin in each:
            groups[origin].append(student)
    return sorted({tuple(students) for students in groups.values() if len(students) > 1})
