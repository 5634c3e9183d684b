"""The timeline for a narrow page: time runs down, one event a row, a rail for each lane."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import Any

from coupdata.model import Case, in_scope
from coupdata.views.html.palette import key_of
from coupdata.views.html.text_width import broken
from coupdata.views.timeline_chart.layout import FONT, PlacedMark, scales_of, span_heading
from coupdata.views.timeline_chart.marks import marks
from coupdata.views.timeline_chart.plotly_parts import Theme, axis, canvas, line, text, written

NARROW = 600
"""Pixels: pages below this width get this picture."""

_MARGIN = 8
_RAILS, _LABELS = (10, 16), 82  # pixels across: the first rail and from one to the next; the labels
_ROW, _LINE, _DATE, _TITLE, _KEY = 24, 16, 26, 46, 18  # pixels down


def narrow(
    case: Case, theme: Theme, *, width: float, context: bool, hidden: Collection[str] = ()
) -> tuple[Sequence[PlacedMark], dict[str, Any]]:
    """Return the marks of a case in their places and the layout around them."""
    events = in_scope(case.events, context=context)
    rails = {lane.id: float(_RAILS[0] + number * _RAILS[1]) for number, lane in enumerate(case.lanes)}
    room = width - 2 * _MARGIN - _LABELS
    places: list[PlacedMark] = []
    shapes: list[dict[str, Any]] = []
    words: list[dict[str, Any]] = []
    y = 8.0
    for lane in case.lanes:
        words.append(_words(written(lane.title), _LABELS, y + 9, theme.quiet, 12))
        shapes.append(line("x", (rails[lane.id], y + 9), (_LABELS - 6, y + 9), theme.line))
        y += _KEY
    scales = scales_of(events, case)
    for panel, scale in scales.items():
        inside = marks(events, scale, scales["days"], case.order, inside=panel == "days")
        shown = [mark for mark in inside if mark.event.id not in hidden]
        y += _TITLE
        heading = "<br>".join(broken(span_heading(scale, panel), 13.5, room, bold=True))
        words.append(_words(f"<b>{heading}</b>", _LABELS, y - 16, theme.ink, 13.5))
        for (when, precision), group in groupby(
            shown, key=attrgetter("event.when.told", "event.when.precision")
        ):
            y += _DATE
            date = f"<i>{when}</i>" if precision == "undated" else written(when)
            words.append(_words(date, _LABELS, y - 9, theme.quiet, 12))
            for mark in group:
                lines = broken(mark.event.title, FONT["days"], room, bold=True)  # as it is while chosen
                row = _ROW + _LINE * (len(lines) - 1)
                here = replace(mark, x=rails[mark.event.lane], bars=())
                middle = y + row / 2
                places.append(PlacedMark(here, panel, middle, "\n".join(lines), _LABELS, middle, "right"))
                y += row
    for number, rail in enumerate(rails.values()):
        shapes.append(line("x", (rail, 17 + _KEY * number), (rail, y + 4), theme.line, 2))
    keys = key_of(case, events)
    words += [_words(key, 4, y + 28 + _KEY * number, theme.ink, 12) for number, key in enumerate(keys)]
    across = axis(0, width - 2 * _MARGIN)
    layout = canvas(theme, y + 28 + _KEY * len(keys), (_MARGIN, _MARGIN)) | {
        "xaxis": across,
        "xaxis2": across | {"overlaying": "x"},
        "shapes": shapes,
        "annotations": words,
    }
    return places, layout


def _words(words: str, x: float, y: float, colour: str, size: float) -> dict[str, Any]:
    font = {"size": size, "color": colour}
    # without Plotly's frame: words begin where the titles beside the marks do
    return text(words, x, y, xref="x", xanchor="left", align="left", font=font, borderpad=0, borderwidth=0)
