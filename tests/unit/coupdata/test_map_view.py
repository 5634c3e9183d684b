"""Where it happened and who moved where: placed right, drawn clearly, told in words."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, pairwise
from math import cos, hypot, radians
from pathlib import Path

import pytest
import traitlets

import coupdata
from coupdata import Case
from coupdata.loading import CaseError
from coupdata.model import Event
from coupdata.views import map_view
from coupdata.views.drawing.svg import curve_along
from coupdata.views.html.element import Element
from coupdata.views.map.drawing import map_drawing
from coupdata.views.map.layout import MapArrangement, arrange_map
from coupdata.views.map.marks import Move, PlaceMark
from coupdata.views.map.polygons import is_within
from coupdata.views.map.text_alternative import map_in_words
from tests.unit.coupdata.drawings import EVIL, WIDTHS, Choice, ids, number, parts, text, told, written

OWN = coupdata.load()


@pytest.fixture(params=WIDTHS)
def arrangement(request: pytest.FixtureRequest, case: Case) -> MapArrangement:
    """Every case at every width, with all that there is to draw."""
    return arrange_map(case, width=request.param, context=True)


def mark_of(arrangement: MapArrangement, place: str) -> PlaceMark:
    """The mark of a place."""
    return next(mark for mark in arrangement.marks if place in {known.id for known in mark.places})


def move_of(arrangement: MapArrangement, event: str) -> Move:
    """The movement of an event."""
    return next(move for move in arrangement.moves if move.event.id == event)


def test_every_place_is_on_the_map_once_or_said_not_to_be(arrangement: MapArrangement, case: Case) -> None:
    """Whatever has no coordinates stands below the map."""
    shown = [place.id for mark in arrangement.marks for place in mark.places]
    lost = [place.id for place in arrangement.lost]
    assert sorted(shown + lost) == sorted(place.id for place in case.places)
    assert {id for id in lost if case.place(id).latitude is not None} == set()
    notes = " ".join(written(map_drawing(case, width=arrangement.width, context=True)))
    assert all(place.name.split()[0] in notes for place in arrangement.lost)


def test_every_movement_is_on_the_map(arrangement: MapArrangement, case: Case) -> None:
    """Each step from one place to the next, where it is known where both lie."""
    steps = [
        event.id
        for event in case.events
        for ends in pairwise(event.moves)
        if all(case.place(id).latitude is not None for id in ends)
    ]
    assert sorted(move.event.id for move in arrangement.moves) == sorted(steps)


def test_no_label_is_left_out_or_covers_another(arrangement: MapArrangement) -> None:
    """Places and movements have their names; seas may go without where there is no room."""
    labels = [mark.label for mark in arrangement.marks] + [move.label for move in arrangement.moves]
    assert None not in labels
    boxes = [box for box in labels if box] + [box for _, box in arrangement.names]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    for box in boxes:
        assert any(frame.box.holds(box) for frame in arrangement.frames)


def test_no_label_of_the_own_case_covers_a_pin() -> None:
    """On a page of the usual width."""
    arrangement = arrange_map(OWN, width=900)
    pins = [mark.at for mark in arrangement.marks if mark.kind == "pin"]
    for mark in arrangement.marks:
        assert mark.label
        assert not any(
            mark.label.left < x < mark.label.right and mark.label.top < y < mark.label.bottom for x, y in pins
        )


def test_what_is_only_about_right_is_an_area_with_its_name_in_italics(case: Case) -> None:
    """A pin would say more than is known."""
    italic = [text(words) for words in parts(map_drawing(case, context=True), "italic", tag="text")]
    for mark in arrange_map(case, width=900, context=True).marks:
        assert (mark.kind == "pin") == (not mark.places[0].approximate)
        for line, _ in mark.line_boxes():
            assert (line.words in italic) == line.place.approximate


def test_the_map_keeps_directions_and_distances() -> None:
    """North is up, east is right, and from Tiflis to Baku it is about 450 km on the scale."""
    arrangement = arrange_map(OWN, width=900)
    moscow, poland = mark_of(arrangement, "moscow").at, mark_of(arrangement, "poland").at
    tiflis, baku = mark_of(arrangement, "tiflis").at, mark_of(arrangement, "baku").at
    assert poland[0] < moscow[0]
    assert moscow[1] < poland[1]
    assert tiflis[0] < baku[0]
    assert tiflis[1] < baku[1]
    pixels, label = arrangement.frames[-1].scale
    kilometres = (
        hypot(baku[0] - tiflis[0], baku[1] - tiflis[1]) / pixels * float(label.split()[0].replace(",", ""))
    )
    assert kilometres == pytest.approx(450, rel=0.05)


def test_a_circle_on_the_earth_is_a_circle_on_the_map() -> None:
    """A degree of longitude is shorter than one of latitude, by how far north it is."""
    for frame in arrange_map(OWN, width=900).frames:
        panel = frame.panel
        east, north = (panel.west + panel.east) / 2, (panel.south + panel.north) / 2
        (x, y), (right, _), (_, top) = (
            frame.at(p) for p in ((east, north), (east + 1, north), (east, north + 1))
        )
        assert (right - x) / (y - top) == pytest.approx(cos(radians(north)), rel=0.01)


@pytest.mark.parametrize("width", WIDTHS)
def test_how_far_the_red_army_came_is_not_shown(width: int) -> None:
    """The source does not say it: the arrow ends soon after the frontier, short of Tiflis, inside Georgia."""
    arrangement = arrange_map(OWN, width=width)
    move, frontier = move_of(arrangement, "frontier-crossed"), mark_of(arrangement, "frontier")
    georgia, tiflis = mark_of(arrangement, "georgia"), mark_of(arrangement, "tiflis")
    assert move.start == frontier.at
    assert is_within(move.end, georgia.points)
    length = hypot(move.end[0] - move.start[0], move.end[1] - move.start[1])
    assert 6 < length < hypot(georgia.at[0] - move.start[0], georgia.at[1] - move.start[1]) / 2
    assert move.end[0] > tiflis.at[0]


def test_a_movement_leads_from_its_first_place_towards_its_last() -> None:
    """From Georgia to Russia it goes north."""
    arrangement = arrange_map(OWN, width=900)
    move = move_of(arrangement, "leaders-leave")
    assert move.end[1] < move.start[1]
    reached = move_of(arrangement, "frontier-reached")
    assert reached.end[0] < reached.start[0]


def test_panels_stand_beside_each_other_where_there_is_room() -> None:
    """On a phone one below the other; none is wider than the page."""
    wide, narrow = (arrange_map(OWN, width=width) for width in (900, 364))
    assert wide.frames[0].box.right < wide.frames[-1].box.left
    assert narrow.frames[0].box.bottom < narrow.frames[-1].box.top
    assert all(frame.box.right <= 364 for frame in narrow.frames)
    assert wide.frames[-1].pixels > wide.frames[0].pixels


def outlined(drawing: Element) -> int:
    """How many rings and thick frontiers there are."""
    frontiers = [line for place in parts(drawing, "place") for line in parts(place, "line")]
    return len(parts(drawing, "ring")) + sum(number(line, "stroke-width") > 2 for line in frontiers)


def bold(drawing: Element) -> list[str]:
    """What is written in bold, titles of panels left out."""
    titles = {panel.title for panel in OWN.panels}
    found = (text(words).lstrip("▫ ") for words in parts(drawing, "bold"))
    return [words for words in found if words not in titles]


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
    assert curve_along(corners, closed=True) == "M5,0 Q10,0 10,5 Q10,10 5,10 Q0,10 0,5 Q0,0 5,0"
    assert curve_along(corners) == "M0,0 Q10,0 10,5 Q10,10 0,10"
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


def test_view_and_explorer_share_what_is_chosen() -> None:
    """Both ways, and from the start; the drawing follows."""
    explorer = Choice(selected="college-attack", place="tiflis")
    view = map_view(OWN, explorer)
    assert (view.selected, view.place) == ("college-attack", "tiflis")
    view.place, view.selected = "baku", "frontier-crossed"
    assert (explorer.place, explorer.selected) == ("baku", "frontier-crossed")
    assert view.drawing == map_drawing(OWN, place="baku", selected="frontier-crossed").jsonml()
    with pytest.raises(traitlets.TraitError, match="tiflis"):
        view.place = "tifliss"


def test_a_case_without_coordinates_can_be_shown(case: Case) -> None:
    """There is no map then, and the places stand below it."""
    nowhere = replace(
        case,
        panels=(),
        outlines=(),
        places=tuple(replace(p, latitude=None, longitude=None) for p in case.places),
    )
    assert any("Not on the map" in words for words in written(map_drawing(nowhere, context=True)))
    assert number(map_drawing(replace(nowhere, places=(), events=())), "height") > 0


def test_a_case_without_outlines_is_drawn_without(case: Case) -> None:
    """The places that have coordinates are in one panel."""
    bare = replace(case, panels=(), outlines=())
    assert bare.panels == ()
    arrangement = arrange_map(bare, width=600)
    assert len(arrangement.frames) == 1
    assert arrangement.marks


def test_the_own_outlines_are_a_sketch() -> None:
    """Rounded to a tenth of a degree, and few; what shows a place shows one that stands for an area."""
    outlines = OWN.outlines
    points = [point for outline in outlines for point in outline.points]
    assert all(value == round(value, 1) for point in points for value in point)
    assert len(points) < 250
    for outline in outlines:
        assert (outline.place is not None) == (outline.kind != "sea")
        assert outline.place is None or OWN.place(outline.place).approximate


OUTLINES = """
[[panel]]
id = "city"
title = "The City"
west = -0.2
east = 0.0
south = 51.4
north = 51.6

[[outline]]
id = "thames"
kind = "sea"
title = "Thames"
labels = "-0.1 51.5"
points = "-0.2 51.5, 0.0 51.5, 0.0 51.49, -0.2 51.49"
"""

SLIPS = {
    "no points": (
        'points = "-0.2 51.5, 0.0 51.5, 0.0 51.49, -0.2 51.49"',
        "",
        "outline 'thames', points: missing",
    ),
    "one point": (", 0.0 51.5, 0.0 51.49, -0.2 51.49", "", "a single point is no outline"),
    "no number": (
        "-0.2 51.5, 0.0",
        "west 51.5, 0.0",
        "'west 51.5' is no point; write degrees east and north",
    ),
    "half a point": ("-0.2 51.5, 0.0", "-0.2, 0.0", "'-0.2' is no point"),
    "turned around": ("-0.2 51.5, 0.0", "-0.2 151.5, 0.0", "'-0.2 151.5' lies outside the earth"),
    "unknown kind": ('kind = "sea"', 'kind = "see"', "outline 'thames', kind: 'see' is unknown"),
    "unknown place": (
        'kind = "sea"',
        'kind = "area"\nplace = "londn"',
        "there is no place 'londn'; did you mean 'london'",
    ),
    "unknown field": (
        'kind = "sea"',
        'kind = "sea"\ncolour = "blue"',
        "outline 'thames', colour: unknown field",
    ),
    "no edge": ("east = 0.0\n", "", "panel 'city', east: missing"),
    "empty panel": ("east = 0.0", "east = -0.2", "panel 'city', east: -0.2 does not lie beyond -0.2"),
    "not on earth": ("north = 51.6", "north = 151.6", "panel 'city', north: 151.6 lies outside -90 to 90"),
    "not TOML": ('title = "Thames"', 'title = "Thames', "does not end on its line"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_the_outlines_is_a_line_that_names_it(slip: str, folder: Path) -> None:
    """File, record, field, and how to mend it."""
    old, new, expected = SLIPS[slip]
    assert old in OUTLINES
    (folder / "outlines.toml").write_text(OUTLINES.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CaseError) as error:
        coupdata.load(folder)
    assert any(
        problem.startswith("outlines.toml") and expected in problem
        for problem in map(str, error.value.problems)
    )


def test_the_outlines_of_a_teachers_case_are_drawn(folder: Path) -> None:
    """Also after a change to the file, once it is loaded again."""
    (folder / "outlines.toml").write_text(OUTLINES, encoding="utf-8")
    words = written(map_drawing(coupdata.load(folder)))
    assert "Thames" in words
    assert any("A sketch" in line for line in words)
    (folder / "outlines.toml").write_text(OUTLINES.replace("Thames", "River"), encoding="utf-8")
    assert "River" in written(map_drawing(coupdata.load(folder)))


def test_one_place_is_no_movement(folder: Path, edit: Callable[[str, str, str], None]) -> None:
    """Nor is a place that is not there."""
    edit("events.toml", 'moves = ["london", "moorfields"]', 'moves = ["london"]')
    with pytest.raises(CaseError, match="event 'camp', moves: one place is no movement"):
        coupdata.load(folder)
    edit("events.toml", 'moves = ["london"]', 'moves = ["london", "morfields"]')
    with pytest.raises(CaseError, match="there is no place 'morfields'; did you mean 'moorfields'"):
        coupdata.load(folder)


def test_movements_of_a_teachers_case_are_drawn(folder: Path, edit: Callable[[str, str, str], None]) -> None:
    """Place by place."""
    edit(
        "places.toml",
        'summary = "Open fields north of the walls."',
        'summary = "Open."\nlatitude = 51.53\nlongitude = -0.05',
    )
    (move,) = arrange_map(coupdata.load(folder), width=600).moves
    assert move.event.id == "camp"
    assert move.end[1] < move.start[1]
