"""Who acted with and against whom is counted right, and everybody has room."""

from collections import Counter
from dataclasses import replace
from itertools import combinations, product

import pytest

import coupdata
from coupdata import Case
from coupdata.model.edtf import read_when
from coupdata.views.actors.drawing import actors_drawing
from coupdata.views.actors.joints import actor_joints
from coupdata.views.actors.layout import NAME, ActorsArrangement, arrange_actors
from coupdata.views.actors.relations import relations, stands
from coupdata.views.html.text_width import text_width
from tests.unit.coupdata.views.drawings import WIDTHS, told, written

OWN = coupdata.load()


@pytest.fixture(params=WIDTHS)
def arrangement(request: pytest.FixtureRequest, case: Case) -> ActorsArrangement:
    """Every case at every width, with all that there is to draw."""
    return arrange_actors(case, width=request.param, context=True)


def test_relations_count_every_pair_of_every_event(case: Case) -> None:
    """Each two who act together, and each who acts with each whom it is against; none twice, none more."""
    events = told(case, context=True)
    counted: Counter[tuple[str, frozenset[str] | tuple[str, str], str]] = Counter()
    for relation in relations(case, events):
        one, other = relation.one.actor, relation.other.actor
        pair = frozenset({one, other}) if relation.kind == "with" else (one, other)
        counted.update((relation.kind, pair, event.id) for event in relation.events)
    expected = Counter(
        ("with", frozenset(pair), event.id) for event in events for pair in combinations(event.actors, 2)
    )
    expected.update(
        ("against", pair, event.id) for event in events for pair in product(event.actors, event.against)
    )
    assert expected
    assert counted == expected


def test_two_who_act_together_are_one_relation_whoever_is_named_first() -> None:
    """Georgia's forces and its government lead in turn."""
    one, other = OWN.event("forces-concentrated"), OWN.event("counter-offensive")
    (together,) = (
        relation
        for relation in relations(
            OWN, [replace(one, actors=one.actors[::-1]), replace(other, actors=one.actors)]
        )
        if relation.kind == "with"
    )
    assert [event.id for event in together.events] == [one.id, other.id]


def test_who_joins_a_side_without_leaving_the_other_stands_on_both() -> None:
    """A date of joining alone is no change of sides."""
    azerbaijan = OWN.actor("azerbaijan")
    first, second = azerbaijan.sides
    staying = replace(azerbaijan, sides=(replace(first, when=read_when("1919/..")), second))
    actors = tuple(staying if actor.id == "azerbaijan" else actor for actor in OWN.actors)
    case = replace(OWN, actors=actors)
    kinds = {joint.kind for joint in actor_joints(case, arrange_actors(case, width=900)) if not joint.events}
    assert kinds == {"on both sides"}


def test_every_actor_stands_once_on_each_of_its_sides(arrangement: ActorsArrangement, case: Case) -> None:
    """Those without a side stand in a band of their own."""
    expected = Counter(stand for actor in case.actors for stand in stands(case, actor.id))
    assert Counter(spot.stand for spot in arrangement.spots) == expected
    assert {band.side for band in arrangement.bands} == {stand.side for stand in expected}


def test_nothing_covers_anything(arrangement: ActorsArrangement) -> None:
    """Actors lie apart and within their band; bands lie apart, and all of it in the picture."""
    bands = {band.side: band.box for band in arrangement.bands}
    for spot in arrangement.spots:
        assert bands[spot.stand.side].holds(spot.box)
    for boxes in ([spot.box for spot in arrangement.spots], list(bands.values())):
        assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    for box in bands.values():
        assert 0 <= box.left < box.right <= arrangement.width
        assert box.bottom <= arrangement.height


def test_names_fit_into_their_boxes(arrangement: ActorsArrangement) -> None:
    """A long name is broken, not cut."""
    for spot in arrangement.spots:
        longest = max(spot.name, key=len)
        assert " " not in longest or text_width(longest, NAME) <= spot.box.right - spot.box.left - 10


def test_members_stand_below_what_they_belong_to(arrangement: ActorsArrangement, case: Case) -> None:
    """On the same side, and further in; actors on several sides stand apart."""
    boxes = {spot.stand: spot.box for spot in arrangement.spots}
    members = 0
    for stand, box in boxes.items():
        groups = [
            boxes[g] for g in boxes if g.side == stand.side and g.actor in case.actor(stand.actor).member_of
        ]
        if groups and len(stands(case, stand.actor)) == 1:
            members += 1
            assert any(group.top < box.top and group.left < box.left for group in groups)
    assert members


def test_a_wide_picture_has_columns_and_a_narrow_one_does_not() -> None:
    """On a phone the sides stand one below the other, as wide as the page at most."""
    assert arrange_actors(OWN, width=900).columns == 3
    narrow = arrange_actors(OWN, width=364)
    assert narrow.columns == 1
    assert narrow.width <= 364


def test_sides_that_fight_each_other_are_neighbours() -> None:
    """Georgia's government stands between those inside and those outside who acted against it."""
    columns = {band.side: band.column for band in arrange_actors(OWN, width=1000).bands}
    assert abs(columns["georgia"] - columns["bolsheviks"]) == abs(columns["georgia"] - columns["soviet"]) == 1


def test_a_change_of_sides_has_its_date_and_two_sides_at_once_have_none() -> None:
    """Azerbaijan goes from one side to the other in April 1920; Ordzhonikidze stands on both."""
    joints = {
        joint.one.stand.actor: joint
        for joint in actor_joints(OWN, arrange_actors(OWN, width=900))
        if not joint.events
    }
    assert set(joints) == {"azerbaijan", "ordzhonikidze"}
    assert (joints["azerbaijan"].kind, joints["azerbaijan"].label) == ("changed sides", "April 1920")
    assert (joints["azerbaijan"].one.stand.side, joints["azerbaijan"].other.stand.side) == (
        "georgia",
        "soviet",
    )
    assert (joints["ordzhonikidze"].kind, joints["ordzhonikidze"].label) == ("on both sides", "")
    assert "April 1920" in written(actors_drawing(OWN))


def test_an_actor_on_two_sides_stands_at_the_same_height_in_both_columns() -> None:
    """So its line runs level."""
    spots = arrange_actors(OWN, width=900).spots
    for actor in ("azerbaijan", "ordzhonikidze"):
        assert len({spot.box.top for spot in spots if spot.stand.actor == actor}) == 1
