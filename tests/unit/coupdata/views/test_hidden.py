"""What is asked for is hidden in an explorer: on the chart, in the list, on cards and on the tour."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

import coupdata
from coupdata.views import explorer, reading, timeline, tour
from coupdata.views.event_explorer.card import card_page
from coupdata.views.event_explorer.hidden import NOTHING, Hidden, hidden_in, hide
from coupdata.views.event_explorer.widget import Explorer

CASE = coupdata.load()
ATTACK = CASE.event("college-attack")
DEFENCE = CASE.event("college-defended")
"""Of the same night, by the same sentence."""
BOTH = {ATTACK.id, DEFENCE.id}
ASKED = Hidden({ATTACK.id: ("2.2", "2.8")})
LINKED = next(
    link for link in CASE.links if link.scope != "context" and ATTACK.id not in (link.cause, link.effect)
)
LINKS = Hidden(links={frozenset((LINKED.cause, LINKED.effect)): ("2.11",)})


class Asker:
    """Somebody who asks."""


@pytest.fixture
def asker() -> Iterator[Asker]:
    """Who asks for the date of the attack."""
    asks = Asker()
    hide(asks, CASE, ASKED)
    yield asks
    hide(asks, CASE, NOTHING)


def drawn(view: Explorer) -> set[str]:
    """The events that have a mark, an arm of a chart that is shown, or a place that a pointer meets."""
    assert view.figure
    ids = {id for trace in view.figure.data for id in trace.customdata or ()}
    assert {hit["id"] for hit in view._navigator.hits} <= ids
    return ids


def card_of(id: str, hidden: Hidden) -> str:
    """The card of an event, as text."""
    return str(card_page(CASE, id, hidden=hidden).jsonml())


@pytest.mark.parametrize("width", [360, 920])
def test_it_has_no_mark_and_its_date_is_not_told(width: int, asker: Asker) -> None:
    """At any width, in a chart that is drawn before it is asked for or after; all others stay."""
    view = explorer()
    view._navigator.width = width
    others = {event.id for event in CASE.events if event.scope != "context"} - BOTH
    assert drawn(view) == others
    told = str(view.figure.to_dict() if view.figure else "")
    assert ATTACK.title not in told
    hide(asker, CASE, NOTHING)
    assert drawn(view) == others | BOTH
    hide(asker, CASE, ASKED)
    assert drawn(view) == others


def test_the_others_do_not_move_across() -> None:
    """So that nothing follows from where they stand, and the picture is the same once it is whole."""
    whole, without = (timeline(CASE, hidden=hidden) for hidden in ((), (ATTACK.id,)))

    def across(figure: Any) -> dict[str, list[float]]:
        symbols = figure.select_traces({"mode": "markers"})
        marks = [(id, x) for trace in symbols for id, x in zip(trace.customdata, trace.x, strict=True)]
        return {id: [x for other, x in marks if other == id] for id, _ in marks}

    assert across(whole) == across(without) | {ATTACK.id: across(whole)[ATTACK.id]}
    assert whole.layout.xaxis2.range == without.layout.xaxis2.range


@pytest.mark.usefixtures("asker")
def test_it_stands_last_in_the_list_and_says_who_asks() -> None:
    """Its place tells nothing, and what is read without a script says no more."""
    view = explorer()
    rows = view._navigator.events
    assert [row["id"] for row in rows if row["hidden"]] == [row["id"] for row in rows[-2:]]
    assert {row["id"] for row in rows[-2:]} == BOTH
    assert {row["when"] for row in rows[-2:]} == {"asked for in 2.2 and 2.8"}
    still = view._repr_mimebundle_()[0]["text/html"]
    assert "asked for in 2.2 and 2.8" in still
    assert ATTACK.summary not in still
    assert ATTACK.when.told not in still


def test_several_stand_by_their_titles() -> None:
    """Not in order of time."""
    asks = Asker()
    ids = [event.id for event in CASE.events if event.scope != "context"]
    hide(asks, CASE, Hidden(dict.fromkeys(ids, ())))
    rows = explorer()._navigator.events
    assert [row["title"] for row in rows] == sorted((row["title"] for row in rows), key=str.casefold)
    assert {row["when"] for row in rows} == {"asked for"}
    hide(asks, CASE, NOTHING)


def test_its_card_tells_no_date() -> None:
    """Nor any sentence, link, doubt or difference; but who took part and where, and who asks."""
    told = card_of(ATTACK.id, ASKED)
    assert "Questions 2.2 and 2.8 ask when this was." in told
    assert CASE.actor(ATTACK.actors[0]).name in told
    for text in (ATTACK.when.told, ATTACK.summary, *(CASE.sentence(cite).text for cite in ATTACK.cites)):
        assert text not in told


def test_a_card_promises_its_rest_only_where_it_comes() -> None:
    """Not in an exam, nor for what has the same date by the same sentence."""
    assert "Once that is answered" in card_of(ATTACK.id, ASKED)
    asks = Asker()
    hide(asks, CASE, replace(ASKED, untold=frozenset({ATTACK.id})))
    for id in BOTH:
        assert "Once that is answered" not in card_of(id, hidden_in(CASE))
        assert "Questions 2.2 and 2.8 ask when this was." in card_of(id, hidden_in(CASE))
    hide(asks, CASE, NOTHING)


def test_a_card_says_that_a_place_in_an_order_is_asked_for() -> None:
    """With the numbers of the questions, or without."""
    asked = replace(ASKED, ordered=frozenset({ATTACK.id}))
    assert "Questions 2.2 and 2.8 ask for its date or place in the order." in card_of(ATTACK.id, asked)
    nameless = replace(asked, events={ATTACK.id: ()})
    assert "A question asks for its date or place in the order." in card_of(ATTACK.id, nameless)


def test_no_other_card_tells_of_it() -> None:
    """Neither by a link nor by a sentence; nor does what stands there before a choice."""
    sentences = [CASE.sentence(cite).text for cite in ATTACK.cites]
    tells = [
        event.id for event in CASE.events if any(text in card_of(event.id, NOTHING) for text in sentences)
    ]
    assert len(tells) > 1
    for event in CASE.events:
        if event.id != ATTACK.id:
            told = card_of(event.id, ASKED)
            assert f"'data-event': '{ATTACK.id}'" not in told
            assert not [text for text in sentences if text in told]
            assert f"“{ATTACK.title}”" not in told
    assert ATTACK.title in card_of("", NOTHING)
    assert ATTACK.title not in card_of("", ASKED)


@pytest.mark.usefixtures("asker")
def test_choosing_it_lights_no_sentence() -> None:
    """The sentence is what a hint would cost."""
    text, view = reading(CASE), explorer(CASE)
    view._navigator.width = 920
    view.selected = "mobilisation"
    assert set(text.lit) == set(CASE.event("mobilisation").cites)
    view.selected = ATTACK.id
    assert text.lit == []


def test_links_that_are_asked_for_are_neither_drawn_nor_listed() -> None:
    """Both events stay, with their dates and all other links."""
    asks, view = Asker(), explorer()
    view._navigator.width = 920
    view.selected = LINKED.effect

    def shown() -> tuple[int, bool]:
        assert view.figure
        arcs = sum(x is None for trace in view.figure.data[-2:] for x in trace.x)
        return arcs, f"'data-event': '{LINKED.cause}'" in str(view._card.page)

    arcs, listed = shown()
    assert listed
    hide(asks, CASE, LINKS)
    assert shown() == (arcs - 1, False)
    assert {LINKED.cause, LINKED.effect} <= drawn(view)
    assert "2.11" in view._navigator.note
    hide(asks, CASE, NOTHING)
    assert shown() == (arcs, True)


@pytest.mark.usefixtures("asker")
def test_it_is_shown_all_the_same_where_that_is_wished() -> None:
    """A line says what is hidden and why, then that it is shown."""
    view = explorer()
    view._navigator.width = 920
    assert view._navigator.note.startswith("2 events are not on the timeline yet, because their dates")
    assert "(2.2, 2.8)" in view._navigator.note
    view._navigator.show_hidden = True
    assert view._navigator.note.startswith("2 events are shown, although")
    assert ATTACK.id in drawn(view)
    assert not any(row["hidden"] for row in view._navigator.events)
    view.selected = ATTACK.id
    assert ATTACK.when.told in str(view._card.page)
    view.show_hidden = False
    assert ATTACK.id not in drawn(view)
    assert ATTACK.when.told not in str(view._card.page)


@pytest.mark.usefixtures("asker")
def test_the_tour_passes_over_it() -> None:
    """And stops there once it is shown."""
    walk = tour()
    stops, view = walk.children[0], walk.explorer
    number = next(number for number, stop in enumerate(CASE.tour, 1) if stop.event == ATTACK.id)
    assert stops.passed == [number]
    view.show_hidden = True
    assert stops.passed == []


@pytest.mark.usefixtures("asker")
def test_marks_without_words_give_nothing_away() -> None:
    """So a chart without words is whole."""
    view = explorer(words=False)
    view._navigator.width = 920
    assert ATTACK.id in drawn(view)
    assert view._navigator.note == ""


def test_what_would_tell_as_much_goes_with_it() -> None:
    """What has the same date by the same sentence."""
    asks = Asker()
    hide(asks, CASE, Hidden({"treaty-of-moscow": ()}))
    view = explorer()
    assert set(view.hidden.events) == {"treaty-of-moscow", "treaty-terms"}
    hide(asks, CASE, Hidden({"may-day": ()}))
    assert set(view.hidden.events) == {"may-day"}
    hide(asks, CASE, NOTHING)


def test_of_events_that_it_does_not_list_an_explorer_says_nothing() -> None:
    """Those from beyond the source."""
    asks = Asker()
    hide(asks, CASE, Hidden({next(event.id for event in CASE.events if event.scope == "context"): ()}))
    assert explorer()._navigator.note == ""
    assert explorer(context=True)._navigator.note.startswith("1 event is not")
    hide(asks, CASE, NOTHING)


def test_two_who_ask_hide_both_until_each_is_done() -> None:
    """And who is gone asks no more."""
    one, other = Asker(), Asker()
    hide(one, CASE, ASKED)
    hide(other, CASE, Hidden({ATTACK.id: ("2.9",)}))
    view = explorer()
    assert view.hidden.events == dict.fromkeys(BOTH, ("2.2", "2.8", "2.9"))
    hide(one, CASE, NOTHING)
    assert view.hidden.events == dict.fromkeys(BOTH, ("2.9",))
    del other
    gc.collect()
    assert explorer().hidden == NOTHING


@pytest.mark.usefixtures("asker")
def test_another_case_hides_nothing(case: coupdata.Case) -> None:
    """Only where the same case is asked about."""
    assert (explorer(case).hidden == NOTHING) == (case != CASE)


def test_a_chart_that_no_page_shows_waits(asker: Asker) -> None:
    """A cell that is run again leaves its explorer behind: to draw that anew would hold up the page."""
    view = explorer()
    view._navigator.width = 920
    before = view._shown
    view._navigator.width = 0
    hide(asker, CASE, NOTHING)
    assert view._shown is before
    view._navigator.width = 920
    assert ATTACK.id in drawn(view)
