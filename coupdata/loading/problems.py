"""Gathers what is wrong with files while they are read."""

from __future__ import annotations

import re
from collections.abc import Collection

from coupdata.i18n import _
from coupdata.problems.problem import Problem
from coupdata.problems.suggestions import near_misses

_LONGEST_QUOTATION = 7
"""Words of others that may stand in a row."""

_QUOTATION = re.compile(r"“([^”]*)”")


UNKNOWN = "unknown id"
"""The code of a problem: a record is named that is not there, perhaps because another case is meant."""


class Problems(list[Problem]):
    """What is wrong with the files that are being read; it knows which ids there are."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: dict[str, Collection[str] | None] = {}
        """The ids of each kind of record; None where their file cannot be read, so that nobody knows them."""

    def add(self, where: str, what: str, mend: str = "", code: str = "") -> None:
        """Add a problem, once."""
        problem = Problem(where, what, mend, code=code)
        if problem not in self:
            self.append(problem)

    def check_known(self, where: str, kind: str, id: str) -> None:
        """Add an id that no record of this kind has."""
        known = self.ids[kind]
        if known is not None and id not in known:
            what = _("there is no {kind} '{id}'").format(kind=kind, id=id)
            self.add(where, what, near_misses(id, known), UNKNOWN)
            if not known:
                self.ids[kind] = None  # once is enough

    def check_quotations(self, where: str, text: str) -> None:
        """Add what stands in “ ” in a text and is too long."""
        for quotation in _QUOTATION.findall(text):
            if (words := len(quotation.split())) > _LONGEST_QUOTATION:
                what = _("quotes {words} words, but {most} at most")
                what = what.format(words=words, most=_LONGEST_QUOTATION)
                self.add(where, what, _("use your own words"))
