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
from coupdata.views import actors_view
from coupdata.views.actors.figure import actors_figure
from coupdata.views.actors.joints import actor_joints
from coupdata.views.actors.layout import CAPTION, NAME, ActorsArrangement, arrange_actors
from coupdata.views.actors.page import actors_page
from coupdata.views.actors.relations import relations, stands
from coupdata.views.html.text_width import text_width
from coupdata.views.timeline_chart.drawing import THEMES
from tests.unit.coupdata.pictures import EVIL, WIDTHS, Choice, colours, contrast, rgba, told

OWN = coupdata.load()


@pytest.fixture(params=WIDTHS)
def arrangement(request: pytest.FixtureRequest, case: Case) -> ActorsArrangement:
    """Every case at every width, with all that there is to draw."""
    return arrange_actors(case, width=request.param, context=True)


def words(figure: Any) -> list[str]:
    """Everything that is written in a picture, without its markup."""
    return [re.sub(r"<[^>]*>", " ", words.text) for words in figure.layout.annotations]


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
    assert "April 1920" in words(actors_figure(OWN))


def test_an_actor_on_two_sides_stands_at_the_same_height_in_both_columns() -> None:
    """So its line runs level."""
    spots = arrange_actors(OWN, width=900).spots
    for actor in ("azerbaijan", "ordzhonikidze"):
        assert len({spot.box.top for spot in spots if spot.stand.actor == actor}) == 1


def test_who_does_nothing_is_shown_quietly() -> None:
    """The source names Stalin; it tells nothing that he did."""
    assert any("in no event" in said for said in words(actors_figure(OWN)))
    assert "Has no part in any of the events" in actors_page(OWN, "").html()


@pytest.mark.parametrize("context", [False, True])
def test_context_is_drawn_only_when_asked_for(context: bool) -> None:
    """Neither its actors nor its events, in the picture and in words."""
    beyond = [actor.name for actor in OWN.actors if actor.scope == "context"]
    figure, page = actors_figure(OWN, context=context), actors_page(OWN, "", context=context).html()
    assert beyond
    for name in beyond:
        assert any(name in said for said in words(figure)) == context
        assert (name in page) == context
    for event in told(OWN, context=True):
        if event.scope == "context" and event.involved:
            assert (event.title in page) == context


def roles(figure: Any) -> Counter[str]:
    """How often each role is written below a name."""
    return Counter(said.removeprefix("▸ ") for said in words(figure) if said.startswith("▸"))


@pytest.mark.parametrize("width", [364, 900])
def test_a_chosen_event_lights_who_acts_against_whom_and_whom_it_concerns(width: int, case: Case) -> None:
    """Each actor of it has its role in words, and nobody else; who is concerned, on every side."""
    for event in told(case):
        figure = actors_figure(case, width=width, selected=event.id)
        concerned = {
            s for id in event.concerns for s in stands(case, id) if id not in event.actors + event.against
        }
        expected = {
            "acts": len(event.actors),
            "is acted against": len(event.against),
            "is concerned": len(concerned),
        }
        assert roles(figure) == Counter({role: count for role, count in expected.items() if count}), event.id
    assert not roles(actors_figure(case, width=width))


def strong(figure: Any) -> int:
    """How many curves are drawn in full."""
    return sum(" C" in (s.path or "") and s.line.color.endswith(",1)") for s in figure.layout.shapes)


def test_a_chosen_actor_leaves_its_own_lines_and_dims_the_others() -> None:
    """As many strong lines as it has relations and ties."""
    joints = list(actor_joints(OWN, arrange_actors(OWN, width=900)))
    assert strong(actors_figure(OWN)) == len(joints)
    for actor in OWN.actors:
        if actor.scope != "context":
            own = [j for j in joints if actor.id in (j.one.stand.actor, j.other.stand.actor)]
            assert strong(actors_figure(OWN, actor=actor.id)) == len(own)
            assert strong(actors_figure(OWN, actor=actor.id, width=364)) == len(own)


def numbers(figure: Any) -> list[Any]:
    """The numbers on lines."""
    return [words for words in figure.layout.annotations if re.fullmatch(r"<b>\d+×</b>", words.text)]


@pytest.mark.parametrize("width", WIDTHS)
def test_numbers_on_lines_are_right_and_cover_neither_each_other_nor_an_actor(width: int, case: Case) -> None:
    """Where two acted in more than one event, it is said in how many."""
    figure = actors_figure(case, width=width, context=True)
    arrangement = arrange_actors(case, width=width, context=True)
    if arrangement.columns > 1:
        counts = sorted(len(r.events) for r in relations(case, told(case, context=True)) if len(r.events) > 1)
        assert sorted(int(re.sub(r"\D", "", words.text)) for words in numbers(figure)) == counts
    for one, other in combinations(numbers(figure), 2):
        assert abs(one.x - other.x) > 20 or abs(one.y - other.y) > 12
    for number in numbers(figure):
        assert not any(
            s.box.left < number.x < s.box.right and s.box.top < number.y < s.box.bottom
            for s in arrangement.spots
        )


@pytest.mark.parametrize("width", WIDTHS)
def test_numbers_lie_apart_where_there_are_many(width: int) -> None:
    """Every two who acted did so twice."""
    again = tuple(replace(event, id=f"{event.id}-again") for event in OWN.events)
    figure = actors_figure(replace(OWN, events=OWN.events + again), width=width)
    assert numbers(figure)
    for one, other in combinations(numbers(figure), 2):
        assert abs(one.x - other.x) > 20 or abs(one.y - other.y) > 12


def curve_samples(figure: Any) -> Iterator[tuple[float, float]]:
    """Points on the lines, where a pointer meets them."""
    yield from zip(figure.data[1].x, figure.data[1].y, strict=True)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_leaves_the_picture(width: int) -> None:
    """Not even the longest loop beside a column."""
    for actor in ("", "georgian-government", "azerbaijan"):
        figure = actors_figure(OWN, width=width, actor=actor)
        assert all(
            0 < x < figure.layout.width and 0 < y < figure.layout.height for x, y in curve_samples(figure)
        )


def test_a_pointer_meets_every_actor_and_every_event_of_two() -> None:
    """On its box its id; on a line the ids of the events that say so."""
    figure = actors_figure(OWN)
    assert set(figure.data[0].customdata) == {actor.id for actor in OWN.actors if actor.scope != "context"}
    met = {id for ids in figure.data[1].customdata for id in ids.split()}
    assert met == {event.id for relation in relations(OWN, told(OWN)) for event in relation.events}


def test_the_same_is_drawn_for_the_same() -> None:
    """The picture depends on what is given alone, and does not move under a pointer."""
    figure = actors_figure(OWN, actor="georgia", selected="college-attack")
    assert figure == actors_figure(OWN, actor="georgia", selected="college-attack")
    assert figure.layout.dragmode is False
    assert figure.layout.xaxis.fixedrange
    assert figure.layout.yaxis.fixedrange


@pytest.mark.parametrize(
    ("theme", "paper"), [("light", "#ffffff"), ("dark", "#111111"), ("page", "#ffffff"), ("page", "#111111")]
)
def test_lines_and_letters_stand_out(theme: Any, paper: str) -> None:
    """3:1 for lines and boxes, 4.5:1 for letters, on a tint too; the page brings its own letters."""
    for selected in ("", "college-attack"):
        figure = actors_figure(OWN, theme=theme, selected=selected)
        band = THEMES[theme].band
        for shape in figure.layout.shapes:
            full = shape.line.width and rgba(shape.line.color or "").endswith(("1", "1)"))
            if full and not rgba(shape.line.color).endswith(("0.4)", "0.16)")):
                assert contrast(colours(paper, rgba(shape.line.color)), colours(paper)) >= 3
        fills = [
            rgba(shape.fillcolor)
            for shape in figure.layout.shapes
            if shape.fillcolor and " Q" in (shape.path or "")
        ]
        assert fills
        if theme != "page":
            for letters in figure.layout.annotations:
                for fill in fills:
                    assert (
                        contrast(colours(paper, rgba(letters.font.color)), colours(paper, band, fill)) >= 4.5
                    )


def test_no_markup_in_data_becomes_markup() -> None:
    """Names, titles and summaries are escaped in the picture, where Plotly reads HTML, and in the page."""
    actors = tuple(replace(actor, name=EVIL, summary=EVIL) for actor in OWN.actors)
    events = tuple(replace(event, title=EVIL) for event in OWN.events)
    sides = tuple(replace(side, title=EVIL) for side in OWN.sides)
    evil = replace(OWN, actors=actors, events=events, sides=sides)
    figure = actors_figure(evil, actor="georgia", selected="college-attack")
    shown = [words.text for words in figure.layout.annotations]
    shown += [said for trace in figure.data for said in trace.hovertext]
    assert any("&lt;img" in said for said in shown)
    assert not any("<img" in said for said in shown)
    assert "<img" not in actors_page(evil, EVIL).html()


def test_the_page_says_every_relation_of_every_actor(case: Case) -> None:
    """In the part of each actor stands the other, with every event that tells it, to be chosen."""
    page = actors_page(case, "", context=True)
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
    options = re.findall(r'role="option"[^>]*data-id="([^"]*)"', actors_page(case, "", context=True).html())
    assert sorted(options) == sorted(actor.id for actor in case.actors)


def test_the_view_draws_when_the_page_says_how_wide_it_is() -> None:
    """Until then there is only the twin; a little more or less width is no other picture."""
    view = actors_view(OWN)
    assert view.figure is None
    view._twin.width = 905
    first = view.figure
    assert first is not None
    assert first.layout.width == 900
    view._twin.width = 912
    assert view.figure is first
    view._twin.width = 380
    assert view.figure is not first
    assert view.figure.layout.width <= 380


def test_the_view_follows_what_is_chosen() -> None:
    """Its picture is the one that the pure function draws."""
    view = actors_view(OWN)
    view._twin.width = 900
    for actor, selected in (
        ("georgia", ""),
        ("", "college-attack"),
        ("azerbaijan", "treaty-of-moscow"),
        ("", ""),
    ):
        view.actor, view.selected = actor, selected
        expected = actors_figure(OWN, theme="page", actor=actor, selected=selected)
        assert view.figure is not None
        assert view.figure.layout.shapes == expected.layout.shapes
        assert view.figure.layout.annotations == expected.layout.annotations
        assert tuple(view.figure.data[1].x) == tuple(expected.data[1].x)


def test_view_and_explorer_share_what_is_chosen() -> None:
    """Both ways, and from the start."""
    explorer = Choice(selected="college-attack", actor="kvinitadze")
    view = actors_view(OWN, explorer)
    assert (view.selected, view.actor) == ("college-attack", "kvinitadze")
    view.actor, view.selected = "lenin", "lenin-decides"
    assert (explorer.actor, explorer.selected) == ("lenin", "lenin-decides")
    explorer.actor = ""
    assert view._twin.choice == ""


@pytest.mark.parametrize(
    ("name", "wrong", "near"), [("actor", "lennin", "lenin"), ("selected", "college-atack", "college-attack")]
)
def test_a_wrong_id_is_an_error_that_names_the_near_misses(name: str, wrong: str, near: str) -> None:
    """And what was chosen stays."""
    view = actors_view(OWN)
    with pytest.raises(traitlets.TraitError, match=near):
        setattr(view, name, wrong)
    assert getattr(view, name) == ""


def test_a_click_on_a_line_of_several_events_chooses_one_after_the_other() -> None:
    """And a second click on an actor takes the choice back."""
    view = actors_view(OWN)
    chosen = []
    for _ in range(3):
        view._select(["leaders-leave", "peasant-attempts"])
        chosen.append(view.selected)
    assert chosen == ["leaders-leave", "peasant-attempts", "leaders-leave"]
    view._choose(["lenin"])
    assert view.actor == "lenin"
    view._choose(["lenin"])
    assert view.actor == ""


def test_a_case_without_actors_can_be_shown(case: Case) -> None:
    """Nothing is drawn, and nothing fails."""
    empty = replace(case, actors=(), events=(), sides=())
    view = actors_view(empty)
    view._twin.width = 600
    assert view.figure is not None


def test_captions_are_never_wider_than_their_box() -> None:
    """A long office is cut with an ellipsis."""
    office = replace(OWN.actor("lenin").offices[0], title="holder of a very long office " * 5)
    actors = tuple(replace(a, offices=(office,)) if a.id == "lenin" else a for a in OWN.actors)
    figure = actors_figure(replace(OWN, actors=actors), width=900)
    (caption,) = (said for said in words(figure) if said.startswith("holder"))
    assert caption.endswith("…")
    spot = next(
        s for s in arrange_actors(replace(OWN, actors=actors), width=900).spots if s.stand.actor == "lenin"
    )
    assert text_width(caption, CAPTION) <= spot.box.right - spot.box.left
