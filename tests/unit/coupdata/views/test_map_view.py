"""Places in words, and the view that follows what is chosen."""

import re
from typing import Any

import comm
import pytest
import traitlets

import coupdata
from coupdata import Case
from coupdata.model import Event
from coupdata.views import map_view
from coupdata.views.html.plain_traits import ExplorerChoice
from coupdata.views.map.drawing import map_drawing
from coupdata.views.map.text_alternative import map_in_words
from tests.unit.coupdata.views.drawings import told

OWN = coupdata.load()


def test_the_page_says_what_happened_at_every_place(case: Case) -> None:
    """With what happened in a place within it, and the movements from and to it; each event can be chosen."""
    page = map_in_words(case, "", context=True).html()
    parts = dict(re.findall(r'<section data-about="([^"]*)">(.*?)</section>', page, re.DOTALL))
    assert set(parts) == {"", *(place.id for place in case.places)}

    def places(event: Event) -> set[str]:
        here = set(event.moves)
        place = event.place
        while place:
            here.add(place)
            place = case.place(place).within
        return here

    for event in told(case, context=True):
        assert f'data-told="{event.id}"' in page
        for id, part in parts.items():
            if id:
                assert (f'data-event="{event.id}"' in part) == (id in places(event)), (event.id, id)
        if event.moves or not event.place:
            assert f'data-event="{event.id}"' in parts[""]


def test_every_place_can_be_chosen_in_the_list(case: Case) -> None:
    """Also those that are on no map."""
    page = map_in_words(case, "", context=True).html()
    options = re.findall(r'role="option"[^>]*data-choice="([^"]*)"', page)
    assert sorted(options) == sorted(place.id for place in case.places)


def test_the_page_never_hears_of_a_view_without_its_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    """It draws what it hears first, and could not draw nothing."""
    heard: list[object] = []
    create = comm.create_comm

    def told(**about: Any) -> Any:
        heard.append(about["data"]["state"].get("drawing"))
        return create(**about)

    monkeypatch.setattr(comm, "create_comm", told)
    view = map_view(OWN)
    assert view.drawing in heard


def test_view_and_explorer_share_what_is_chosen() -> None:
    """Both ways, and from the start; the drawing follows."""
    explorer = ExplorerChoice(selected="college-attack", place="tiflis")
    view = map_view(OWN, explorer)
    assert (view.selected, view.place) == ("college-attack", "tiflis")
    view.place, view.selected = "baku", "frontier-crossed"
    assert (explorer.place, explorer.selected) == ("baku", "frontier-crossed")
    assert view.drawing == map_drawing(OWN, place="baku", selected="frontier-crossed").jsonml()
    with pytest.raises(traitlets.TraitError, match="tiflis"):
        view.place = "tifliss"
