"""One right option among several."""

from __future__ import annotations

from dataclasses import dataclass

from coupquiz.core.question import Question
from coupquiz.keys.options import Option


@dataclass(frozen=True, kw_only=True)
class Single(Question):
    """A question with options, of which one is chosen."""

    options: tuple[Option, ...]
