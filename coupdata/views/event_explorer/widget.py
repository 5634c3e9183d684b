"""The timeline to explore: filters, steps, chart, list and card, all showing the same choice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ipywidgets
import traitlets

from coupdata.i18n import _
from coupdata.loading.case_folder import load
from coupdata.model import Case, Event
from coupdata.problems.plain_calls import plain_call
from coupdata.views.event_explorer.card import Card
from coupdata.views.html.document import STATIC, style
from coupdata.views.html.element import Element, element
from coupdata.views.html.page_widget import Rerunnable, Scripted, script
from coupdata.views.html.palette import event_side, side_style
from coupdata.views.html.plain_traits import ChoiceError, ChosenRecords, ExplorerChoice
from coupdata.views.html.saved_style import saved_style
from coupdata.views.html.text_width import text_width
from coupdata.views.reading_text.widget import shown_readings
from coupdata.views.timeline_chart.chart_widget import ChartWidget
from coupdata.views.timeline_chart.figure import (
    WIDTHS,
    check_number,
    drawn,
    label_text,
    timeline_name,
    traces,
)
from coupdata.views.timeline_chart.layout import AXES, FONT, Panel, PlacedMark
from coupdata.views.timeline_chart.selection import Across, Overlay, overlay_traces, overlays

_HERE = Path(__file__).parent

_DIMMED = 0.15

_MARKS, _CHOSEN = (0, 1, 2, 3, 4, 5), (2, 5, 6, 7, 8)
"""Numbers of the traces with marks, and of those with labels (the third of each panel), ring and arcs."""

_Change = tuple[dict[str, list[Any]], tuple[int, ...]]
"""New values of properties, for each of some traces one, and the numbers of these traces.

No trace is left out of any property: plotly.py would lose in the page what it had.
"""


@plain_call
def explorer(case: Case | None = None, *, context: bool = False, words: bool = True) -> Explorer:
    """Return the explorer of a case; with context, of what lies beyond the source too.

    Without words it is the chart alone, and its marks have no titles: to look at before anything is read.

    Its state can be set and read: ``view.selected = "college-attack"``; ``view.actor``, ``view.theme`` and
    ``view.place`` dim every event that does not fit. Empty text means nothing chosen.
    """
    return Explorer(case or load(), context=context, words=words)


class Navigator(Scripted):
    """Filters, steps and the list of events; what is chosen in the page shows there at once."""

    _style = style(_HERE / "explorer.css")
    _esm = script(STATIC / "explorer.js", style=_style)

    name = traitlets.Unicode().tag(sync=True)
    """What the chart and the list are called."""
    events: traitlets.List[Any] = traitlets.List().tag(sync=True)
    filters: traitlets.List[Any] = traitlets.List().tag(sync=True)
    hits: traitlets.List[Any] = traitlets.List().tag(sync=True)
    """Where a pointer meets an event on the chart."""
    width = traitlets.Int(0).tag(sync=True)
    """Pixels that the page has for the chart; 0 until it says so."""
    selected = traitlets.Unicode("").tag(sync=True)
    actor = traitlets.Unicode("").tag(sync=True)
    theme = traitlets.Unicode("").tag(sync=True)
    place = traitlets.Unicode("").tag(sync=True)


class Explorer(ExplorerChoice, ChosenRecords, Rerunnable, ipywidgets.VBox):  # type: ignore[misc]
    """The widget that `explorer` returns."""

    def __init__(self, case: Case, *, context: bool = False, words: bool = True) -> None:
        self.case = case
        self._context = context
        self._words = words
        self._events = [event for event in case.events if context or event.scope != "context"]
        check_number(self._events)
        self._places: list[PlacedMark] = []
        self._across = Across({})
        self._ids: list[Any] = []  # of the events of each trace
        self.figure: ChartWidget | None = None
        """The chart; None until a page shows the explorer and says how wide it is."""
        self._navigator = Navigator(
            name=timeline_name(case),
            events=[_row(case, event) for event in self._events if words],
            filters=_filters(case, self._events),
        )
        self._card = Card(case, context=context)
        super().__init__([self._navigator, self._card])
        self.add_class("coup-explorer")
        if not words:
            self.add_class("coup-wordless")
        for name in ("selected", "actor", "theme", "place"):
            traitlets.link((self, name), (self._navigator, name))
        traitlets.link((self, "selected"), (self._card, "selected"))
        self._navigator.observe(self._arrange, "width")
        self.observe(self._choose, "selected")
        self.observe(lambda _: self._draw(self._filter), ["actor", "theme", "place"])

    def checked(self, kind: str, id: str) -> str:
        """Return the id of a record that the explorer shows; else raise a `ChoiceError`."""
        if super().checked(kind, id) and kind == "event" and self.case.event(id) not in self._events:
            raise ChoiceError(f"'{id}' is beyond the source; explorer(case, context=True) shows it")
        return id

    @property
    def dimmed(self) -> frozenset[str]:
        """The ids of the events that the filters leave out."""
        return frozenset(
            event.id
            for event in self._events
            if (self.actor and self.actor not in event.involved)
            or (self.theme and self.theme not in event.themes)
            or (self.place and self.place not in self.case.around(event.place))
        )

    def down(self, event: str) -> float:
        """Return where the mark of an event is, in pixels from the chart's top; 0 while there is none."""
        return next((place.y for place in reversed(self._places) if place.mark.event.id == event), 0.0)

    def _arrange(self, _: traitlets.Bunch) -> None:
        """Draw the chart for the width of the page, if that asks for another arrangement."""
        width = max(width for width in WIDTHS if width <= max(self._navigator.width, WIDTHS[0]))
        if self.figure is not None and self.figure.layout.meta == width:
            return
        places, layout = drawn(self.case, width=width, context=self._context)
        self._places = list(places)
        self._across = Across(
            {"years": tuple(layout["xaxis"]["range"]), "days": tuple(layout["xaxis2"]["range"])}
        )
        chart = [*traces(self.case, self._places), *overlay_traces()]
        self._ids = [trace.customdata for trace in chart]
        for changes, numbers in (self._filter(), self._choice()):
            for name, values in changes.items():
                for number, value in zip(numbers, values, strict=True):
                    chart[number][name] = value
        layout |= {"meta": width, "autosize": True}
        old, self.figure = self.figure, ChartWidget(chart, layout)
        self._navigator.hits = [_hit(place) for place in self._places] if self._words else []
        # last, so that the views before it stay as they are, and with them the focus
        self.children = [self._navigator, self._card, self.figure]
        if old is not None:
            old.close()

    def _choose(self, _: traitlets.Bunch) -> None:
        self._draw(self._choice)
        cites = list(self.case.event(self.selected).cites) if self.selected else []
        for view in shown_readings(self.case):
            view.lit = cites

    def _draw(self, change: Callable[[], _Change]) -> None:
        if self.figure is not None:
            self.figure.plotly_restyle(*change())

    def _choice(self) -> _Change:
        """What a choice changes: labels, ring and arcs."""
        points = [self._labels(panel) for panel in AXES]
        points += overlays(self.case, self._places, self._across, self.selected)
        return {name: [getattr(each, name) for each in points] for name in ("x", "y", "text")}, _CHOSEN

    def _labels(self, panel: Panel) -> Overlay:
        places = [place for place in self._places if place.panel == panel]
        texts = [
            label_text(place, chosen=place.mark.event.id == self.selected) if self._words else ""
            for place in places
        ]
        return Overlay(tuple(p.label_x for p in places), tuple(p.label_y for p in places), tuple(texts))

    def _filter(self) -> _Change:
        """What a filter changes: how strong marks and labels are."""
        dimmed = self.dimmed
        shares = [[_DIMMED if id in dimmed else 1 for id in self._ids[number]] for number in _MARKS]
        colours = [[f"rgba(118,118,118,{share})" for share in each] for each in shares]
        return {"marker.opacity": shares, "textfont.color": colours}, _MARKS

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        if not self._words:
            return data, metadata
        html = f"{saved_style(Navigator._style)}{_in_words(self.case, self._events).html()}"
        return {**data, "text/html": html}, metadata


def _row(case: Case, event: Event) -> dict[str, Any]:
    """What the page needs of an event: a row of the list, and what filters ask for."""
    style = side_style(case, event_side(case, event))
    return {
        "id": event.id,
        "title": event.title,
        "when": _short(case, event),
        "glyph": style.glyph,
        "colour": style.colour,
        "key": event.key,
        "actor": list(event.involved),
        "theme": list(event.themes),
        "place": list(case.around(event.place)),
    }


def _short(case: Case, event: Event) -> str:
    """The date without the year in which the story mainly plays."""
    short = event.when.told.removesuffix(f" {case.lens[0].year}")
    return short if any(letter.isdigit() for letter in short) or " " in short else event.when.told


def _filters(case: Case, events: list[Event]) -> list[dict[str, Any]]:
    """The filters with the choices for which there are events."""
    actors = [(actor.id, actor.name) for actor in case.actors]
    themes = [(theme.id, theme.title) for theme in case.themes]
    places = [(place.id, place.name) for place in case.places]
    filters = (
        ("actor", _("Who"), actors, {id for event in events for id in event.involved}),
        ("theme", _("What"), themes, {id for event in events for id in event.themes}),
        ("place", _("Where"), places, {id for event in events for id in case.around(event.place)}),
    )
    return [
        {"name": name, "label": label, "choices": [[id, title] for id, title in choices if id in used]}
        for name, label, choices, used in filters
    ]


def _hit(place: PlacedMark) -> dict[str, Any]:
    """Where a pointer meets an event: its symbol, its bars and its label (days across, pixels down)."""
    size = text_width(place.label, FONT[place.panel], bold=True)
    return {
        "id": place.mark.event.id,
        "panel": place.panel,
        "y": place.y,
        "first": place.mark.first,
        "last": place.mark.last,
        "labelX": place.label_x,
        "labelY": place.label_y,
        "label": size if place.label_runs == "right" else -size,
    }


def _in_words(case: Case, events: list[Event]) -> Element:
    """The events as a plain list, for print and where no widget runs."""
    rows = [
        element("li", element("b", event.title), f" ({event.when.told}). {event.summary}") for event in events
    ]
    return element("section", element("h3", case.title), element("ol", *rows), class_="coup coup-event-list")
