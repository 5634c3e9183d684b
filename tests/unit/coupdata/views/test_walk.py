"""The tour: it knows where on the chart each stop is; and the explorer without words shows none."""

from __future__ import annotations

from html import unescape

import pytest

import coupdata
from coupdata.views import explorer, tour

CASE = coupdata.load()


@pytest.mark.parametrize("width", [360, 920])
def test_every_stop_says_where_its_mark_is(width: int) -> None:
    """In pixels from the chart's top, however it is arranged, so that the page can bring it into view."""
    walk = tour()
    walk.explorer._navigator.width = width
    steps = walk.children[0]
    for number, stop in enumerate(CASE.tour, 1):
        steps.stop = number
        assert walk.explorer.selected == stop.event
        assert any(
            place.y == steps.down and place.mark.event.id == stop.event
            for place in walk.explorer._chart.places
        )


def test_an_explorer_without_words_has_none() -> None:
    """No title on the chart, in the list or for a reader without widgets, and nothing to point at."""
    view = explorer(words=False)
    view._navigator.width = 920
    assert view.figure
    shown = str(view.figure.to_dict()) + str(view._navigator.get_state()) + str(view._repr_mimebundle_())
    assert not [event.title for event in CASE.events if event.title in shown]
    view.selected = CASE.tour[0].event
    assert CASE.event(view.selected).title not in str(view.figure.to_dict())
    assert CASE.event(view.selected).title in str(explorer()._repr_mimebundle_())


def test_without_a_widget_the_tour_leaves_its_timeline_in_words() -> None:
    """As the explorer does by itself."""
    data, _ = tour()._repr_mimebundle_()
    assert not [
        event.title for event in explorer()._events.events if event.title not in unescape(data["text/html"])
    ]
