"""Where things stand on the timeline: all of them, once, in order, and nothing in anything's way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupdata import Case, load
from coupdata.model.when import Calendar
from coupdata.views.html.text_width import broken, text_width
from coupdata.views.timeline_chart.figure import timeline
from coupdata.views.timeline_chart.layout import (
    FONT,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    Arrangement,
    PlacedMark,
    arrange,
    scales_of,
)
from tests.cases import SMALL, cases

PACKED = (600, 760, 900, 1100, 1300, 1600)
SHOWN = range(600, 1601, 50)
SYMBOL = {"years": 5.5, "days": 7.0}  # half of it, in pixels
BAR, GAP = 6.0, 9.0  # half the height of a bar; from a mark to the label beside it

contexts = pytest.mark.parametrize("context", [False, True], ids=["told", "context"])


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels."""

    what: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two have a point in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def boxes(arrangement: Arrangement, place: PlacedMark, width: float) -> Iterator[Box]:
    """What an event covers on a chart of this width: its mark with its bars, and its label."""
    first, last = arrangement.scales[place.panel]

    def pixels(day: float) -> float:
        return (day - first) / (last - first) * (width - MARGIN_LEFT - MARGIN_RIGHT)

    mark, symbol = place.mark, SYMBOL[place.panel]
    left, right = pixels(mark.first), pixels(mark.last) + (symbol if mark.open_end else 0)
    yield Box("bars", left, place.y - BAR, right, place.y + BAR)
    x = pixels(mark.x)
    yield Box("symbol", x - symbol, place.y - symbol, x + symbol, place.y + symbol)
    size = FONT[place.panel]
    beside = GAP if place.label_y == place.y else 0
    near = pixels(place.label_x)
    far = beside + text_width(place.label, size, bold=True)  # as it is while chosen
    start, end = (near + beside, near + far) if place.label_runs == "right" else (near - far, near - beside)
    yield Box("label", start, place.label_y - size * 0.6, end, place.label_y + size * 0.6)


def assert_apart(arrangement: Arrangement, width: float) -> None:
    """No event covers anything of another one, and no label the bars or the symbol that it names."""
    plot = width - MARGIN_LEFT - MARGIN_RIGHT
    drawn = [(place.mark.event.id, list(boxes(arrangement, place, width))) for place in arrangement.places]
    for (one, its), (other, others) in combinations(drawn, 2):
        met = [(a.what, b.what) for a in its for b in others if a.meets(b)]
        assert not met, f"{one} and {other} at {width}: {met}"
    for id, (bars, symbol, label) in drawn:
        assert not label.meets(symbol), f"{id} at {width}"
        assert not label.meets(bars), f"{id} at {width}"
        assert label.left >= 0, f"{id} at {width} runs over the left edge"
        assert label.right <= plot + MARGIN_RIGHT, f"{id} at {width} runs over the right edge"


def in_panel(arrangement: Arrangement, panel: str) -> list[PlacedMark]:
    """The places of a panel."""
    return [place for place in arrangement.places if place.panel == panel]


@contexts
@pytest.mark.parametrize("packed", PACKED)
def test_nothing_covers_anything_at_this_width_and_every_wider_one(
    case: Case, packed: int, context: bool
) -> None:
    """Labels are packed once and hold while the page grows."""
    arrangement = arrange(case, width=packed, context=context)
    for width in (packed, *(width for width in SHOWN if width > packed)):
        assert_apart(arrangement, width)


@given(cases(), st.sampled_from(PACKED), st.integers(0, 1000))
def test_nothing_covers_anything_in_any_case(case: Case, packed: int, more: int) -> None:
    """Whatever the dates, at the width that it was packed for and at a wider one."""
    arrangement = arrange(case, width=packed, context=True)
    assert_apart(arrangement, packed)
    assert_apart(arrangement, packed + more)


@contexts
@pytest.mark.parametrize("width", PACKED)
def test_every_event_stands_there_once(case: Case, width: int, context: bool) -> None:
    """In one of the two panels; context only when asked for."""
    shown = sorted(place.mark.event.id for place in arrange(case, width=width, context=context).places)
    assert shown == sorted(event.id for event in case.events if context or event.scope != "context")


@given(cases(), st.booleans())
def test_every_event_of_any_case_stands_there_once(case: Case, context: bool) -> None:
    """Whatever the dates."""
    shown = sorted(place.mark.event.id for place in arrange(case, context=context).places)
    assert shown == sorted(event.id for event in case.events if context or event.scope != "context")


def disordered(case: Case, arrangement: Arrangement) -> list[tuple[str, str]]:
    """Pairs of one panel of which the later stands left of the earlier, one of them being undated."""
    return [
        (a.mark.event.id, b.mark.event.id)
        for panel in arrangement.scales
        for a in in_panel(arrangement, panel)
        for b in in_panel(arrangement, panel)
        if "undated" in (a.mark.event.when.precision, b.mark.event.when.precision)
        and case.order.before(a.mark.event.id, b.mark.event.id)
        and a.mark.x > b.mark.x
    ]


@contexts
def test_events_without_a_day_stand_in_their_order(case: Case, context: bool) -> None:
    """What is known to come before stands further left, also beside what has a date."""
    assert disordered(case, arrange(case, context=context)) == []


def agrees(case: Case, places: Sequence[PlacedMark]) -> bool:
    """Whether the symbols of what has a date stand in their order, as those of long windows may not."""
    dated = [place for place in places if place.mark.event.when.precision != "undated"]
    return not any(
        case.order.before(a.mark.event.id, b.mark.event.id) and a.mark.x >= b.mark.x
        for a in dated
        for b in dated
    )


@given(cases(most=20))
def test_events_without_a_day_stand_in_their_order_in_any_case(case: Case) -> None:
    """Wherever the symbols of what has a date leave a place that is in order."""
    arrangement = arrange(case, context=True)
    ordered = [panel for panel in arrangement.scales if agrees(case, in_panel(arrangement, panel))]
    assert not [
        pair
        for pair in disordered(case, arrangement)
        if any({*pair} <= {p.mark.event.id for p in in_panel(arrangement, panel)} for panel in ordered)
    ]


@contexts
@pytest.mark.parametrize("width", PACKED)
def test_lanes_follow_each_other_as_in_the_case(case: Case, width: int, context: bool) -> None:
    """The same lanes in both panels, each with its events inside it."""
    arrangement = arrange(case, width=width, context=context)
    for panel in arrangement.scales:
        lanes = [lane for lane in arrangement.lanes if lane.panel == panel]
        assert [lane.category for lane in lanes] == list(case.lanes)
        assert all(above.bottom == below.top for above, below in pairwise(lanes))
        for lane in lanes:
            ids = {place.mark.event.lane for place in in_panel(arrangement, panel)
                   if lane.top < place.y < lane.bottom}  # fmt: skip
            assert ids <= {lane.category.id}


@given(cases(), st.sampled_from(PACKED))
def test_events_without_a_day_stand_below_the_scale(case: Case, width: int) -> None:
    """Each lane divides: above stands what has a date, below what has none."""
    arrangement = arrange(case, width=width, context=True)
    lanes = {(lane.panel, lane.category.id): lane for lane in arrangement.lanes}
    for place in arrangement.places:
        lane = lanes[place.panel, place.mark.event.lane]
        assert lane.top < place.y < lane.bottom
        assert (place.y > lane.divide) == (place.mark.event.when.precision == "undated")


@given(cases())
def test_the_scales_hold_every_known_day(case: Case) -> None:
    """The strip begins with a year and ends after the last day; the panel is the lens of the case."""
    arrangement = arrange(case, context=True)
    first, last = arrangement.scales["years"]
    days = [
        bound.toordinal()
        for event in case.events
        for bound in (event.when.start.earliest, event.when.start.latest, event.when.end.latest)
        if bound
    ]
    assert all(first <= day < last for day in days)
    assert arrangement.scales["days"] == (case.lens[0].toordinal(), case.lens[1].toordinal() + 1)


def test_a_wider_page_needs_no_more_room_below(case: Case) -> None:
    """Labels share rows where there is room."""
    heights = [arrange(case, width=width, context=True).height for width in PACKED]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > heights[-1]


def test_the_width_of_a_text_grows_with_every_letter() -> None:
    """And with size and weight."""
    assert text_width("", 13) == 0
    assert text_width("one", 13) < text_width("one more", 13) < text_width("one more", 13, bold=True)
    assert text_width("one", 11.5) < text_width("one", 13)
    assert text_width("iii", 13) < text_width("ooo", 13) < text_width("WWW", 13)


def test_scales_of_a_case_without_events_are_those_of_its_lens(case: Case) -> None:
    """The strip then shows the years of the lens."""
    years, days = scales_of([], case).values()
    assert years[0] <= days[0] < days[1] <= years[1]


@pytest.mark.parametrize(
    "words",
    [
        "第一次世界大战的爆发与结束",
        "การปฏิวัติสยามพุทธศักราชสองพันสี่ร้อยเจ็ดสิบห้า",
        "Donaudampfschifffahrtsgesellschaft",
        "ოქტომბრისრევოლუციისდღე",
    ],
)
@pytest.mark.parametrize("most", [20, 60, 120])
def test_what_has_no_spaces_is_broken_where_it_has_to_be(words: str, most: float) -> None:
    """No line is too wide, nothing is lost, and no line begins with the vowel of a letter before it."""
    lines = broken(words, 13, most)
    assert "".join(lines) == words
    assert all(text_width(line, 13) <= most for line in lines)
    assert not any(category(line[0]) == "Mn" for line in lines)


@pytest.mark.parametrize(("words", "least"), [("東京", 26), ("ｗ", 13), ("กา", 17), ("한국", 26)])
def test_letters_of_other_scripts_have_the_width_that_they_take(words: str, least: float) -> None:
    """A Chinese one is as wide as its line is high."""
    assert least <= text_width(words, 13) <= 1.3 * least


@pytest.mark.parametrize("width", [340, 900])
def test_quotes_and_signs_are_written_as_they_are(width: float) -> None:
    """Plotly would show the name that HTML has for a quote."""
    said = """The "Fox" & the 'hound' <1>"""
    event = replace(SMALL.events[0], title=said)
    lanes = tuple(replace(lane, title=said) for lane in SMALL.lanes)
    case = replace(SMALL, events=(event, *SMALL.events[1:]), lanes=lanes)
    figure = str(timeline(case, width=width).to_dict())
    assert "&quot;" not in figure
    assert "&#x27;" not in figure
    assert "&lt;1&gt;" in figure


@pytest.mark.parametrize("calendar", ["julian", "gregorian", None])
def test_weekdays_are_those_of_the_calendar_of_the_case(calendar: Calendar | None) -> None:
    """The bakery caught fire on a Sunday; the new calendar would have it on a Thursday."""
    figure = timeline(replace(SMALL, calendar=calendar), width=900)
    (day,) = [words.text for words in figure.layout.annotations if "<b>2</b>" in words.text]
    named = {"julian": "Sun", "gregorian": "Thu", None: ""}[calendar]
    assert day.partition("<br>")[0] == named


@pytest.mark.parametrize("width", [920, 1100, 1300])
def test_the_whole_chart_fits_the_window_of_a_small_laptop(width: int) -> None:
    """Of 1366 by 768 pixels JupyterLab leaves 640 down, and 920 or more across."""
    assert arrange(load(), width=width).height <= 640
