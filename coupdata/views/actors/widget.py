"""Who stood where, and who acted with and against whom: drawn, in words, and with the explorer's choice."""

from __future__ import annotations

import traitlets

from coupdata.model import Case
from coupdata.problems.plain_calls import plain_call
from coupdata.views.actors.drawing import actors_drawing, actors_name
from coupdata.views.actors.text_alternative import actors_in_still_words, actors_in_words
from coupdata.views.drawing.widget import DrawingView, case_of
from coupdata.views.html.element import Element
from coupdata.views.html.plain_traits import ExplorerChoice


@plain_call
def actors_view(
    case: Case | None = None, explorer: ExplorerChoice | None = None, *, context: bool = False
) -> ActorsView:
    """Return the actors of a case: their sides, and what they did with and against each other.

    Its state can be set and read: ``view.actor = "kvinitadze"``, ``view.selected = "college-attack"``. With
    an explorer, both share what is chosen. With context, it shows those from beyond the source too. A case
    that is left out is the explorer's, or the package's own.
    """
    return ActorsView(case_of(case, explorer), explorer, context=context)


class ActorsView(DrawingView):
    """The widget that `actors_view` returns."""

    actor = traitlets.Unicode("").tag(sync=True)
    """The id of the chosen actor; empty for none."""

    def __init__(self, case: Case, explorer: ExplorerChoice | None, *, context: bool) -> None:
        self._context = context
        in_words = actors_in_words(case, actors_name(case), context=context)
        still_words = actors_in_still_words(case, context=context)
        super().__init__(case, "actor", in_words, explorer, still_words=still_words)

    def drawn(self, width: int) -> Element:
        """Return the drawing, with what is chosen."""
        return actors_drawing(
            self.case, width=width, context=self._context, actor=self.actor, selected=self.selected
        )
