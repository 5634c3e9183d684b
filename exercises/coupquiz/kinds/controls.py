"""What asks the questions of each kind: one module for a kind, and control.js beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from coupdata.views.html.element import Element
from coupquiz.core.form import Form
from coupquiz.core.question import Answer
from coupquiz.kinds.claim import page as claim
from coupquiz.kinds.date import page as date
from coupquiz.kinds.evidence import page as evidence
from coupquiz.kinds.fill import page as fill
from coupquiz.kinds.match import page as match
from coupquiz.kinds.multiple import page as multiple
from coupquiz.kinds.order import page as order
from coupquiz.kinds.single import page as single
from coupquiz.kinds.value import page as value
from coupquiz.kinds.why import page as why


class Control(Protocol):
    """What a module for a kind offers."""

    def page(self, form: Form, /) -> Element:
        """Return what is asked and where to answer, from what a learner may see."""

    def in_words(self, form: Form, answer: Answer, /) -> Element:
        """Return an answer for people to read."""


CONTROLS: Mapping[str, Control] = {
    "single": single,
    "multiple": multiple,
    "order": order,
    "match": match,
    "fill": fill,
    "date": date,
    "claim": claim,
    "evidence": evidence,
    "value": value,
    "why": why,
}
