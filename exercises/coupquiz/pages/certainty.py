"""How sure a learner is, in words."""

from __future__ import annotations

from coupdata.i18n import _
from coupquiz.core.tries import Certainty


def certainty_words() -> dict[Certainty, str]:
    """Return what a learner can say, the least sure first."""
    return {
        Certainty.GUESSED: _("Just a guess"),
        Certainty.UNSURE: _("Not sure"),
        Certainty.SURE: _("Sure"),
    }
