"""What all questions have, of whatever kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

Answer: TypeAlias = str | list[str] | dict[str, str] | None
"""An answer as it is kept: by kind an id, ids, ids by id, or text; None or empty where there is none yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question on a reading; each kind adds what it needs."""

    MADE_BY: ClassVar[str] = "bank.question()"

    id: str
    kind: str
    prompt: str
    cites: tuple[str, ...]
    """Ids of the sentences that settle it."""
    hints: tuple[str, ...] = ()
    """What may help, the slightest help first; `hints.hint_steps` goes on from there to the cites."""
    trains: str
    """What it trains: "chronology"."""
    level: int
    """1: found in one sentence; 2: put together from several; 3: weighed."""
    events: tuple[str, ...] = ()
    """Ids of the events that it asks about."""
    renamed: tuple[str, ...] = ()
    """Ids that it had before, under which answers may still be kept."""

    @property
    def hint(self) -> str:
        """The first hint; empty where the question has none of its own."""
        return self.hints[0] if self.hints else ""

    @property
    def scored(self) -> bool:
        """Whether answers to it are scored."""
        return True


def with_events(common: Mapping[str, Any], *events: str) -> dict[str, Any]:
    """Return the fields that all questions have, with events that the key asks about added to them."""
    return {**common, "events": tuple(dict.fromkeys((*common["events"], *events)))}
