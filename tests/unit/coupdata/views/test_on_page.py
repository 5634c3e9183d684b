"""What a page without a kernel gets: the same as the widgets show, short enough for thirty tablets."""

import gzip
import json
import re
from typing import Any

import pytest
from plotly.offline import get_plotlyjs_version

import coupdata
from coupdata.problems.errors import CallError, UnknownIdError
from coupdata.views import actors_view, explorer, map_view, reading, tour
from coupdata.views.event_explorer.hidden import NOTHING, Hidden, combined
from coupdata.views.event_explorer.widget import Explorer
from coupdata.views.on_page.explorer_values import explorer_chart, explorer_start
from coupdata.views.on_page.page_values import SCRIPT, PageValues, views_style
from coupdata.views.timeline_chart.plotly_parts import PLOTLY
from coupdata.views.timeline_chart.traces import WIDTHS

CASE = coupdata.load()
LINK = next(
    link for link in CASE.links if link.scope != "context" and "college" not in link.cause + link.effect
)
HIDDEN = combined(
    [Hidden({"college-attack": ("2.2",)}, {frozenset((LINK.cause, LINK.effect)): ("2.11",)})], CASE
)
NAMES = ("explorer", "tour", "reading", "actors", "map")

widths = pytest.mark.parametrize("width", [360, 920])
contexts = pytest.mark.parametrize("context", [False, True], ids=["told", "context"])


@pytest.fixture
def values() -> PageValues:
    """The values of the package's own case."""
    return PageValues(CASE)


def plain(value: Any) -> Any:
    """A value as it comes to a page."""
    return json.loads(json.dumps(value, allow_nan=False))


def shown(width: int, context: bool) -> Explorer:
    """An explorer on a page of this width."""
    view = explorer(CASE, context=context)
    view._navigator.width = width
    return view


def drawn(view: Explorer) -> Any:
    """The traces of a widget."""
    return plain([trace.to_plotly_json() for trace in view.figure.data])


def laid_out(view: Explorer) -> Any:
    """The layout of a widget, without what Python's Plotly adds to it."""
    return {k: v for k, v in plain(view.figure.to_dict()["layout"]).items() if k != "template"}


def restyled(traces: list[Any], changes: dict[str, list[Any]], numbers: list[int]) -> None:
    """Change traces as Plotly does in the page."""
    for name, new in changes.items():
        outer, _, inner = name.partition(".")
        for number, value in zip(numbers, new, strict=True):
            if inner:
                traces[number].setdefault(outer, {})[inner] = value
            else:
                traces[number][outer] = value


def faded(chart: dict[str, Any], left_out: frozenset[str]) -> dict[str, list[Any]]:
    """What a page makes of the two values of each property."""
    return {
        name: [
            [pair[id in left_out] for id in chart["traces"][number]["customdata"]]
            for number in chart["fading"]["traces"]
        ]
        for name, pair in chart["fading"]["values"].items()
    }


@contexts
def test_the_lists_and_cards_are_those_of_the_widget(context: bool) -> None:
    """Row by row, filter by filter, and for every event the card that it would show."""
    start = plain(explorer_start(CASE, context=context))
    view = explorer(CASE, context=context)
    for name in ("name", "events", "filters"):
        assert start[name] == getattr(view._navigator, name)
    assert list(start["cards"]) == ["", *(row["id"] for row in start["events"])]
    for id, page in start["cards"].items():
        view.selected = id
        assert page == view._card.page
    assert start["widths"] == list(WIDTHS)


@contexts
@widths
def test_every_choice_changes_the_chart_as_in_the_widget(width: int, context: bool) -> None:
    """Labels, ring and arcs, from one event to the next, and back to none."""
    chart = plain(explorer_chart(CASE, width, context=context))
    view = shown(width, context)
    assert chart["layout"] == laid_out(view)
    assert chart["hits"] == view._navigator.hits
    traces = chart["traces"]
    restyled(traces, faded(chart, frozenset()), chart["fading"]["traces"])
    for id in [*chart["choices"]["changes"], ""]:
        restyled(traces, chart["choices"]["changes"][id], chart["choices"]["traces"])
        view.selected = id
        assert traces == drawn(view)


def test_what_is_hidden_is_in_no_list_and_on_no_card(values: PageValues) -> None:
    """As in the widget; the line that says so is there twice, for when it is shown all the same."""
    start = plain(values.value("explorer", hidden=HIDDEN))
    view = explorer(CASE)
    view.hidden = HIDDEN
    assert {row["id"] for row in start["events"] if row["hidden"]} == HIDDEN.events.keys() != set()
    assert start["events"] == view._navigator.events
    for id, page in start["cards"].items():
        view.selected = id
        assert page == view._card.page
    assert start["note"] == view._navigator.note != ""
    view.show_hidden = True
    assert start["note_shown"] == view._navigator.note != start["note"]
    whole = values.value("explorer")
    assert (whole["note"], whole["note_shown"]) == ("", "")


@widths
def test_what_is_hidden_is_on_no_chart(values: PageValues, width: int) -> None:
    """As in the widget, with any event chosen; one that is hidden changes nothing."""
    chart = plain(values.value("explorer/chart", {"width": str(width)}, HIDDEN))
    view = shown(width, context=False)
    view.hidden = HIDDEN
    assert HIDDEN.events.keys().isdisjoint(hit["id"] for hit in chart["hits"])
    assert chart["layout"] == laid_out(view)
    assert chart["hits"] == view._navigator.hits
    traces, choices = chart["traces"], chart["choices"]
    restyled(traces, faded(chart, frozenset()), chart["fading"]["traces"])
    for id in [*HIDDEN.events, LINK.cause, LINK.effect]:
        restyled(traces, choices["changes"].get(id, choices["changes"][""]), choices["traces"])
        view.selected = id
        assert traces == drawn(view)


@widths
def test_filters_fade_the_same_marks_as_in_the_widget(width: int) -> None:
    """A filter, two, and none again."""
    view = shown(width, context=False)
    chart = plain(explorer_chart(CASE, width))
    traces = chart["traces"]
    restyled(traces, chart["choices"]["changes"][""], chart["choices"]["traces"])
    for wanted in ({"actor": "red-army"}, {"place": "tiflis"}, {"actor": "", "place": ""}):
        for name, id in wanted.items():
            setattr(view, name, id)
        restyled(traces, faded(chart, view.dimmed), chart["fading"]["traces"])
        assert traces == drawn(view)
    assert not view.dimmed


def test_every_view_has_the_page_of_its_widget(values: PageValues) -> None:
    """Tour, reading, actors and map."""
    pages = {name: plain(values.value(name)).get("page") for name in NAMES}
    assert pages["tour"] == tour(explorer(CASE)).page
    assert pages["reading"] == reading(CASE).page
    assert pages["actors"] == actors_view(CASE).page
    assert pages["map"] == map_view(CASE).page
    assert values.value("tour")["events"] == [stop.event for stop in CASE.tour]


def test_a_reading_may_be_some_of_its_sections(values: PageValues) -> None:
    """In the order in which they are asked for."""
    for ids in (["b"], ["f", "c"]):
        page = plain(values.value("reading", {"sections": ",".join(ids)})["page"])
        assert page == reading(CASE, ids).page


@pytest.mark.parametrize(("name", "chosen"), [("actors", "lenin"), ("map", "tiflis")])
def test_a_drawing_shows_what_is_chosen(values: PageValues, name: str, chosen: str) -> None:
    """As the widget draws it, in as many pixels."""
    view = {"actors": actors_view, "map": map_view}[name](CASE)
    view.width = 640
    setattr(view, view.chooses, chosen)
    view.selected = "college-attack"
    query = {"width": "640", "chosen": chosen, "selected": "college-attack"}
    assert values.value(f"{name}/drawing", query) == view.drawing
    assert values.value(f"{name}/drawing", {"width": "640"}) != view.drawing


def test_a_value_is_made_once(values: PageValues) -> None:
    """However many ask for it."""
    assert values.value("explorer/chart", {"width": "920"}) is values.value(
        "explorer/chart", {"width": "920"}
    )


def test_who_leaves_out_the_same_gets_the_same(values: PageValues) -> None:
    """Whoever asked first, in whatever order; what hides nothing is not made again for it."""
    events = {"college-attack": ("2.2",), "treaty-of-moscow": ("2.3",)}
    one, other = Hidden(events), Hidden(dict(reversed(events.items())))
    for name, query in (("explorer", {}), ("explorer/chart", {"width": "920"})):
        assert values.value(name, query, one) is values.value(name, query, other)
        for another in (NOTHING, Hidden({"college-attack": ("2.2",)})):
            assert values.value(name, query, one) != values.value(name, query, another)
    assert values.value("reading", {}, one) is values.value("reading")


@pytest.mark.parametrize(
    ("name", "query", "error"),
    [
        ("explorers", {}, UnknownIdError),
        ("explorer/chart", {}, UnknownIdError),
        ("explorer/chart", {"width": "921"}, UnknownIdError),
        ("reading", {"sections": "b,nothing"}, UnknownIdError),
        ("map/drawing", {}, CallError),
        ("map/drawing", {"width": "-5"}, CallError),
        ("map/drawing", {"width": "1e9"}, CallError),
        ("map/drawing", {"width": "640", "chosen": "lenin"}, UnknownIdError),
        ("actors/drawing", {"width": "640", "selected": "lenin"}, UnknownIdError),
    ],
)
def test_what_there_is_not_is_refused(
    values: PageValues, name: str, query: dict[str, str], error: type[Exception]
) -> None:
    """An address may be typed by hand."""
    with pytest.raises(error):
        values.value(name, query)


@pytest.mark.parametrize("width", WIDTHS)
def test_an_explorer_is_short(values: PageValues, width: int) -> None:
    """With every card and every choice it is less than a picture: steps ask for nothing more."""
    asked = [values.value("explorer"), values.value("explorer/chart", {"width": str(width)})]
    sent = sum(len(gzip.compress(json.dumps(value).encode())) for value in asked)
    assert sent < 40_000


def test_the_page_draws_with_the_plotly_that_python_has() -> None:
    """Of another version, it might draw another chart."""
    version = re.search(r"plotly\.js \(basic - minified\) v([\d.]+)", PLOTLY.read_text(encoding="utf-8"))
    assert version
    assert version[1] == get_plotlyjs_version()


def test_the_files_of_a_page_are_there() -> None:
    """The script brings no style sheet: the page links one for all views."""
    assert SCRIPT.parent == PLOTLY.parent
    assert "const STYLE" not in SCRIPT.read_text(encoding="utf-8")
    for look in (".coup-bar", ".coup-card", ".coup-tour", ".coup-reading", ".coup-drawing", "--coup-paper"):
        assert look in views_style()
