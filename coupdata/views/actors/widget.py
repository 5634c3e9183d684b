"""Who stood where, and who acted with and against whom: the picture, its twin, and the explorer's choice."""

from __future__ import annotations

import traitlets

from coupdata.model import Case
from coupdata.views.actors.figure import ActorsPicture
from coupdata.views.actors.page import actors_page
from coupdata.views.html.known_id import known_id
from coupdata.views.picture.widget import PictureView
from coupdata.views.timeline_chart.drawing import THEMES


def actors_view(
    case: Case, explorer: traitlets.HasTraits | None = None, *, context: bool = False
) -> ActorsView:
    """Return the actors of a case: their sides, and what they did with and against each other.

    Its state can be set and read: ``view.actor = "kvinitadze"``, ``view.selected = "college-attack"``. With
    an explorer, both share what is chosen. With context, it shows those from beyond the source too.
    """
    return ActorsView(case, explorer, context=context)


class ActorsView(PictureView):
    """The widget that `actors_view` returns."""

    choice = "actor"

    actor = traitlets.Unicode("")
    """The id of the chosen actor; empty for none."""

    def __init__(self, case: Case, explorer: traitlets.HasTraits | None, *, context: bool) -> None:
        self._context = context
        name = f"Actors: {case.title}"
        super().__init__(case, name, actors_page(case, name, context=context), explorer)

    def picture(self, width: int) -> ActorsPicture:
        """Return the picture, with what is chosen."""
        return ActorsPicture(self.case, THEMES["page"], width, self._context, self.actor, self.selected)

    @traitlets.validate("actor")
    def _is_actor(self, proposal: traitlets.Bunch) -> str:
        return known_id(proposal["value"], self.case.actor)
