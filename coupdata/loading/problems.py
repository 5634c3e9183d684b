"""Gathers what is wrong with files while they are read."""

from __future__ import annotations

import re
from collections.abc import Collection

from coupdata.problems.problem import Problem
from coupdata.problems.suggestions import near_misses

_LONGEST_QUOTATION = 7
"""Words of others that may stand in a row."""

_QUOTATION = re.compile(r"“([^”]*)”")


class Problems(list[Problem]):
    """What is wrong with the files that are being read; it knows which ids there are."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: dict[str, Collection[str] | None] = {}
        """The ids of each kind of record; None where their file cannot be read, so that nobody knows them."""

    def add(self, where: str, what: str, mend: str = "") -> None:
        """Add a problem."""
        self.append(Problem(where, what, mend))

    def check_known(self, where: str, kind: str, id: str) -> None:
        """Add an id that no record of this kind has."""
        known = self.ids[kind]
        if known is not None and id not in known:
            self.add(where, f"there is no {kind} '{id}'", near_misses(id, known))
            if not known:
                self.ids[kind] = None  # once is enough

    def check_quotations(self, where: str, text: str) -> None:
        """Add what stands in “ ” in a text and is too long."""
        for quotation in _QUOTATION.findall(text):
            words = len(quotation.split())
            if words > _LONGEST_QUOTATION:
                what = f"quotes {words} words, {_LONGEST_QUOTATION} at most"
                self.add(where, what, "use words of your own")
