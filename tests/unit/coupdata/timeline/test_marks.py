"""Events as marks: each kind of date has a form of its own, and says no more than the source."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupdata import Case
from coupdata.model import Chronology, When
from coupdata.model.edtf import read_when
from coupdata.views.timeline_chart.layout import scales_of
from coupdata.views.timeline_chart.marks import EventMark, Scale, known_days, marks
from tests.cases import cases, event


def ordinal(day: str) -> float:
    """A day as a number."""
    return float(date.fromisoformat(day).toordinal())


MAY: Scale = (ordinal("1920-05-01"), ordinal("1920-06-01"))
YEARS: Scale = (ordinal("1917-01-01"), ordinal("1922-01-01"))


def mark(when: When, scale: Scale = MAY) -> EventMark:
    """The mark of an event at this time on a scale."""
    happened = event("it", when)
    (placed,) = marks([happened], scale, scale, Chronology([happened], []), inside=True)
    return placed


def bars(mark: EventMark) -> list[tuple[float, float, str]]:
    """First and last day of each bar from the first of May on, and how certain it is."""
    return [(bar.first - MAY[0], bar.last - MAY[0], bar.certainty) for bar in mark.bars]


def test_a_day_is_a_filled_symbol_in_the_middle_of_it() -> None:
    """Without a bar: nothing lasted and nothing is open."""
    placed = mark(read_when("1920-05-07"))
    assert placed.x == ordinal("1920-05-07") + 0.5
    assert not placed.hollow
    assert not placed.bars


def test_a_night_is_a_filled_symbol_at_midnight_on_a_thin_bar() -> None:
    """The bar covers less than a day, around the midnight between the two dates."""
    placed = mark(read_when("[1920-05-02..1920-05-03]", precision="night"))
    assert placed.x == ordinal("1920-05-03")
    assert not placed.hollow
    ((first, last, certainty),) = bars(placed)
    assert certainty == "night"
    assert 1 < first < 2 < last < 3


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        (read_when("1920-05", start=(date(1920, 5, 16), date(1920, 5, 31))), 15, 31),
        (read_when("[1920-05-03..1920-05-05]"), 2, 5),
        (read_when("1920-05"), 0, 31),
        (read_when("1920"), 0, 31),
        (read_when("192X"), 0, 31),
        (read_when("[1920-05-04..]"), 3, 31),
        (read_when("[..1920-05-04]"), 0, 4),
        (read_when("[1920-05-04..1920-07]"), 3, 31),
    ],
    ids=lambda value: value.edtf if isinstance(value, When) else "",
)
def test_a_window_is_hollow_on_an_uncertain_bar(when: When, first: float, last: float) -> None:
    """From the first day on which it may have been to the last; an open side reaches to the scale's end."""
    placed = mark(when)
    assert placed.hollow
    assert placed.window
    assert bars(placed) == [(first, last, "uncertain")]
    assert placed.x == MAY[0] + (first + last) / 2


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (read_when("1920-05-02/1920-05-06"), [(1, 6, "certain")]),
        (read_when("1920-04-20/1920-05-06"), [(0, 6, "certain")]),
        (read_when("1920-05-20/1920-06-06"), [(19, 31, "certain")]),
        (read_when("1920-05-02/1920-05"), [(1, 2, "certain"), (2, 31, "uncertain")]),
        (
            read_when("1920-05/1920-05-31", start=(date(1920, 5, 4), date(1920, 5, 6))),
            [(3, 6, "uncertain"), (6, 31, "certain")],
        ),
        (
            read_when("1920-05-02/1920-05", end=(date(1920, 5, 20), date(1920, 5, 24))),
            [(1, 19, "certain"), (19, 24, "uncertain")],
        ),
        (read_when("1920/1921"), [(0, 31, "uncertain")]),
        (read_when("../1920-05-04"), [(0, 4, "uncertain")]),
        (read_when("../1920-05"), [(0, 31, "uncertain")]),
    ],
    ids=lambda value: value.edtf if isinstance(value, When) else "",
)
def test_a_span_is_certain_between_the_latest_start_and_the_earliest_end(
    when: When, expected: Sequence[tuple[float, float, str]]
) -> None:
    """Before and after, as far as it may have begun or ended, it is not; nothing is drawn off the scale."""
    placed = mark(when)
    assert bars(placed) == list(expected)
    assert placed.x == placed.first


def test_a_span_of_known_days_is_filled_and_one_of_unknown_days_hollow() -> None:
    """As for what has no length."""
    assert not mark(read_when("1920-05-02/1920-05-06")).hollow
    assert mark(read_when("1920-05/1920-06")).hollow


def test_an_open_end_runs_on_and_says_so() -> None:
    """Its bar ends in an arrow, not where the source would have it end."""
    placed = mark(read_when("1920-05-04/.."))
    assert placed.open_end
    ((first, last, certainty),) = bars(placed)
    assert (first, certainty) == (3, "certain")
    assert 4 < last < 31
    assert not mark(read_when("1920-05-04/1920-05-06")).open_end
    assert not mark(read_when("[1920-05-04..]")).open_end
    assert not mark(read_when("../1920-05-04")).open_end


def test_an_open_start_is_uncertain_up_to_its_end() -> None:
    """Nothing is drawn after the day by which it was over."""
    placed = mark(read_when("../1919"), YEARS)
    assert placed.last == ordinal("1920-01-01")
    assert {bar.certainty for bar in placed.bars} == {"uncertain"}


def test_an_event_without_a_date_is_hollow_and_has_no_bar() -> None:
    """It is not on the scale at all, so it can have no length there."""
    placed = mark(read_when())
    assert placed.hollow
    assert not placed.bars
    assert not placed.window


@pytest.mark.parametrize("panel", ["years", "days"])
@given(cases())
def test_every_mark_lies_on_its_scale(panel: str, case: Case) -> None:
    """Bars are in order, do not overlap, and hold their symbol."""
    scales = scales_of(case.events, case)
    scale = scales["days" if panel == "days" else "years"]
    for placed in marks(case.events, scale, scales["days"], case.order, inside=panel == "days"):
        assert scale[0] <= placed.first <= placed.x <= placed.last <= scale[1]
        ends = [end for bar in placed.bars for end in (bar.first, bar.last)]
        assert ends == sorted(ends)


@given(cases())
def test_no_bar_says_more_than_the_source(case: Case) -> None:
    """What is certain lies between start and end, and all of it where it may have been."""
    scales = scales_of(case.events, case)
    for placed in marks(case.events, scales["years"], scales["days"], case.order, inside=False):
        when = placed.event.when
        if placed.bars and when.start.earliest:
            assert placed.first >= when.start.earliest.toordinal()
        if placed.bars and when.end.latest:
            assert placed.last <= when.end.latest.toordinal() + 1
        for bar in placed.bars:
            if bar.certainty == "certain":
                assert when.start.latest
                assert bar.first >= when.start.latest.toordinal()
                assert when.end.earliest is None or bar.last <= when.end.earliest.toordinal() + 1


@given(cases(), st.booleans())
def test_a_dated_event_is_in_the_lens_where_it_may_have_been_there(case: Case, inside: bool) -> None:
    """One of the two panels has it."""
    scales = scales_of(case.events, case)
    first, last = scales["days"]
    for placed in marks(case.events, scales["years"], scales["days"], case.order, inside=inside):
        days = known_days(placed.event)
        if days and placed.event.when.start.earliest and placed.event.when.end.latest:
            assert (min(days) < last and max(days) >= first) == inside
