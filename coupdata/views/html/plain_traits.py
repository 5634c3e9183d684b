"""Views whose state can be set by hand: a wrong value is answered in a sentence."""

from __future__ import annotations

import traitlets

from coupdata.i18n import _
from coupdata.problems.annotations import shown, wanted
from coupdata.views.html.known_id import ChoiceError

_WANTED = {traitlets.Unicode: str, traitlets.Bool: bool, traitlets.Int: int, traitlets.List: list[str]}


class PlainTraits(traitlets.HasTraits):
    """Something with traits that raise a `ChoiceError` where they are set to a value of another type."""

    def __setattr__(self, name: str, value: object) -> None:
        try:
            super().__setattr__(name, value)
        except ChoiceError:
            raise
        except traitlets.TraitError:
            kind = _WANTED.get(type(self.traits()[name]), object)
            said = _("{name} has to be {wanted}, not {value}")
            said = said.format(name=name, wanted=wanted(kind), value=shown(value))
            if value is None and kind is str:
                said = _("{said}; '' chooses nothing").format(said=said)
            raise ChoiceError(said) from None


class ExplorerChoice(PlainTraits):
    """What is chosen in the explorer, which other views can share."""

    MADE_BY = "explorer()"

    selected = traitlets.Unicode("")
    """The id of the chosen event; empty for none."""
    actor = traitlets.Unicode("")
    """The id of the actor whose events stand out; empty for all."""
    theme = traitlets.Unicode("")
    place = traitlets.Unicode("")
