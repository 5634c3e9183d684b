"""Where it happened and who moved where: the map, the same in words, and the explorer's choice."""

from __future__ import annotations

import traitlets

from coupdata.model import Case
from coupdata.problems.plain_calls import plain_call
from coupdata.views.drawing.widget import DrawingView, case_of
from coupdata.views.html.element import Element
from coupdata.views.html.plain_traits import ExplorerChoice
from coupdata.views.map.drawing import map_drawing, map_name
from coupdata.views.map.text_alternative import map_in_still_words, map_in_words


@plain_call
def map_view(
    case: Case | None = None, explorer: ExplorerChoice | None = None, *, context: bool = False
) -> MapView:
    """Return the map of a case: its places, and who moved from one to another.

    Its state can be set and read: ``view.place = "tiflis"``, ``view.selected = "college-attack"``. With an
    explorer, both share what is chosen. With context, it shows what lies beyond the source too. A case that
    is left out is the explorer's, or the package's own.
    """
    return MapView(case_of(case, explorer), explorer, context=context)


class MapView(DrawingView):
    """The widget that `map_view` returns."""

    place = traitlets.Unicode("").tag(sync=True)
    """The id of the chosen place; empty for none."""

    def __init__(self, case: Case, explorer: ExplorerChoice | None, *, context: bool) -> None:
        self._context = context
        in_words = map_in_words(case, map_name(case), context=context)
        still_words = map_in_still_words(case, context=context)
        super().__init__(case, "place", in_words, explorer, still_words=still_words)

    def drawn(self, width: int) -> Element:
        """Return the drawing, with what is chosen."""
        return map_drawing(
            self.case, width=width, context=self._context, place=self.place, selected=self.selected
        )
