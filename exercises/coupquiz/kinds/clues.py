"""What could give the key of a question away, or that of another one: `banks.lint` looks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What a question shows, asks for and tells."""

    right: tuple[str, ...]
    """Texts of what is right, which no prompt and no hint should have."""
    wrong: tuple[str, ...]
    """Texts of what is wrong, as far as the bank has it."""
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Other texts that are right in the place of one of those: “Kvinitadze” for “Giorgi Kvinitadze”."""
    by_length: bool = False
    """Whether one of them alone is right, so that it must not stand out by its length."""
    is_recalled: bool = False
    """Whether what is right has to be known and typed, so that no other prompt may have it."""
    unexplained: tuple[str, ...] = ()
    """Options of which is said what the data say of their records, and nothing to the mistake."""
    dates: Mapping[str, str] = field(default_factory=dict)
    """The dates that whoever has it right knows, by the ids of their events."""
    shown: tuple[str, ...] = ()
    """What it shows besides its prompt and anybody may take as true: sentences, titles of events."""
    sentences: frozenset[str] = frozenset()
    """Ids of the sentences of the reading among that."""
    is_claim: bool = False
    """Whether its prompt may be untrue, so that it tells no more than names."""
    orders: frozenset[str] = frozenset()
    """Ids of the events whose order is asked for."""
