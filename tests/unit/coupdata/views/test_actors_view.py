"""Actors in words, and the view that follows what is chosen."""

import re
from dataclasses import replace
from html import escape
from typing import Any

import pytest
import traitlets

import coupdata
from coupdata import Case
from coupdata.views import actors_view, explorer, map_view
from coupdata.views.actors.drawing import actors_drawing
from coupdata.views.actors.relations import relations
from coupdata.views.actors.text_alternative import actors_in_words
from coupdata.views.html.plain_traits import ExplorerChoice
from tests.unit.coupdata.views.drawings import told

OWN = coupdata.load()


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


def test_where_no_script_runs_the_drawing_is_there_and_each_actor_and_event_is_told_once() -> None:
    """With what is chosen; without what only a pointer meets, and nothing to choose."""
    view = actors_view(OWN)
    view.actor = "lenin"
    html = view._repr_mimebundle_()[0]["text/html"]
    drawn = actors_drawing(OWN, actor="lenin").html()
    for looks in ("joint lit", "joint dim", "box lit"):
        assert html.count(f'class="{looks}') == drawn.count(f'class="{looks}')
    assert "<title" in drawn
    assert "reach" in drawn
    for left_out in ("<title", "class=reach", "listbox", "<button", "data-"):
        assert left_out not in html.rpartition("</style>")[2]
    for record in (*OWN.actors, *OWN.events):
        if record.scope != "context":
            title = getattr(record, "name", None) or record.title
            assert len(re.findall(rf"<li><b>{re.escape(title)}<", html)) == 1


def test_view_and_explorer_share_what_is_chosen() -> None:
    """Both ways, and from the start."""
    shared = ExplorerChoice(selected="college-attack", actor="kvinitadze")
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
