"""What a page without a kernel needs of an explorer and its tour, as JSON values."""

from __future__ import annotations

from typing import Any

from coupdata.model import Case
from coupdata.views.event_explorer.card import card_page
from coupdata.views.event_explorer.explored_events import explored_events
from coupdata.views.event_explorer.explorer_chart import CHOSEN, FADED, FADING, arrange_chart
from coupdata.views.event_explorer.hidden import NOTHING, Hidden
from coupdata.views.event_explorer.tour_page import tour_page
from coupdata.views.timeline_chart.plotly_parts import CONFIG
from coupdata.views.timeline_chart.traces import WIDTHS, timeline_name


def explorer_start(case: Case, *, context: bool = False, hidden: Hidden = NOTHING) -> dict[str, Any]:
    """Return all that an explorer shows beside its chart: rows, filters, and every card by its event's id.

    Under the empty id stands the card's page while nothing is chosen. ``widths`` are the pixels for which
    `explorer_chart` draws. ``note`` says what is hidden, ``note_shown`` that it is shown all the same, for a
    page that takes all else from an explorer in which nothing is.
    """
    explored = explored_events(case, context=context)
    ids = ["", *(event.id for event in explored.events)]
    return {
        "name": timeline_name(case),
        "events": explored.rows(hidden),
        "filters": explored.filters(),
        "cards": {id: card_page(case, id, context=context, hidden=hidden).jsonml() for id in ids},
        "widths": list(WIDTHS),
        "note": hidden.in_words(explored.events, shown=False),
        "note_shown": hidden.in_words(explored.events, shown=True),
    }


def explorer_chart(
    case: Case, width: int, *, context: bool = False, hidden: Hidden = NOTHING
) -> dict[str, Any]:
    """Return the chart for a width in pixels, with all that choices and filters change on it.

    ``choices`` has for each event with a mark what it changes of the traces of these numbers, and under the
    empty id how they are without a choice, or with one that has no mark. ``fading`` has two values for each
    property of a mark: where its event fits the filters, and where it does not.
    """
    chart = arrange_chart(case, width, context=context, hidden=hidden)
    ids = ["", *dict.fromkeys(place.mark.event.id for place in chart.places)]
    return {
        "traces": chart.traces,
        "layout": chart.layout,
        "config": CONFIG,
        "hits": chart.hits,
        "choices": {"traces": CHOSEN, "changes": {id: chart.choice(id)["changes"] for id in ids}},
        "fading": {"traces": FADED, "values": FADING},
    }


def tour_start(case: Case) -> dict[str, Any]:
    """Return the page of the tour, and the ids of the events that its stops choose."""
    return {"page": tour_page(case).jsonml(), "events": [stop.event for stop in case.tour]}
