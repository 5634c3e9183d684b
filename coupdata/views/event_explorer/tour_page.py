"""The page of the tour: its stops, each with a question to think about."""

from __future__ import annotations

from coupdata.i18n import _
from coupdata.model import Case
from coupdata.views.html.element import Element, element


def tour_page(case: Case) -> Element:
    """Return all stops of a case's tour, of which a script shows one at a time."""
    stops = [
        element(
            "li",
            element("h3", f"{number}. {stop.title}", tabindex="-1"),
            element("p", stop.text),
            element("p", stop.question, class_="question"),
        )
        for number, stop in enumerate(case.tour, 1)
    ]
    listed = element("ol", *stops)
    return element("div", listed, class_="coup coup-tour", role="group", aria_label=_("Guided tour"))
