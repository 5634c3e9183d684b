"""Who stood where, and who acted with and against whom: counted right, drawn clearly, told in words."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from itertools import combinations, product
from typing import Any

import pytest
import traitlets

import coupdata
from coupdata import Case
from coupdata.model.edtf import read_when
from coupdata.views import actors_view, explorer, map_view
from coupdata.views.actors.drawing import actors_drawing
from coupdata.views.actors.joints import actor_joints
from coupdata.views.actors.layout import CAPTION, NAME, ActorsArrangement, arrange_actors
from coupdata.views.actors.relations import relations, stands
from coupdata.views.actors.text_alternative import actors_in_words
from coupdata.views.html.element import Element
from coupdata.views.html.text_width import text_width
from tests.unit.coupdata.drawings import EVIL, WIDTHS, Choice, ids, number, parts, text, told, written

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


def test_who_does_nothing_is_shown_quietly() -> None:
    """The source names Stalin; it tells nothing that he did."""
    assert any("in no event" in said for said in written(actors_drawing(OWN)))
    assert "Takes no part in any of the events" in actors_in_words(OWN, "").html()


@pytest.mark.parametrize("context", [False, True])
def test_context_is_drawn_only_when_asked_for(context: bool) -> None:
    """Neither its actors nor its events, in the picture and in words."""
    beyond = [actor.name for actor in OWN.actors if actor.scope == "context"]
    drawing, page = actors_drawing(OWN, context=context), actors_in_words(OWN, "", context=context).html()
    assert beyond
    for name in beyond:
        assert any(name in said for said in written(drawing)) == context
        assert (name in page) == context
    for event in told(OWN, context=True):
        if event.scope == "context" and event.involved:
            assert (event.title in page) == context


def roles(drawing: Element) -> Counter[str]:
    """How often each role is written below a name."""
    return Counter(said.removeprefix("▸ ") for said in written(drawing) if said.startswith("▸"))


@pytest.mark.parametrize("width", [364, 900])
def test_a_chosen_event_lights_who_acts_against_whom_and_whom_it_concerns(width: int, case: Case) -> None:
    """Each actor of it has its role in words, and nobody else; who is concerned, on every side."""
    for event in told(case):
        drawing = actors_drawing(case, width=width, selected=event.id)
        concerned = {
            s for id in event.concerns for s in stands(case, id) if id not in event.actors + event.against
        }
        expected = {
            "acts": len(event.actors),
            "is acted against": len(event.against),
            "is concerned": len(concerned),
        }
        assert roles(drawing) == Counter({role: count for role, count in expected.items() if count}), event.id
    assert not roles(actors_drawing(case, width=width))


def strong(drawing: Element) -> int:
    """How many lines are drawn in full."""
    return len(parts(drawing, "joint")) - len(parts(drawing, "joint", "dim"))


def test_a_chosen_actor_leaves_its_own_lines_and_dims_the_others() -> None:
    """As many strong lines as it has relations and ties."""
    joints = list(actor_joints(OWN, arrange_actors(OWN, width=900)))
    assert strong(actors_drawing(OWN)) == len(joints)
    for actor in OWN.actors:
        if actor.scope != "context":
            own = [j for j in joints if actor.id in (j.one.stand.actor, j.other.stand.actor)]
            assert strong(actors_drawing(OWN, actor=actor.id)) == len(own)
            assert strong(actors_drawing(OWN, actor=actor.id, width=364)) == len(own)


def numbers(drawing: Element) -> dict[tuple[float, float], int]:
    """The numbers on lines, by where they stand."""
    found = [each for each in parts(drawing, "bold", tag="text") if text(each).endswith("×")]
    return {(number(each, "x"), number(each, "y")): int(text(each)[:-1]) for each in found}


@pytest.mark.parametrize("width", WIDTHS)
def test_numbers_on_lines_are_right_and_cover_neither_each_other_nor_an_actor(width: int, case: Case) -> None:
    """Where two acted in more than one event, it is said in how many."""
    drawing = actors_drawing(case, width=width, context=True)
    arrangement = arrange_actors(case, width=width, context=True)
    if arrangement.columns > 1:
        counts = sorted(len(r.events) for r in relations(case, told(case, context=True)) if len(r.events) > 1)
        assert sorted(numbers(drawing).values()) == counts
    are_apart(drawing)
    for x, y in numbers(drawing):
        assert not any(
            s.box.left < x < s.box.right and s.box.top < y < s.box.bottom for s in arrangement.spots
        )


def are_apart(drawing: Element) -> None:
    """No number on a line covers another."""
    for one, other in combinations(numbers(drawing), 2):
        assert abs(one[0] - other[0]) > 20 or abs(one[1] - other[1]) > 12


@pytest.mark.parametrize("width", WIDTHS)
def test_numbers_lie_apart_where_there_are_many(width: int) -> None:
    """Every two who acted did so twice."""
    again = tuple(replace(event, id=f"{event.id}-again") for event in OWN.events)
    drawing = actors_drawing(replace(OWN, events=OWN.events + again), width=width)
    assert numbers(drawing)
    are_apart(drawing)


def points_on_lines(drawing: Element) -> Iterator[tuple[float, float]]:
    """Points on the lines between actors."""
    for joint in parts(drawing, "joint"):
        (line,) = parts(joint, "line")
        values = [float(value) for value in re.findall(r"[\d.]+", line.attributes["d"])]
        for t in (n / 16 for n in range(17)):
            shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            x, y = (sum(s * v for s, v in zip(shares, values[n::2], strict=True)) for n in (0, 1))
            yield x, y


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_leaves_the_picture(width: int) -> None:
    """Not even the longest loop beside a column."""
    for actor in ("", "georgian-government", "azerbaijan"):
        drawing = actors_drawing(OWN, width=width, actor=actor)
        points = list(points_on_lines(drawing))
        assert points
        assert all(0 < x < number(drawing, "width") for x, _ in points)
        assert all(0 < y < number(drawing, "height") for _, y in points)


def test_a_pointer_meets_every_actor_and_every_event_of_two() -> None:
    """On its box its id; on a line the ids of the events that say so; both say what they are."""
    drawing = actors_drawing(OWN)
    assert ids(drawing, "data-choice") == {actor.id for actor in OWN.actors if actor.scope != "context"}
    expected = {event.id for relation in relations(OWN, told(OWN)) for event in relation.events}
    assert ids(drawing, "data-events") == expected
    for mark in parts(drawing, "box") + parts(drawing, "joint"):
        assert text(parts(mark, tag="title")[0])
    attack = next(each for each in parts(drawing, "joint") if "college-attack" in ids(each, "data-events"))
    assert OWN.event("college-attack").title in text(parts(attack, tag="title")[0])


def test_a_screen_reader_meets_one_image_with_a_name() -> None:
    """What it shows is told by the list."""
    drawing = actors_drawing(OWN)
    assert drawing.attributes["role"] == "img"
    assert OWN.title in drawing.attributes["aria-label"]


def test_the_same_is_drawn_for_the_same() -> None:
    """The drawing depends on what it is made from alone."""
    drawing = actors_drawing(OWN, actor="georgia", selected="college-attack")
    assert drawing == actors_drawing(OWN, actor="georgia", selected="college-attack")


def test_no_markup_in_data_becomes_markup() -> None:
    """Names, titles and summaries are escaped in the drawing and in words."""
    actors = tuple(replace(actor, name=EVIL, summary=EVIL) for actor in OWN.actors)
    events = tuple(replace(event, title=EVIL) for event in OWN.events)
    sides = tuple(replace(side, title=EVIL) for side in OWN.sides)
    evil = replace(OWN, actors=actors, events=events, sides=sides)
    for tree in (
        actors_drawing(evil, actor="georgia", selected="college-attack"),
        actors_in_words(evil, EVIL),
    ):
        assert "&lt;img" in tree.html()
        assert "<img" not in tree.html()


def test_the_page_says_every_relation_of_every_actor(case: Case) -> None:
    """In the part of each actor stands the other, with every event that tells it, to be chosen."""
    page = actors_in_words(case, "", context=True)
    parts = dict(re.findall(r'<section data-about="([^"]*)">(.*?)</section>', page.html(), re.DOTALL))
    assert set(parts) == {"", *(actor.id for actor in case.actors)}
    for relation in relations(case, told(case, context=True)):
        one, other = relation.one.actor, relation.other.actor
        with_it, by_it = ("Acted with", "Acted with"), ("Acted against", "Was acted against by")
        heads = with_it if relation.kind == "with" else by_it
        for actor, head, whom in ((one, heads[0], other), (other, heads[1], one)):
            start = f'<th scope="row">{head}</th><td>{escape(case.actor(whom).name)}</td>'
            (row,) = (row for row in parts[actor].split("<tr>") if row.startswith(start))
            assert all(f'data-event="{event.id}"' in row for event in relation.events)
    for event in told(case, context=True):
        assert f'data-told="{event.id}"' in page.html()
        for actor in event.involved:
            assert f'data-event="{event.id}"' in parts[actor]


def test_every_actor_can_be_chosen_once_in_the_list(case: Case) -> None:
    """Also those on several sides."""
    options = re.findall(
        r'role="option"[^>]*data-choice="([^"]*)"', actors_in_words(case, "", context=True).html()
    )
    assert sorted(options) == sorted(actor.id for actor in case.actors)


def test_the_view_draws_for_the_width_of_the_page() -> None:
    """Until the page says how wide it is, as wide as most are."""
    view = actors_view(OWN)
    assert view.drawing == actors_drawing(OWN, width=900).jsonml()
    view.width = 380
    assert view.drawing == actors_drawing(OWN, width=380).jsonml()


def test_the_view_follows_what_is_chosen() -> None:
    """It shows what the pure function draws."""
    view = actors_view(OWN)
    for actor, selected in (
        ("georgia", ""),
        ("", "college-attack"),
        ("azerbaijan", "treaty-of-moscow"),
        ("", ""),
    ):
        view.actor, view.selected = actor, selected
        assert view.drawing == actors_drawing(OWN, actor=actor, selected=selected).jsonml()


def test_where_no_script_runs_the_drawing_is_there_for_wide_and_narrow_pages() -> None:
    """With what is chosen."""
    view = actors_view(OWN)
    view.actor = "lenin"
    html = view._repr_mimebundle_()[0]["text/html"]
    for width in (900, 360):
        assert actors_drawing(OWN, width=width, actor="lenin").html() in html


def test_view_and_explorer_share_what_is_chosen() -> None:
    """Both ways, and from the start."""
    shared = Choice(selected="college-attack", actor="kvinitadze")
    view = actors_view(OWN, shared)
    assert (view.selected, view.actor) == ("college-attack", "kvinitadze")
    view.actor, view.selected = "lenin", "lenin-decides"
    assert (shared.actor, shared.selected) == ("lenin", "lenin-decides")
    shared.actor = ""
    assert view.actor == ""


@pytest.mark.parametrize(
    ("name", "wrong", "near"), [("actor", "lennin", "lenin"), ("selected", "college-atack", "college-attack")]
)
def test_a_wrong_id_is_an_error_that_names_the_near_misses(name: str, wrong: str, near: str) -> None:
    """And what was chosen stays."""
    view = actors_view(OWN)
    with pytest.raises(traitlets.TraitError, match=near):
        setattr(view, name, wrong)
    assert getattr(view, name) == ""


@pytest.mark.parametrize("view", [actors_view, map_view])
def test_a_case_that_is_left_out_is_the_explorers_or_the_packages_own(view: Any, case: Case) -> None:
    """So that nobody has to load one to see it."""
    assert view().case.id == OWN.id
    assert view(explorer=explorer(case)).case is case


def test_a_case_without_actors_can_be_shown(case: Case) -> None:
    """Nothing is drawn, and nothing fails."""
    empty = replace(case, actors=(), events=(), sides=())
    assert actors_view(empty).drawing


def test_captions_are_never_wider_than_their_box() -> None:
    """A long office is cut with an ellipsis."""
    office = replace(OWN.actor("lenin").offices[0], title="holder of a very long office " * 5)
    actors = tuple(replace(a, offices=(office,)) if a.id == "lenin" else a for a in OWN.actors)
    drawing = actors_drawing(replace(OWN, actors=actors), width=900)
    (caption,) = (said for said in written(drawing) if said.startswith("holder"))
    assert caption.endswith("…")
    spot = next(
        s for s in arrange_actors(replace(OWN, actors=actors), width=900).spots if s.stand.actor == "lenin"
    )
    assert text_width(caption, CAPTION) <= spot.box.right - spot.box.left
