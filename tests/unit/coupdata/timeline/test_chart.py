"""The timeline as a figure: what is drawn, how, and what it costs."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from itertools import combinations, pairwise
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupdata import Case
from coupdata.model import Chronology, When
from coupdata.model.edtf import read_when
from coupdata.problems.errors import CallError
from coupdata.views.event_explorer.widget import explorer
from coupdata.views.html.palette import NEUTRAL, side_style
from coupdata.views.html.text_width import text_width
from coupdata.views.timeline_chart.figure import timeline
from coupdata.views.timeline_chart.layout import FONT, MARGIN_LEFT, MARGIN_RIGHT, arrange
from coupdata.views.timeline_chart.narrow import NARROW
from coupdata.views.timeline_chart.plotly_parts import THEMES
from coupdata.views.timeline_chart.traces import drawn
from tests.cases import HOSTILE, SMALL, cases, event, hostile

WIDTHS = (280, 360, 460, 599, 600, 760, 1100, 1600)

contexts = pytest.mark.parametrize("context", [False, True], ids=["told", "context"])
widths = pytest.mark.parametrize("width", WIDTHS)


def shown(case: Case, context: bool) -> list[str]:
    """The ids of the events that a chart shows."""
    return sorted(event.id for event in case.events if context or event.scope != "context")


def scatters(figure: go.Figure, mode: str) -> list[go.Scatter]:
    """The traces of markers or of text, in the strip and in the panel."""
    return [trace for trace in figure.data if isinstance(trace, go.Scatter) and trace.mode == mode]


def symbols(figure: go.Figure) -> dict[str, tuple[str, str]]:
    """The symbol and the colour of every event, arrow heads left out."""
    return {
        id: (symbol, colour)
        for trace in scatters(figure, "markers")
        for id, symbol, colour in zip(trace.customdata, trace.marker.symbol, trace.marker.color, strict=True)
        if symbol != "triangle-right"
    }


def labels(figure: go.Figure) -> list[tuple[str, str]]:
    """The ids of events with their labels."""
    return [
        pair for trace in scatters(figure, "text") for pair in zip(trace.customdata, trace.text, strict=True)
    ]


def words(figure: go.Figure) -> Iterator[str]:
    """Every text of the figure that Plotly reads as markup."""
    yield from (label for _, label in labels(figure))
    yield from (annotation.text for annotation in figure.layout.annotations)


@contexts
@widths
def test_every_event_has_one_symbol_and_one_label(case: Case, width: int, context: bool) -> None:
    """At every width, in whichever of the two arrangements."""
    figure = timeline(case, width=width, context=context)
    assert sorted(symbols(figure)) == shown(case, context)
    assert sorted(id for id, _ in labels(figure)) == shown(case, context)


@pytest.mark.slow
@given(cases(), st.sampled_from(WIDTHS), st.booleans())
def test_every_event_of_any_case_has_one_symbol_and_one_label(case: Case, width: int, context: bool) -> None:
    """Whatever the dates."""
    figure = timeline(case, width=width, context=context)
    drawn_symbols = Counter(
        id
        for trace in scatters(figure, "markers")
        for id, symbol in zip(trace.customdata, trace.marker.symbol, strict=True)
        if symbol != "triangle-right"
    )
    assert drawn_symbols == dict.fromkeys(shown(case, context), 1)
    assert sorted(id for id, _ in labels(figure)) == shown(case, context)


@widths
def test_a_label_says_the_title(case: Case, width: int) -> None:
    """Key events stand out in bold, undated ones in italics."""
    for id, label in labels(timeline(case, width=width, context=True)):
        happened = case.event(id)
        plain = unescape(re.sub("<[^>]+>", "", label.replace("<br>", " "))).replace("\u00a0", "")
        assert re.sub(" +", " ", plain).strip().startswith(happened.title)
        assert ("<b>" in label) == happened.key
        assert ("<i>" in label) == (happened.when.precision == "undated")


def alone(when: When, width: float = 900) -> go.Figure:
    """The chart of one event of this time, in a case whose lens holds the first half of May 1920."""
    happened = event("it", when)
    day = read_when("1920-05-01/1920-05-15")
    assert day.start.earliest
    assert day.end.latest
    lens = (day.start.earliest, day.end.latest)
    return timeline(
        replace(SMALL, events=(happened,), links=(), order=Chronology([happened], []), lens=lens), width=width
    )


KINDS = [
    # when, whether the symbol is filled, the patterns of its bars, whether it ends in an arrow
    (read_when("1920-05-07"), True, [], False),
    (read_when("[1920-05-02..1920-05-03]", precision="night"), True, [""], False),
    (
        read_when(
            "1920-05", start=(read_when("1920-05-04").start.earliest, read_when("1920-05-09").start.earliest)
        ),
        False,
        ["/"],
        False,
    ),
    (read_when("1920-05"), False, ["/"], False),
    (read_when("1920"), False, ["/"], False),
    (read_when("1920-05-02/1920-05-06"), True, [""], False),
    (read_when("1920-05/1920-06-06"), False, ["/"], False),
    (read_when("1920-05-02/.."), True, [""], True),
    (read_when("1920-04/.."), False, ["/", ""], True),
    (read_when(), False, [], False),
]


@pytest.mark.parametrize(
    ("when", "filled", "patterns", "arrow"), KINDS, ids=[kind[0].edtf or "undated" for kind in KINDS]
)
def test_each_kind_of_date_is_drawn_in_a_form_of_its_own(
    when: When, filled: bool, patterns: list[str], arrow: bool
) -> None:
    """Filled what has a day, hatched what lies somewhere between, an arrow where no end is told."""
    figure = alone(when)
    ((symbol, _),) = symbols(figure).values()
    assert symbol.endswith("-open") != filled
    bars = [trace for trace in figure.data if isinstance(trace, go.Bar) and trace.x]
    assert [shape for trace in bars for shape in trace.marker.pattern.shape] == patterns
    rims = [width for trace in bars for width in trace.marker.line.width]
    assert rims == [1 if pattern else 0 for pattern in patterns]
    assert all(trace.marker.line.color == trace.marker.color for trace in bars)
    heads = [trace for trace in scatters(figure, "markers") if "triangle-right" in trace.marker.symbol]
    assert len(heads) == arrow


def test_a_night_is_drawn_thinner_than_a_span_and_a_window_thicker() -> None:
    """So that none of the three is taken for another."""
    night, span, window = (
        max(width for trace in alone(when).data if isinstance(trace, go.Bar) for width in trace.width or ())
        for when in (KINDS[1][0], KINDS[5][0], KINDS[3][0])
    )
    assert night < span < window


@contexts
@pytest.mark.parametrize("width", [w for w in WIDTHS if w >= NARROW])
def test_no_line_of_the_scale_crosses_what_has_no_day(case: Case, width: int, context: bool) -> None:
    """Events without a day are off the scale; a line through them would date them."""
    places, layout = drawn(case, width=width, context=context)
    lines = [shape for shape in layout["shapes"] if shape["type"] == "line"]
    assert lines
    undated = [place for place in places if place.mark.event.when.precision == "undated"]
    assert undated
    for place in undated:
        for line in lines:
            assert not line["y0"] - 7 < place.y < line["y1"] + 7
    for lane in arrange(case, width=width, context=context).lanes:
        if lane.panel == "days" and not lane.has_dates:
            assert not [line for line in lines if lane.top <= line["y0"] < lane.bottom]


@given(cases())
def test_what_is_known_to_come_later_stands_further_down_on_a_narrow_page(case: Case) -> None:
    """There time runs down, in the strip and in the panel."""
    places, _ = drawn(case, width=360, context=True)
    for panel in ("years", "days"):
        rows = [place for place in places if place.panel == panel]
        assert [place.y for place in rows] == sorted(place.y for place in rows)
        for above, below in combinations(rows, 2):
            assert not case.order.before(below.mark.event.id, above.mark.event.id)


@contexts
@pytest.mark.parametrize("width", [w for w in WIDTHS if w < NARROW])
def test_a_narrow_page_holds_every_line(case: Case, width: int, context: bool) -> None:
    """Rows do not touch, and no line runs over the edge, not even in bold while it is chosen."""
    places, layout = drawn(case, width=width, context=context)
    first, last = layout["xaxis"]["range"]
    for place in places:
        lines = place.label.split("\n")
        assert all(
            first <= place.label_x < place.label_x + text_width(line, FONT["days"], bold=True) <= last
            for line in lines
        )
    heights = [(place.y, 17 * len(place.label.split("\n"))) for place in places]
    for (above, high), (below, low) in pairwise(heights):
        assert above + high / 2 <= below - low / 2


def line_width(line: str, size: float) -> float:
    """The pixels of a line that is bold in part."""
    parts = re.split("(<b>.*?</b>)", line)
    return sum(
        text_width(unescape(re.sub("<[^>]+>", "", part)), size, bold=part.startswith("<b>")) for part in parts
    )


def box(annotation: dict[str, Any], layout: dict[str, Any], plot: float) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of words on the chart, in pixels."""
    first, last = {
        "paper": (0, 1),
        "x": layout["xaxis"]["range"],
        "x2": layout["xaxis2"]["range"],
    }[annotation["xref"]]
    x = (annotation["x"] - first) / (last - first) * plot + annotation.get("xshift", 0)
    size = annotation["font"]["size"]
    lines = annotation["text"].split("<br>")
    across = max(line_width(line, size) for line in lines)
    left = x - across * {"left": 0, "center": 0.5, "right": 1}[annotation.get("xanchor", "center")]
    half = 0.6 * size * len(lines)
    return left, annotation["y"] - half, left + across, annotation["y"] + half


@contexts
@pytest.mark.parametrize("width", [w for w in WIDTHS if w >= NARROW])
def test_no_words_of_the_scales_lie_on_each_other(case: Case, width: int, context: bool) -> None:
    """Years, days, lanes, heading and key stand apart."""
    _, layout = drawn(case, width=width, context=context)
    plot = width - MARGIN_LEFT - MARGIN_RIGHT
    boxes = [(annotation["text"], box(annotation, layout, plot)) for annotation in layout["annotations"]]
    for (one, a), (other, b) in combinations(boxes, 2):
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        assert apart, f"{one!r} and {other!r}"


@given(cases(), st.sampled_from([600, 760, 1100]))
def test_years_and_days_stand_apart_in_any_case(case: Case, width: int) -> None:
    """However many there are."""
    places, layout = drawn(case, width=width, context=True)
    assert places
    plot = width - MARGIN_LEFT - MARGIN_RIGHT
    for axis in ("x", "x2"):
        names = [box(a, layout, plot) for a in layout["annotations"] if a["xref"] == axis]
        assert names
        assert all(left[2] <= right[0] for left, right in pairwise(names))


def test_nothing_of_the_chart_can_be_moved_by_accident(case: Case) -> None:
    """No zoom, no drag, no legend, no box that hovers."""
    layout = timeline(case).layout
    assert layout.dragmode is False
    assert not layout.showlegend
    assert all(axis.fixedrange for axis in (layout.xaxis, layout.xaxis2, layout.yaxis))
    assert {trace.hoverinfo for trace in timeline(case).data} == {"none"}


@widths
def test_colour_and_shape_are_those_of_the_leading_actors_side(case: Case, width: int) -> None:
    """As the key says."""
    figure = timeline(case, width=width, context=True)
    told = " ".join(annotation.text for annotation in figure.layout.annotations)
    styles = {style.glyph: style for style in (*(side_style(case, side.id) for side in case.sides), NEUTRAL)}
    in_key = {glyph for glyph in styles if f"{glyph}</span>\u00a0" in told}
    drawn_pairs = {(symbol.removesuffix("-open"), colour) for symbol, colour in symbols(figure).values()}
    assert drawn_pairs == {(styles[glyph].symbol, styles[glyph].colour) for glyph in in_key}
    assert len(drawn_pairs) > 1


@pytest.mark.parametrize("name", ["light", "dark"])
@widths
def test_letters_and_paper_are_those_of_the_theme(case: Case, name: str, width: int) -> None:
    """Nothing is left to Plotly's own colours."""
    theme = THEMES[name]
    layout = timeline(case, width=width, theme=name).layout  # type: ignore[arg-type]
    assert (layout.paper_bgcolor, layout.font.color) == (theme.paper, theme.ink)
    letters = {annotation.font.color for annotation in layout.annotations} - {None}
    assert letters <= {theme.ink, theme.quiet}


@widths
def test_no_markup_in_data_becomes_markup(case: Case, width: int) -> None:
    """Titles of events, lanes and sides are text, whatever stands in them."""
    told = list(words(timeline(hostile(case), width=width, context=True)))
    tags = {tag for text in told for tag in re.findall(r"</?([a-z]+)", text)}
    assert tags <= {"b", "i", "br", "span"}
    plain = [unescape(re.sub("<[^>]+>", "", text)) for text in told]
    assert any(HOSTILE in text for text in plain)
    styles = {style for text in told for style in re.findall(r"<span([^>]*)>", text)}
    assert all(re.fullmatch(r' style="color:#[0-9A-F]{6}"', style) for style in styles)


def test_the_same_case_gives_the_same_figure(case: Case) -> None:
    """Building it changes nothing."""
    assert timeline(case, context=True) == timeline(case, context=True)


@pytest.mark.parametrize("show", [timeline, explorer])
def test_more_events_than_a_chart_can_show_are_said_at_once(show: Callable[..., object]) -> None:
    """In place of minutes in which nothing comes."""
    one = replace(SMALL.events[0], scope="article")
    with pytest.raises(CallError, match=r"at most 2,000 events, and there are 2,001"):
        show(replace(SMALL, events=(one,) * 2_001))
