"""What a choice adds to the timeline: a ring, and arcs from causes and to effects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from coupdata.i18n import _
from coupdata.model import Case, Link
from coupdata.views.timeline_chart.layout import AXES, PlacedMark
from coupdata.views.timeline_chart.plotly_parts import written

INK = "#767676"
_POINTS = 14  # of an arc
_SHORT = 0.93  # of its way: arrow heads stop before the mark
_MOST = 8  # arcs to one event; further ones stand on the card


@dataclass(frozen=True, slots=True)
class Overlay:
    """Points of one trace that is drawn over the marks, in days of the panel and pixels from the top."""

    x: tuple[float | None, ...] = ()
    y: tuple[float | None, ...] = ()
    text: tuple[str, ...] = ()


Arc = list[tuple[float | None, float | None, str]]
"""Points of a curve with their words, and a gap after them."""


def overlay_traces() -> list[dict[str, Any]]:
    """Return the empty traces of ring, arcs told and arcs claimed: what `overlays` fills."""

    def trace(**look: Any) -> dict[str, Any]:
        common = {"xaxis": AXES["days"], "hoverinfo": "skip", "showlegend": False, "cliponaxis": False}
        return {"type": "scatter", "x": [], "y": [], "text": [], **common, **look}

    sizes = ([0.0] * (_POINTS - 1) + [11.0, 0.0]) * _MOST
    head = {"symbol": "arrow", "angleref": "previous", "size": sizes, "color": INK, "line": {"width": 0}}
    words = {"textposition": "top center", "textfont": {"size": 11.5}}
    arcs = {"mode": "lines+markers+text", "marker": head, **words}
    ring = {"symbol": "circle-open", "size": 24, "color": INK, "line": {"width": 2.5}}
    return [
        trace(mode="markers", marker=ring),
        trace(**arcs, line={"width": 2, "color": INK}),
        trace(**arcs, line={"width": 2, "color": INK, "dash": "dot"}),
    ]


def overlays(
    case: Case,
    places: Sequence[PlacedMark],
    across: Across,
    selected: str,
    links: Iterable[Link] | None = None,
) -> tuple[Overlay, Overlay, Overlay]:
    """Return the ring around the chosen event, the arcs that are told and those that somebody claims.

    By default all links of the case are drawn.
    """
    where = {place.mark.event.id: (across.of(place), place.y, place.label_runs) for place in places}
    if selected not in where:
        return Overlay(), Overlay(), Overlay()
    x, y, _ = where[selected]
    of_case = case.links if links is None else links
    own = [link for link in of_case if selected in (link.cause, link.effect)]
    drawn = [link for link in own if link.cause in where and link.effect in where][:_MOST]
    told = [_arc(case, link, where, across) for link in drawn if link.by is None]
    claimed = [_arc(case, link, where, across) for link in drawn if link.by is not None]
    return Overlay((x,), (y,), ("",)), _joined(told), _joined(claimed)


@dataclass(frozen=True, slots=True)
class Across:
    """Turns a mark's day into a day of the panel: both panels have the same width on the page."""

    scales: dict[Any, tuple[float, float]]

    def of(self, place: PlacedMark) -> float:
        """Return where a mark stands, on the scale of the panel of days."""
        first, last = self.scales[place.panel]
        start, end = self.scales["days"]
        return start + (place.mark.x - first) / (last - first) * (end - start)

    @property
    def length(self) -> float:
        """The days that the panel shows."""
        first, last = self.scales["days"]
        return last - first


def _arc(case: Case, link: Link, where: Mapping[str, tuple[float, float, str]], across: Across) -> Arc:
    """A curve that bends away from the labels and ends in an arrow head."""
    (x0, y0, runs0), (x1, y1, runs1) = where[link.cause], where[link.effect]
    away = across.length * (0.025 + 0.00015 * abs(y1 - y0))
    left, right = min(x0, x1), max(x0, x1)
    first, last = across.scales["days"]  # a curve goes half as far out as it bends: so it stays on the chart
    if runs0 == runs1 == "left":
        bend = min(right + away, 2 * last - right)
    else:
        bend = max(left - away, 2 * first - left)
    steps = [number / (_POINTS - 1) * _SHORT for number in range(_POINTS)]
    xs = [(1 - t) ** 2 * x0 + 2 * t * (1 - t) * bend + t * t * x1 for t in steps]
    ys = [(1 - t) ** 2 * y0 + 2 * t * (1 - t) * (y0 + y1) / 2 + t * t * y1 for t in steps]
    words = [""] * _POINTS
    if link.by:
        words[_POINTS // 2] = written(_("claimed by {name}").format(name=case.actor(link.by).name))
    return [*zip(xs, ys, words, strict=True), (None, None, "")]


def _joined(arcs: Sequence[Arc]) -> Overlay:
    return Overlay(*zip(*chain.from_iterable(arcs), strict=True))
