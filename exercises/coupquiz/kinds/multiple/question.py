"""Several right options."""

from __future__ import annotations

from dataclasses import dataclass

from coupquiz.core.question import Question
from coupquiz.keys.options import Option


@dataclass(frozen=True, kw_only=True)
class Multiple(Question):
    """A question with one or more right options."""

    options: tuple[Option, ...]
