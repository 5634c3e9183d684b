"""The timeline to explore: filters, steps, chart, list and card, all showing the same choice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import ipywidgets
import plotly.graph_objects as go
import traitlets

from coupdata.model import Case, Event
from coupdata.views.arrangement import FONT, Place
from coupdata.views.card import Card
from coupdata.views.chart import drawn, label_text, traces
from coupdata.views.page import Element, element
from coupdata.views.page_widget import Rerunnable, script, style
from coupdata.views.palette import event_side, side_style
from coupdata.views.reading_view import shown_readings
from coupdata.views.selection import Across, overlay_traces, overlays
from coupdata.views.text_width import text_width

_HERE = Path(__file__).parent

_WIDTHS = (250, 310, 360, 600, 760, 920, 1100, 1300)
"""Pixels for which the chart is arranged anew."""

_DIMMED = 0.15


def explorer(case: Case, *, context: bool = False) -> Explorer:
    """Return the explorer of a case; with context, of what lies beyond the source too.

    Its state can be set and read: ``view.selected = "college-attack"``; ``view.actor``, ``view.theme`` and
    ``view.place`` dim every event that does not fit. Empty text means nothing chosen.
    """
    return Explorer(case, context=context)


class Navigator(anywidget.AnyWidget):
    """Filters, steps and the list of events; what is chosen in the page shows there at once."""

    _esm = script(_HERE / "explorer.js")
    _css = style(_HERE / "explorer.css")

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


class Explorer(Rerunnable, ipywidgets.VBox):  # type: ignore[misc]
    """The widget that `explorer` returns."""

    selected = traitlets.Unicode("")
    """The id of the chosen event; empty for none."""
    actor = traitlets.Unicode("")
    """The id of the actor whose events stand out; empty for all."""
    theme = traitlets.Unicode("")
    place = traitlets.Unicode("")

    def __init__(self, case: Case, *, context: bool = False) -> None:
        self.case = case
        self._context = context
        self._events = [event for event in case.events if context or event.scope != "context"]
        self._places: list[Place] = []
        self._across = Across({})
        self.figure: go.FigureWidget | None = None
        """The chart; None until a page shows the explorer and says how wide it is."""
        self._navigator = Navigator(
            name=f"Timeline: {case.title}",
            events=[_row(case, event) for event in self._events],
            filters=_filters(case, self._events),
        )
        self._card = Card(case)
        super().__init__([self._navigator, self._card])
        self.add_class("coup-explorer")
        for name in ("selected", "actor", "theme", "place"):
            traitlets.link((self, name), (self._navigator, name))
        traitlets.link((self, "selected"), (self._card, "selected"))
        self._navigator.observe(self._arrange, "width")
        self.observe(self._choose, "selected")
        self.observe(self._dim, ["actor", "theme", "place"])

    @traitlets.validate("selected")
    def _is_event(self, proposal: traitlets.Bunch) -> str:
        return self._known(proposal["value"], self.case.event)

    @traitlets.validate("actor")
    def _is_actor(self, proposal: traitlets.Bunch) -> str:
        return self._known(proposal["value"], self.case.actor)

    @traitlets.validate("place")
    def _is_place(self, proposal: traitlets.Bunch) -> str:
        return self._known(proposal["value"], self.case.place)

    @traitlets.validate("theme")
    def _is_theme(self, proposal: traitlets.Bunch) -> str:
        return self._known(proposal["value"], self.case.theme)

    def _known(self, id: str, find: Any) -> str:
        try:
            return id and str(find(id).id)
        except KeyError as error:
            raise traitlets.TraitError(str(error.args[0])) from None

    @property
    def dimmed(self) -> frozenset[str]:
        """The ids of the events that the filters leave out."""
        return frozenset(
            event.id
            for event in self._events
            if (self.actor and self.actor not in event.involved)
            or (self.theme and self.theme not in event.themes)
            or (self.place and self.place not in _places_of(self.case, event))
        )

    def _arrange(self, _: traitlets.Bunch) -> None:
        """Draw the chart for the width of the page, if that asks for another arrangement."""
        width = max(width for width in _WIDTHS if width <= max(self._navigator.width, _WIDTHS[0]))
        if self.figure is not None and self.figure.layout.meta == width:
            return
        places, layout = drawn(self.case, width=width, context=self._context)
        self._places = list(places)
        self._across = Across(
            {"years": tuple(layout["xaxis"]["range"]), "days": tuple(layout["xaxis2"]["range"])}
        )
        old, self.figure = (
            self.figure,
            go.FigureWidget(
                [*traces(self.case, self._places), *overlay_traces()],
                layout | {"meta": width, "autosize": True},
            ),
        )
        self.figure._config = {"responsive": True, "displayModeBar": False, "doubleClick": False}
        self.figure.add_class("coup-chart")
        with self.figure.batch_update():
            self._draw_filter(self.figure)
            self._draw_choice(self.figure)
        self._navigator.hits = [_hit(place) for place in self._places]
        # last, so that the views before it stay as they are, and with them the focus
        self.children = [self._navigator, self._card, self.figure]
        if old is not None:
            old.close()

    def _choose(self, _: traitlets.Bunch) -> None:
        if self.figure is not None:
            with self.figure.batch_update():
                self._draw_choice(self.figure)
        cites = list(self.case.event(self.selected).cites) if self.selected else []
        for view in shown_readings(self.case):
            view.lit = cites

    def _dim(self, _: traitlets.Bunch) -> None:
        if self.figure is not None:
            with self.figure.batch_update():
                self._draw_filter(self.figure)

    def _draw_choice(self, figure: go.FigureWidget) -> None:
        # Every trace of one batch gets the same properties: plotly.py loses those that only some of them get.
        drawn_over = overlays(self.case, self._places, self._across, self.selected)
        for trace, overlay in zip(figure.data[6:], drawn_over, strict=True):
            trace.update(x=overlay.x, y=overlay.y, text=overlay.text)
        for trace in (figure.data[2], figure.data[5]):
            texts = [label_text(self._place(id), chosen=id == self.selected) for id in trace.customdata]
            trace.update(x=trace.x, y=trace.y, text=texts)

    def _place(self, id: str) -> Place:
        return next(place for place in self._places if place.mark.event.id == id)

    def _draw_filter(self, figure: go.FigureWidget) -> None:
        dimmed = self.dimmed
        for trace in figure.data[:6]:
            shares = [_DIMMED if id in dimmed else 1 for id in trace.customdata]
            colours = [f"rgba(118,118,118,{share})" for share in shares]
            trace.update(marker={"opacity": shares}, textfont={"color": colours})

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)
        html = f"<style>{Navigator._css}</style>{_twin(self.case, self._events).html()}"
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
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
        "place": _places_of(case, event),
    }


def _short(case: Case, event: Event) -> str:
    """The date without the year in which the story mainly plays."""
    if event.when.precision == "undated":
        return "no day given"
    short = event.when.label.removesuffix(f" {case.lens[0].year}")
    return short if any(letter.isdigit() for letter in short) or " " in short else event.when.label


def _places_of(case: Case, event: Event) -> list[str]:
    """The place of an event and all that it lies within."""
    places = []
    place = event.place
    while place:
        places.append(place)
        place = case.place(place).within
    return places


def _filters(case: Case, events: list[Event]) -> list[dict[str, Any]]:
    """The filters with the choices for which there are events."""
    used = {
        "actor": {id for event in events for id in event.involved},
        "theme": {id for event in events for id in event.themes},
        "place": {id for event in events for id in _places_of(case, event)},
    }
    records: dict[str, list[tuple[str, str]]] = {
        "actor": [(actor.id, actor.name) for actor in case.actors],
        "theme": [(theme.id, theme.title) for theme in case.themes],
        "place": [(place.id, place.name) for place in case.places],
    }
    labels = {"actor": "Who", "theme": "What", "place": "Where"}
    return [
        {
            "name": name,
            "label": labels[name],
            "choices": [[id, title] for id, title in choices if id in used[name]],
        }
        for name, choices in records.items()
    ]


def _hit(place: Place) -> dict[str, Any]:
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


def _twin(case: Case, events: list[Event]) -> Element:
    """The events as a plain list, for print and where no widget runs."""
    rows = [
        element("li", element("b", event.title), f" ({event.when.label}). {event.summary}")
        for event in events
    ]
    return element("section", element("h3", case.title), element("ol", *rows), class_="coup coup-twin")
