"""What a choice adds to the chart: a ring, and arcs from causes and to effects."""

from collections.abc import Sequence
from dataclasses import replace
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupdata import Case
from coupdata.model import Link
from coupdata.views.timeline_chart.layout import PlacedMark
from coupdata.views.timeline_chart.selection import Across, Overlay, overlay_traces, overlays
from coupdata.views.timeline_chart.traces import drawn
from tests.cases import cases

WIDE, NARROW = 900, 360
EMPTY = Overlay()

Point = tuple[float, float]
Arc = list[tuple[float, float, str]]


def chart(case: Case, width: float, *, context: bool = True) -> tuple[Sequence[PlacedMark], Across]:
    """The places of a case and what turns them into days of the panel."""
    places, layout = drawn(case, width=width, context=context)
    return places, Across(
        {"years": tuple(layout["xaxis"]["range"]), "days": tuple(layout["xaxis2"]["range"])}
    )


def arcs(overlay: Overlay) -> list[Arc]:
    """The arcs of an overlay, each with its points and their words."""
    found: list[Arc] = [[]]
    for x, y, text in zip(overlay.x, overlay.y, overlay.text, strict=True):
        if x is None or y is None:
            found.append([])
        else:
            found[-1].append((x, y, text))
    return found[:-1] if overlay.x else []


def links_of(case: Case, id: str) -> list[Link]:
    """The links from and to an event."""
    return [link for link in case.links if id in (link.cause, link.effect)]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_ring_is_around_the_chosen_mark(case: Case, width: int) -> None:
    """In both panels, though it is drawn on the scale of one."""
    places, across = chart(case, width)
    for place in places:
        ring, _, _ = overlays(case, places, across, place.mark.event.id)
        first, last = across.scales[place.panel]
        start, end = across.scales["days"]
        assert ring.y == (place.y,)
        (x,) = ring.x
        assert x is not None
        assert isclose((x - start) / (end - start), (place.mark.x - first) / (last - first), abs_tol=1e-9)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_every_cause_and_effect_of_the_choice_has_an_arc(case: Case, width: int) -> None:
    """Those that the source tells apart from those that somebody claims."""
    places, across = chart(case, width)
    for event in case.events:
        _, told, claimed = overlays(case, places, across, event.id)
        links = links_of(case, event.id)
        assert len(arcs(told)) == sum(link.by is None for link in links)
        assert len(arcs(claimed)) == sum(link.by is not None for link in links)


def test_an_arc_leads_from_the_cause_towards_the_effect(case: Case) -> None:
    """It starts at the one and stops just before the other."""
    places, across = chart(case, WIDE)
    where = {place.mark.event.id: (across.of(place), place.y) for place in places}
    drawn_arcs = 0
    for event in case.events:
        _, *both = overlays(case, places, across, event.id)
        links = links_of(case, event.id)
        ordered = [
            [link for link in links if link.by is None],
            [link for link in links if link.by is not None],
        ]
        for overlay, expected in zip(both, ordered, strict=True):
            for arc, link in zip(arcs(overlay), expected, strict=True):
                (x0, y0), (x1, y1) = where[link.cause], where[link.effect]
                assert (arc[0][0], arc[0][1]) == (x0, y0)
                ways = [abs(x - x1) / across.length + abs(y - y1) / 1000 for x, y, _ in arc]
                assert ways[-1] < 0.25 * ways[0] + 0.02
                drawn_arcs += 1
    assert drawn_arcs


def test_a_claimed_arc_says_who_claims_it(case: Case) -> None:
    """Once, in the middle; what the source tells needs no name."""
    places, across = chart(case, WIDE)
    for event in case.events:
        _, told, claimed = overlays(case, places, across, event.id)
        assert not any(told.text)
        words = [[text for _, _, text in arc if text] for arc in arcs(claimed)]
        by = [link.by for link in links_of(case, event.id) if link.by]
        assert words == [[f"claimed by {case.actor(id).name}"] for id in by]


def test_a_claimants_name_is_text(case: Case) -> None:
    """Plotly reads markup in what it draws."""
    (link, *_) = [link for link in case.links if link.by]
    evil = replace(case.actor(link.by or ""), name="<img src=x onerror=alert(1)>")
    told = replace(case, actors=tuple(evil if actor.id == evil.id else actor for actor in case.actors))
    _, _, claimed = overlays(told, *chart(told, WIDE), link.cause)
    assert any("&lt;img" in text for text in claimed.text)
    assert not any("<" in text for text in claimed.text)


@pytest.mark.parametrize("selected", ["", "no-such-event"])
def test_without_a_choice_nothing_is_added(case: Case, selected: str) -> None:
    """Nor for an event that the chart does not show."""
    places, across = chart(case, WIDE)
    assert overlays(case, places, across, selected) == (EMPTY, EMPTY, EMPTY)


@given(cases())
def test_no_arc_leads_to_what_is_not_shown(case: Case) -> None:
    """Without context there is no mark of it."""
    places, across = chart(case, WIDE, context=False)
    ids = {place.mark.event.id for place in places}
    for id in ids:
        _, told, claimed = overlays(case, places, across, id)
        links = [link for link in links_of(case, id) if {link.cause, link.effect} <= ids]
        assert len(arcs(told)) + len(arcs(claimed)) == min(len(links), 8)


@given(cases(), st.sampled_from([280, 360, 600, 900, 1600]))
def test_what_is_drawn_stays_in_the_panel(case: Case, width: int) -> None:
    """Arcs bend away from labels, but over no lane's title and no edge of the page."""
    places, across = chart(case, width)
    start, end = across.scales["days"]
    for place in places:
        for overlay in overlays(case, places, across, place.mark.event.id):
            assert all(start - 0.001 <= x <= end + 0.001 for x in overlay.x if x is not None)


def test_arrow_heads_stand_at_the_end_of_each_arc(case: Case) -> None:
    """Sizes of markers are fixed once, so every arc has as many points as the traces expect."""
    _, told, claimed = overlay_traces()
    sizes = told["marker"]["size"]
    assert sizes == claimed["marker"]["size"]
    places, across = chart(case, WIDE)
    for event in case.events:
        for overlay in overlays(case, places, across, event.id)[1:]:
            heads = [n for n, size in enumerate(sizes[: len(overlay.x)]) if size]
            ends = [n - 1 for n, x in enumerate(overlay.x) if x is None]
            assert heads == ends


def test_told_and_claimed_arcs_look_different() -> None:
    """A line and a dotted line; the ring is hollow. A pointer meets none of them."""
    ring, told, claimed = overlay_traces()
    assert ring["marker"]["symbol"].endswith("-open")
    assert "dash" not in told["line"]
    assert claimed["line"]["dash"] == "dot"
    assert {trace["hoverinfo"] for trace in (ring, told, claimed)} == {"skip"}
