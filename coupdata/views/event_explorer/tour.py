"""A guided walk along the timeline: stop by stop, each with a question to think about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import traitlets

from coupdata.views.event_explorer.widget import Explorer
from coupdata.views.html.element import Element, element
from coupdata.views.html.known_id import ChoiceError
from coupdata.views.html.page_widget import STATIC, PageWidget, script, style

_HERE = Path(__file__).parent


def tour(view: Explorer) -> TourView:
    """Return the guided walk through an explorer: its steps choose events there.

    Raises:
        ValueError: The case has no tour.
    """
    if not view.case.tour:
        raise ValueError(f"the case '{view.case.id}' has no tour: write one in its tour.toml")
    return TourView(view)


class TourView(PageWidget):
    """The widget that `tour` returns."""

    _style = style(_HERE / "tour.css")
    _esm = script(STATIC / "tour.js", style=_style)

    stop = traitlets.Int(0).tag(sync=True)
    """The number of the stop, from 1; 0 before the walk begins."""

    def __init__(self, view: Explorer) -> None:
        self._view = view
        super().__init__(_page(view))
        self.observe(self._go, "stop")

    @traitlets.validate("stop")
    def _is_stop(self, proposal: traitlets.Bunch) -> int:
        number: int = proposal["value"]
        if not 0 <= number <= len(self._view.case.tour):
            raise ChoiceError(f"the tour has stops 1 to {len(self._view.case.tour)}, not {number}")
        return number

    def _go(self, change: traitlets.Bunch) -> None:
        if change["new"]:
            self._view.selected = self._view.case.tour[change["new"] - 1].event


def _page(view: Explorer) -> Element:
    stops: list[Any] = []
    for number, stop in enumerate(view.case.tour, 1):
        stops.append(
            element(
                "li",
                element("h3", f"{number}. {stop.title}", tabindex="-1"),
                element("p", stop.text),
                element("p", stop.question, class_="question"),
            )
        )
    return element(
        "div", element("ol", *stops), class_="coup coup-tour", role="group", aria_label="Guided tour"
    )
