"""Who stood where, and who acted with and against whom: drawn clearly."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest

import coupdata
from coupdata import Case
from coupdata.views.actors.drawing import actors_drawing
from coupdata.views.actors.joints import actor_joints
from coupdata.views.actors.layout import CAPTION, arrange_actors
from coupdata.views.actors.relations import relations, stands
from coupdata.views.actors.text_alternative import actors_in_words
from coupdata.views.html.element import Element
from coupdata.views.html.text_width import text_width
from tests.unit.coupdata.views.drawings import EVIL, WIDTHS, ids, number, parts, text, told, written

OWN = coupdata.load()


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


@pytest.mark.slow
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
            "acted against": len(event.against),
            "concerned": len(concerned),
        }
        assert roles(drawing) == Counter({role: count for role, count in expected.items() if count}), event.id
    assert not roles(actors_drawing(case, width=width))


def strong(drawing: Element) -> int:
    """How many lines are drawn in full."""
    return len(parts(drawing, "joint")) - len(parts(drawing, "joint", "dim"))


@pytest.mark.slow
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
