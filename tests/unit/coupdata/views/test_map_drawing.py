"""Where it happened and who moved where: drawn clearly."""

from dataclasses import replace

import pytest

import coupdata
from coupdata import Case
from coupdata.views.drawing.svg import curve_along
from coupdata.views.html.element import Element
from coupdata.views.map.drawing import map_drawing
from coupdata.views.map.layout import arrange_map
from coupdata.views.map.text_alternative import map_in_words
from tests.unit.coupdata.views.drawings import EVIL, ids, number, parts, text, told, written

OWN = coupdata.load()


def outlined(drawing: Element) -> int:
    """How many rings and thick frontiers there are."""
    frontiers = [line for place in parts(drawing, "place") for line in parts(place, "line")]
    return len(parts(drawing, "ring")) + sum(number(line, "stroke-width") > 2 for line in frontiers)


def bold(drawing: Element) -> list[str]:
    """What is written in bold, titles of panels left out."""
    titles = {panel.title for panel in OWN.panels}
    found = (text(words).lstrip("▫ ") for words in parts(drawing, "bold"))
    return [words for words in found if words not in titles]


@pytest.mark.slow
def test_the_place_of_a_chosen_event_is_ringed_and_its_name_bold() -> None:
    """Every event whose place is told; where it is on no map, its name below it is bold."""
    assert outlined(map_drawing(OWN)) == 0
    assert bold(map_drawing(OWN)) == []
    for event in told(OWN):
        drawing = map_drawing(OWN, selected=event.id)
        if event.place:
            place = OWN.place(event.place)
            assert place.name.split()[0] in " ".join(bold(drawing)), event.id
            assert outlined(drawing) == (place.latitude is not None), event.id
        elif not event.moves:
            assert bold(drawing) == []


def test_the_movement_of_a_chosen_event_is_strong_and_the_others_faint() -> None:
    """Those that touch its place stay as they are."""
    moving = [event for event in told(OWN) if event.moves]
    assert moving
    for event in moving:
        drawing = map_drawing(OWN, selected=event.id)
        strong = [line for move in parts(drawing, "move") for line in parts(move, "line")]
        assert [number(line, "stroke-width") for line in strong].count(4.5) == 1
        assert event.title.split()[0] in " ".join(bold(drawing))
    college = map_drawing(OWN, selected="college-attack")
    assert len(parts(college, "move", "dim")) == len(arrange_map(OWN, width=900).moves)


def test_choosing_a_place_rings_it(case: Case) -> None:
    """Every place of every case."""
    for place in case.places:
        drawing = map_drawing(case, place=place.id, context=True)
        assert outlined(drawing) == (place.latitude is not None), place.id


def test_context_is_drawn_only_when_asked_for() -> None:
    """Neither its places nor its events, in the picture and in words."""
    beyond = replace(OWN.place("baku"), id="beyond", name="Beyond", scope="context", source="coordinates")
    more = replace(OWN, places=(*OWN.places, beyond))
    for context in (False, True):
        drawing, page = map_drawing(more, context=context), map_in_words(more, "", context=context).html()
        assert any("Beyond" in words for words in written(drawing)) == context
        assert ("Beyond" in page) == context
        for event in told(OWN, context=True):
            if event.scope == "context":
                assert (event.title in page) == context


def test_a_pointer_meets_every_place_and_every_movement() -> None:
    """On its name and its mark its id; on the arrow and its name the id of the event; all say what it is."""
    drawing = map_drawing(OWN)
    shown = {place.id for mark in arrange_map(OWN, width=900).marks for place in mark.places}
    assert ids(drawing, "data-choice") == shown
    assert ids(drawing, "data-events") == {event.id for event in told(OWN) if event.moves}
    for mark in parts(drawing, "place"):
        assert OWN.place(mark.attributes["data-choice"]).name in text(parts(mark, tag="title")[0])
    for mark in parts(drawing, "move"):
        assert OWN.event(mark.attributes["data-events"]).title in text(parts(mark, tag="title")[0])


def test_a_curve_keeps_to_the_middles_of_the_lines_that_it_rounds_off() -> None:
    """A polygon is closed; a line begins and ends at its ends, and one of two points stays straight."""
    corners = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    assert curve_along(corners, closed=True) == "M5,0 Q10,0 10,5 T5,10 T0,5 T5,0"
    assert curve_along(corners) == "M0,0 Q10,0 10,5 T0,10"
    assert curve_along(corners[:2]) == "M0,0 L10,0"


def test_no_markup_in_data_becomes_markup() -> None:
    """Names, titles and summaries are escaped in the drawing and in words."""
    places = tuple(replace(place, name=EVIL, summary=EVIL) for place in OWN.places)
    events = tuple(replace(event, title=EVIL, summary=EVIL) for event in OWN.events)
    sides = tuple(replace(side, title=EVIL) for side in OWN.sides)
    evil = replace(OWN, places=places, events=events, sides=sides)
    drawing = map_drawing(evil, place="tiflis", selected="frontier-crossed")
    for tree in (drawing, map_in_words(evil, EVIL)):
        assert "&lt;img" in tree.html()
        assert "<img" not in tree.html()


def test_a_case_without_coordinates_can_be_shown(case: Case) -> None:
    """There is no map then, and the places stand below it."""
    nowhere = replace(
        case,
        panels=(),
        outlines=(),
        places=tuple(replace(p, latitude=None, longitude=None) for p in case.places),
    )
    assert any("no mark of" in words for words in written(map_drawing(nowhere, context=True)))
    assert number(map_drawing(replace(nowhere, places=(), events=())), "height") > 0


def test_a_case_without_outlines_is_drawn_without(case: Case) -> None:
    """The places that have coordinates are in one panel."""
    bare = replace(case, panels=(), outlines=())
    assert bare.panels == ()
    arrangement = arrange_map(bare, width=600)
    assert len(arrangement.frames) == 1
    assert arrangement.marks
