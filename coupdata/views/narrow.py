"""The timeline for a narrow page: time runs down, one event a row, a rail for each lane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from itertools import groupby
from typing import Any

from coupdata.model import Case
from coupdata.views.arrangement import Place, scales_of, span_heading
from coupdata.views.drawing import Theme, axis, canvas, line, text
from coupdata.views.marks import Mark, marks
from coupdata.views.palette import key_of

NARROW = 600
"""Pixels: pages below this width get this picture."""

_MARGIN = 8
_RAILS, _LABELS = (10, 16), 82  # pixels across: the first rail and from one to the next; the labels
_ROW, _DATE, _TITLE, _KEY = 24, 26, 46, 18  # pixels down


def narrow(
    case: Case, theme: Theme, *, width: float, context: bool
) -> tuple[Sequence[Place], dict[str, Any]]:
    """Return the marks of a case in their places and the layout around them."""
    events = [event for event in case.events if context or event.scope != "context"]
    scales = scales_of(events, case)
    rails = {lane.id: float(_RAILS[0] + number * _RAILS[1]) for number, lane in enumerate(case.lanes)}
    places: list[Place] = []
    shapes: list[dict[str, Any]] = []
    words: list[dict[str, Any]] = []
    y = 8.0
    for lane in case.lanes:
        words.append(_words(escape(lane.title), _LABELS, y + 9, theme.quiet, 12))
        shapes.append(line("x", (rails[lane.id], y + 9), (_LABELS - 6, y + 9), theme.line))
        y += 18
    for panel, scale in scales.items():
        shown = marks(events, scale, scales["days"], inside=panel == "days")
        y += _TITLE
        words.append(_words(f"<b>{span_heading(scale, panel)}</b>", _LABELS, y - 14, theme.ink, 14))
        for label, group in groupby(shown, key=lambda mark: mark.event.when.label):
            y += _DATE
            words.append(
                _words(
                    "<i>no day given</i>" if label == "undated" else label, _LABELS, y - 9, theme.quiet, 12
                )
            )
            for mark in group:
                places.append(_place(mark, rails[mark.event.lane], y + _ROW / 2, panel))
                y += _ROW
    for number, lane in enumerate(case.lanes):
        shapes.append(line("x", (rails[lane.id], 17 + 18 * number), (rails[lane.id], y + 4), theme.line, 2))
    keys = key_of(case).split("\u2003")
    for number, key in enumerate(keys):
        words.append(_words(key, _RAILS[0] - 6, y + 28 + _KEY * number, theme.ink, 12))
    height = y + 28 + _KEY * len(keys)
    across = axis(0, width - 2 * _MARGIN)
    layout = canvas(theme, height, (_MARGIN, _MARGIN)) | {
        "xaxis": across,
        "xaxis2": across | {"overlaying": "x"},
        "shapes": shapes,
        "annotations": words,
    }
    return places, layout


def _place(mark: Mark, rail: float, y: float, panel: Any) -> Place:
    return Place(replace(mark, x=rail, bars=()), panel, y, mark.event.title, _LABELS - 12, y, "right")


def _words(words: str, x: float, y: float, colour: str, size: float) -> dict[str, Any]:
    return text(words, x, y, xref="x", xanchor="left", font={"size": size, "color": colour})
