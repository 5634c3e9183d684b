"""Where it happened and who moved where: the map, its twin, and the explorer's choice."""

from __future__ import annotations

import traitlets

from coupdata.model import Case
from coupdata.views.html.known_id import known_id
from coupdata.views.map.figure import MapPicture
from coupdata.views.map.page import map_page
from coupdata.views.picture.widget import PictureView
from coupdata.views.timeline_chart.drawing import THEMES


def map_view(case: Case, explorer: traitlets.HasTraits | None = None, *, context: bool = False) -> MapView:
    """Return the map of a case: its places, and who moved from one to another.

    Its state can be set and read: ``view.place = "tiflis"``, ``view.selected = "college-attack"``. With an
    explorer, both share what is chosen. With context, it shows what lies beyond the source too.
    """
    return MapView(case, explorer, context=context)


class MapView(PictureView):
    """The widget that `map_view` returns."""

    choice = "place"

    place = traitlets.Unicode("")
    """The id of the chosen place; empty for none."""

    def __init__(self, case: Case, explorer: traitlets.HasTraits | None, *, context: bool) -> None:
        self._context = context
        name = f"Map: {case.title}"
        super().__init__(case, name, map_page(case, name, context=context), explorer)

    def picture(self, width: int) -> MapPicture:
        """Return the map, with what is chosen."""
        return MapPicture(self.case, THEMES["page"], width, self._context, self.place, self.selected)

    @traitlets.validate("place")
    def _is_place(self, proposal: traitlets.Bunch) -> str:
        return known_id(proposal["value"], self.case.place)
