"""The chart of an explorer, for one width: what is drawn, and what a choice and filters change on it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from coupdata.model import Case
from coupdata.views.event_explorer.hidden import NOTHING, Hidden
from coupdata.views.html.text_width import text_width
from coupdata.views.timeline_chart.layout import AXES, FONT, Panel, PlacedMark
from coupdata.views.timeline_chart.selection import Across, Overlay, overlay_traces, overlays
from coupdata.views.timeline_chart.traces import WIDTHS, Trace, drawn, label_text, traces

FADING = {"marker.opacity": (1, 0.15), "textfont.color": ("rgba(118,118,118,1)", "rgba(118,118,118,0.15)")}
"""What filters change of a mark or a label: as it is where its event fits, and where it does not."""

FADED, CHOSEN = (0, 1, 2, 3, 4, 5), (2, 5, 6, 7, 8)
"""Numbers of the traces with marks, and of those with labels (the third of each panel), ring and arcs."""

Restyling = dict[str, Any]
"""Numbers of ``traces``, and as ``changes`` new values of properties by their names: for each trace one."""


@dataclass(frozen=True)
class ExplorerChart:
    """A chart that is arranged for a width; `arrange_chart` makes it."""

    case: Case
    width: int
    """Pixels: one of `WIDTHS`."""
    places: tuple[PlacedMark, ...]
    layout: dict[str, Any]
    words: bool
    """Whether marks have labels, and a pointer meets them."""
    hidden: Hidden
    """What is not drawn."""

    @cached_property
    def traces(self) -> list[Trace]:
        """Bars, symbols and labels of each panel, then ring and arcs, with nothing chosen."""
        return [*traces(self.case, self.places), *overlay_traces()]

    @cached_property
    def hits(self) -> list[dict[str, Any]]:
        """Where a pointer meets an event."""
        return [_hit(place) for place in self.places] if self.words else []

    def choice(self, selected: str) -> Restyling:
        """Return what labels, ring and arcs, `CHOSEN`, are with this event chosen; empty for none."""
        points = [self._labels(panel, selected) for panel in AXES]
        links = [link for link in self.case.links if not self.hidden.hides(link)]
        points += overlays(self.case, self.places, self._across, selected, links)
        changes = {name: [list(getattr(each, name)) for each in points] for name in ("x", "y", "text")}
        return {"traces": CHOSEN, "changes": changes}

    def fading(self, left_out: Collection[str]) -> Restyling:
        """Return how strong marks and labels, `FADED`, are where filters leave out these events."""
        changes = {
            name: [[pair[id in left_out] for id in self.traces[number]["customdata"]] for number in FADED]
            for name, pair in FADING.items()
        }
        return {"traces": FADED, "changes": changes}

    def down(self, event: str) -> float:
        """Return where the mark of an event is, in pixels from the chart's top."""
        return next((place.y for place in reversed(self.places) if place.mark.event.id == event), 0.0)

    @cached_property
    def _across(self) -> Across:
        scales = (("years", "xaxis"), ("days", "xaxis2"))
        return Across({panel: tuple(self.layout[axis]["range"]) for panel, axis in scales})

    def _labels(self, panel: Panel, selected: str) -> Overlay:
        places = [place for place in self.places if place.panel == panel]
        texts = [
            label_text(place, chosen=place.mark.event.id == selected) if self.words else ""
            for place in places
        ]
        return Overlay(tuple(p.label_x for p in places), tuple(p.label_y for p in places), tuple(texts))


def arrange_chart(
    case: Case, width: int, *, context: bool = False, words: bool = True, hidden: Hidden = NOTHING
) -> ExplorerChart:
    """Return the chart of a case for a width in pixels; without words, marks have no titles."""
    places, layout = drawn(case, width=width, context=context, hidden=hidden.events)
    layout |= {"meta": width, "autosize": True}
    return ExplorerChart(case, width, tuple(places), layout, words, hidden)


def fitting_width(room: float) -> int:
    """Return for which width a chart is arranged that has so many pixels."""
    return max(width for width in WIDTHS if width <= max(room, WIDTHS[0]))


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
