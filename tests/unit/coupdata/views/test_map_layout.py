"""Places, movements and their names stand where they should."""

from dataclasses import replace
from itertools import combinations, pairwise
from math import cos, dist, hypot, radians

import pytest

import coupdata
from coupdata import Case
from coupdata.views.drawing.box import Box, around, points_along
from coupdata.views.map.drawing import map_drawing
from coupdata.views.map.layout import MapArrangement, Move, PlaceMark, arrange_map, is_within
from tests.unit.coupdata.views.drawings import WIDTHS, parts, text, written

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


@pytest.mark.parametrize("width", WIDTHS)
def test_the_red_army_reaches_the_frontier_and_goes_on_from_there(width: int) -> None:
    """Its arrow ends on the line, far from Tiflis; the next begins where it ends."""
    arrangement = arrange_map(OWN, width=width)
    reached, crossed = (move_of(arrangement, f"frontier-{what}") for what in ("reached", "crossed"))
    line = list(points_along(mark_of(arrangement, "frontier").points, 1))
    assert min(dist(reached.end, point) for point in line) < 4
    assert dist(reached.end, crossed.start) < 4
    to_tiflis = dist(reached.end, mark_of(arrangement, "tiflis").at)
    assert to_tiflis / arrangement.frames[-1].pixels > 120  # kilometres


@pytest.mark.parametrize("width", [364, 600, 760, 900, 1080])
def test_the_name_of_the_frontier_stands_beside_its_line(width: int) -> None:
    """Or nobody would see what is named."""
    frontier = mark_of(arrange_map(OWN, width=width), "frontier")
    assert frontier.label
    assert min(from_box(frontier.label, point) for point in points_along(frontier.points, 2)) < 30


@pytest.mark.parametrize("width", [360, 704, 760, 800, 820, 900, 1080])
def test_the_name_of_a_pin_stands_beside_it(width: int) -> None:
    """On a tablet that is held upright too."""
    for mark in arrange_map(OWN, width=width).marks:
        assert mark.label
        assert mark.kind != "pin" or from_box(mark.label, mark.at) < 14


@pytest.mark.parametrize("width", [600, 760, 900, 1080, 1400])
def test_no_name_of_the_own_case_crosses_a_shore(width: int) -> None:
    """On land or at sea, but not both; what a name takes is a little less than its rectangle."""
    arrangement = arrange_map(OWN, width=width)
    named = [mark.label for mark in arrangement.marks] + [move.label for move in arrangement.moves]
    boxes = [smaller(box) for box in (*named, *(box for _, box in arrangement.names)) if box]
    for frame in arrangement.frames:
        for sea in (outline for outline in OWN.outlines if outline.kind == "sea"):
            shore = [frame.at(point) for point in (*sea.points, sea.points[0])]
            seen = [around(p, 0) for p in points_along(shore, 2) if frame.box.holds(around(p, 0))]
            assert not [box for box in boxes if any(map(box.holds, seen))]


def from_box(box: Box, point: tuple[float, float]) -> float:
    """Pixels from a rectangle to a point outside of it."""
    x, y = point
    return hypot(max(box.left - x, 0, x - box.right), max(box.top - y, 0, y - box.bottom))


def smaller(box: Box) -> Box:
    """The middle of a rectangle: letters take less than what is kept for them."""
    across, down = (box.right - box.left) * 0.1, (box.bottom - box.top) * 0.1
    return Box(box.left + across, box.right - across, box.top + down, box.bottom - down)


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


@pytest.mark.parametrize("width", [360, 620, 900, 1080])
@pytest.mark.parametrize(
    ("across", "down"), [(0.1, 40.0), (40.0, 0.1), (0.0, 0.0), (20.0, 20.0), (0.01, 0.3)]
)
def test_a_map_without_panels_fits_a_window(width: float, across: float, down: float) -> None:
    """Wherever its places lie, and however few they are, its frame is neither a ribbon nor a tower."""
    places = tuple(
        replace(place, longitude=10 + across * n, latitude=20 + down * n, approximate=True)
        for n, place in enumerate(OWN.places[:2])
    )
    case = replace(OWN, panels=(), outlines=(), places=places, events=())
    arrangement = arrange_map(case, width=width)
    (frame,) = arrangement.frames
    high, wide = frame.box.bottom - frame.box.top, frame.box.right - frame.box.left
    assert 250 <= round(high) <= max(250, min(560, round(1.2 * wide)))
    assert all(frame.box.holds(around(mark.at, 0)) for mark in arrangement.marks)
    for mark in arrangement.marks:
        assert max(x for x, _ in mark.points) - min(x for x, _ in mark.points) <= 0.5 * wide


def test_a_case_whose_places_lie_nowhere_says_so() -> None:
    """In place of an empty frame."""
    places = tuple(replace(place, longitude=None, latitude=None) for place in OWN.places)
    drawn = map_drawing(replace(OWN, panels=(), outlines=(), places=places)).html()
    assert "No place of this case has coordinates" in drawn
    assert "<rect" not in drawn
