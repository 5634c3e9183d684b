"""What all questions have, of whatever kind."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question on a reading; each kind adds what it needs."""

    id: str
    kind: str
    prompt: str
    cites: tuple[str, ...]
    """Ids of the sentences that settle it."""
    hints: tuple[str, ...]
    """What may help, the slightest help first."""
    trains: str
    """What it trains, in a word or two: "chronology"."""
    level: int
    """From 1, found in one sentence, to 3, concluded from several."""
