"""Views whose state can be set by hand: a wrong value is answered in a sentence."""

from __future__ import annotations

import traitlets

from coupdata.i18n import _
from coupdata.model import Case
from coupdata.problems.annotations import shown, wanted
from coupdata.problems.errors import PlainError

_WANTED = {traitlets.Unicode: str, traitlets.Bool: bool, traitlets.Int: int, traitlets.List: list[str]}


class ChoiceError(PlainError, traitlets.TraitError):
    """What was chosen cannot be shown; the text says why."""


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


class ChosenRecords(PlainTraits):
    """Something whose traits hold ids of what is chosen in its case; empty where nothing is."""

    case: Case

    def checked(self, kind: str, id: str) -> str:
        """Return the id of a record of this kind; else raise a `ChoiceError` that names the near ones."""
        try:
            return id and str(getattr(self.case, kind)(id).id)
        except KeyError as error:
            raise ChoiceError(str(error.args[0])) from None

    @traitlets.validate("selected", "actor", "theme", "place")
    def _is_known(self, proposal: traitlets.Bunch) -> str:
        name = proposal["trait"].name
        return self.checked("event" if name == "selected" else name, proposal["value"])


class ExplorerChoice(PlainTraits):
    """What is chosen in the explorer, which other views can share."""

    MADE_BY = "explorer()"

    selected = traitlets.Unicode("")
    """The id of the chosen event; empty for none."""
    actor = traitlets.Unicode("")
    """The id of the actor whose events stand out; empty for all."""
    theme = traitlets.Unicode("")
    place = traitlets.Unicode("")
