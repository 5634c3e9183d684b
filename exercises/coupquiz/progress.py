"""How far a learner has come, over all notebooks of a folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coupquiz.bank import Bank


@dataclass(frozen=True, slots=True)
class BankProgress:
    """How far a learner has come with a bank, in whichever notebooks it was asked."""

    bank: str
    title: str
    questions: int
    """How many questions the bank has."""
    answered: int
    solved: int
    scored: int
    """How many of its questions are scored, and so the most points there are."""
    points: float
    """The sum of the best scores, from 0 to ``scored``."""
    notebooks: tuple[str, ...]
    """The notebooks in which it was answered."""
    last: datetime | None
    """When an answer last changed; None where there is none."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a learner has come with every bank."""

    banks: tuple[BankProgress, ...]
    problems: tuple[str, ...]
    """Sentences on answers files that could not be read."""


def progress(folder: str | Path, banks: Iterable[Bank]) -> Progress:
    """Return the numbers of these banks, in their order, from all answers files of a folder; changes no file."""
    raise NotImplementedError
