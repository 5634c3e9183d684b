"""What is known of the order of events, and why."""

import random
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupdata import Case
from coupdata.model import Bound, Chronology, CircularOrderError, Event, Link, Reason
from coupdata.model.edtf import read_when
from tests.cases import made_up

DATES = [
    "",
    "",
    "1920",
    "1919/..",
    "1918/1919",
    "1920-04",
    "1920-05-01",
    "[1920-05-02..1920-05-03]",
    "1920-05-07",
]
DATES += ["[1920-05..]", "[..1920-05]", "../1920-04", "1920-04/1920-05", "1920-05-01/.."]


def event(id: str, edtf: str = "", after: Sequence[str] = ()) -> Event:
    """An event of which only the time matters."""
    return Event(
        id=id,
        title=id,
        summary=id,
        matters=id,
        when=read_when(edtf),
        after=tuple(after),
        after_cites=(f"words-{id}",) if after else (),
        place=None,
        moves=(),
        lane="here",
        actors=(),
        against=(),
        concerns=(),
        themes=(),
        key=False,
        scope="article",
        source="",
        hedge=None,
        cites=(f"date-{id}",),
    )


def link(cause: str, effect: str) -> Link:
    """A cause and its effect."""
    return Link(cause, effect, "led to it", None, "article", "", (f"cause-{cause}-{effect}",))


@st.composite
def chapters(draw: st.DrawFn) -> tuple[list[Event], list[Link]]:
    """A few events with dates, words and causes that may contradict each other."""
    ids = [f"e{i}" for i in range(draw(st.integers(1, 7)))]
    pair = st.tuples(st.sampled_from(ids), st.sampled_from(ids))
    told = draw(st.lists(pair, max_size=5))
    after = {id: list(dict.fromkeys(a for a, b in told if b == id)) for id in ids}
    events = [event(id, draw(st.sampled_from(DATES)), after[id]) for id in ids]
    return events, [link(*pair) for pair in draw(st.lists(pair, max_size=3))]


def direct(events: Sequence[Event], links: Sequence[Link]) -> set[tuple[str, str]]:
    """The pairs of which dates, words or causes tell the order by themselves."""
    pairs = {(link.cause, link.effect) for link in links} | {(a, e.id) for e in events for a in e.after}
    for a, b in permutations(events, 2):
        latest = {a.when.start.latest, a.when.end.latest} - {None}
        if b.when.start.earliest and any(day < b.when.start.earliest for day in latest if day):
            pairs.add((a.id, b.id))
    return pairs


def closed(ids: Sequence[str], pairs: set[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """The pairs that these lead to, with the number of steps."""
    steps = dict.fromkeys(pairs, 1)
    for middle in ids:
        for a in ids:
            for b in ids:
                if (a, middle) in steps and (middle, b) in steps:
                    way = steps[a, middle] + steps[middle, b]
                    steps[a, b] = min(steps.get((a, b), way), way)
    return steps


def assert_holds(reason: Reason, events: Sequence[Event], links: Sequence[Link]) -> None:
    """A reason says what the records say, with their sentences."""
    by_id = {event.id: event for event in events}
    earlier, later = by_id[reason.earlier], by_id[reason.later]
    if reason.kind == "words":
        assert earlier.id in later.after
        assert reason.cites == later.after_cites
    elif reason.kind == "cause":
        assert reason.cites in [x.cites for x in links if (x.cause, x.effect) == (earlier.id, later.id)]
    else:
        assert direct([earlier, later], []) >= {(earlier.id, later.id)}
        assert set(reason.cites) == {*earlier.cites, *later.cites}


@given(chapters())
def test_the_order_is_what_dates_words_and_causes_lead_to(
    chapter: tuple[list[Event], list[Link]],
) -> None:
    """An order that is written out the slow way says the same, contradictions included."""
    events, links = chapter
    ids = [event.id for event in events]
    steps = closed(ids, direct(events, links))
    if any((id, id) in steps for id in ids):
        with pytest.raises(CircularOrderError) as error:
            Chronology(events, links)
        assert error.value.circles
        for circle in error.value.circles:
            assert circle[0].earlier == circle[-1].later
            assert len({reason.earlier for reason in circle}) == len(circle)
            assert all(a.later == b.earlier for a, b in pairwise(circle))
            for reason in circle:
                assert_holds(reason, events, links)
        return
    order = Chronology(events, links)
    assert {(a, b) for a in ids for b in ids if order.before(a, b)} == set(steps)
    for a in ids:
        for b in ids:
            why = order.why(a, b)
            assert len(why) == steps.get((a, b), 0)
            assert all(x.later == y.earlier for x, y in pairwise(why))
            assert not why or (why[0].earlier, why[-1].later) == (a, b)
            for reason in why:
                assert_holds(reason, events, links)


@given(chapters())
def test_the_sequence_is_an_order_that_is_possible(chapter: tuple[list[Event], list[Link]]) -> None:
    """Every event stands in it once, none before one that is known to precede it."""
    events, links = chapter
    try:
        order = Chronology(events, links)
    except CircularOrderError:
        return
    assert sorted(order.sequence) == sorted(event.id for event in events)
    for i, later in enumerate(order.sequence):
        assert not any(order.before(later, earlier) for earlier in order.sequence[: i + 1])


def test_a_case_has_an_order_without_contradiction(case: Case) -> None:
    """No event is before itself, none both before and after another; two steps make a third."""
    ids = [event.id for event in case.events]
    known = {(a, b) for a in ids for b in ids if case.order.before(a, b)}
    assert known
    assert not any((b, a) in known for a, b in known)
    assert all((a, c) in known for a, b in known for c in ids if (b, c) in known)
    assert known == set(closed(ids, direct(case.events, case.links)))


def test_events_stand_in_the_order_of_the_sequence(case: Case) -> None:
    """A case lists its events in an order of time that is possible."""
    assert tuple(event.id for event in case.events) == case.order.sequence


def test_every_reason_of_a_case_can_be_looked_up(case: Case) -> None:
    """Each step of each chain cites sentences of the reading."""
    for a, b in permutations(case.order.sequence, 2):
        for reason in case.order.why(a, b):
            assert reason.cites
            assert all(case.sentence(id) for id in reason.cites)


def test_the_same_file_gives_the_same_sequence() -> None:
    """The sequence goes by when events may begin, and by the file where that is open."""
    events = [event("late", "1920-05"), event("then"), event("early", "1919"), event("same", "1919")]
    assert Chronology(events, []).sequence == ("early", "same", "late", "then")
    assert Chronology([*events, event("by", "[..1919-12]")], []).sequence == (
        "early",
        "same",
        "by",
        "late",
        "then",
    )


@pytest.mark.parametrize(
    "first", ["1918/..", "1918/1918", "1918/1919-12", "1918/1920", "../1918", "[..1918]", "1918"]
)
def test_what_has_begun_is_before_whenever_it_ended(first: str) -> None:
    """Known, within the other, after it or open: an end that is known makes no less known."""
    order = Chronology([event("first", first), event("later", "1919-06-01")], [])
    assert order.before("first", "later")
    assert not order.before("later", "first")


@pytest.mark.parametrize("first", ["../1919-12", "[1918..]", "[1918..1919]", "1919/1920", "1919"])
def test_what_may_begin_later_is_open(first: str) -> None:
    """An end alone says only that it began by then; one that comes later says nothing."""
    order = Chronology([event("first", first), event("other", "1919-06-01")], [])
    assert not order.before("first", "other")
    assert not order.before("other", "first")


@given(st.lists(st.dates(date(1918, 1, 1), date(1920, 12, 31)), min_size=4, max_size=4), st.data())
def test_knowing_more_of_a_date_never_makes_less_known(days: list[date], data: st.DataObject) -> None:
    """Two events with any bounds: whoever narrows or adds one keeps every order that was known."""
    low, first, last, high = sorted(days)
    known = Bound(first, last)
    vague = data.draw(st.sampled_from([Bound(), Bound(low, None), Bound(None, high), Bound(low, high)]))
    place = data.draw(st.sampled_from(["start", "end"]))
    other = event("other", data.draw(st.sampled_from([text for text in DATES if text])))
    less, more = (
        Chronology([replace(e, when=replace(e.when, **{place: bound})), other], [])
        for e in [event("e", "1918/1920")]
        for bound in (vague, known)
    )
    for pair in (("e", "other"), ("other", "e")):
        assert more.before(*pair) or not less.before(*pair)


def test_days_that_touch_are_open() -> None:
    """The same day, or a day at the edge of a night, leaves the order open."""
    night = event("night", "[1920-05-02..1920-05-03]")
    days = [event("second", "1920-05-02"), event("third", "1920-05-03"), event("fourth", "1920-05-04")]
    order = Chronology([night, *days], [])
    assert not order.before("night", "third")
    assert not order.before("second", "night")
    assert order.before("night", "fourth")


def test_dates_are_the_first_reason() -> None:
    """Where dates, words and a cause all tell it, the dates are named; then the words."""
    dated = [event("a", "1919"), event("b", "1920", ["a"])]
    assert [reason.kind for reason in Chronology(dated, [link("a", "b")]).why("a", "b")] == ["dates"]
    undated = [event("a"), event("b", "1920", ["a"])]
    assert [reason.kind for reason in Chronology(undated, [link("a", "b")]).why("a", "b")] == ["words"]


def test_each_contradiction_is_told_once() -> None:
    """One wrong arrow across many events is one circle, and that the shortest; two are two."""
    events = [event(f"e{i}", f"{1900 + i}") for i in range(8)]
    with pytest.raises(CircularOrderError) as error:
        Chronology([*events, event("x", after=["x"])], [link("e7", "e0")])
    circles = [[(r.kind, r.earlier, r.later) for r in circle] for circle in error.value.circles]
    assert circles == [[("words", "x", "x")], [("cause", "e7", "e0"), ("dates", "e0", "e7")]]
    assert "'e7' before 'e0' (cause); 'e0' before 'e7' (dates)" in str(error.value)


@pytest.mark.parametrize("ask", ["before", "why"])
def test_an_unknown_event_is_named_with_its_near_misses(ask: str) -> None:
    """The error of a typing error says what was probably meant."""
    order = Chronology([event("college-attack"), event("may-day")], [])
    with pytest.raises(KeyError, match=r"no event 'colege-attack'; did you mean 'college-attack'\?"):
        getattr(order, ask)("may-day", "colege-attack")


@pytest.mark.timed
@pytest.mark.slow
def test_a_large_case_is_ordered_in_a_moment() -> None:
    """300 events of every sort take less than a third of a second."""
    case = made_up(300, random.Random(1920))
    start = time.process_time()
    order = Chronology(case.events, case.links)
    assert order.sequence == case.order.sequence
    assert time.process_time() - start < 0.3


@pytest.mark.timed
@pytest.mark.slow
def test_the_order_of_many_events_takes_hardly_longer_than_reading_them() -> None:
    """Four times as many take about four times as long, not sixteen times."""

    def seconds(size: int) -> float:
        case = made_up(size, random.Random(7))
        started = time.process_time()
        order = Chronology(case.events, case.links)
        for event in case.events[:50]:
            order.why(event.id, case.events[-1].id)
        return time.process_time() - started

    few, many = (min(seconds(size) for _round in range(3)) for size in (1_000, 4_000))
    assert many < 10 * few
