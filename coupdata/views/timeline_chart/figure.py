"""The timeline as a Plotly figure: a case in, a picture out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from coupdata.i18n import _
from coupdata.loading.case_folder import load
from coupdata.model import Case
from coupdata.problems.errors import CallError
from coupdata.problems.plain_calls import plain_call
from coupdata.views.timeline_chart.traces import ThemeName, drawn, traces

_WIDEST = 20_000  # pixels


@plain_call
def timeline(
    case: Case | None = None,
    *,
    width: float = 900,
    context: bool = False,
    theme: ThemeName = "light",
    hidden: Collection[str] = (),
) -> go.Figure:
    """Return the timeline of a case.

    Args:
        case: What to draw; by default the case that comes with the package.
        width: Pixels for which the labels are packed; the picture may be shown at this width or wider. Below
            600 it is another picture, in which time runs down.
        context: Whether events from beyond the source are drawn too.
        theme: Colours for a light or a dark background, or "page" for none: the page then colours letters.
        hidden: The ids of events that are left out, such as those of which a question asks when they were.
    """
    case = case or load()
    if not 0 < width <= _WIDEST:
        said = _("timeline(): width has to be from 1 to {most} pixels, not {width}")
        raise CallError(said.format(most=_WIDEST, width=width))
    for id in hidden:
        case.event(id)
    places, layout = drawn(case, width=width, context=context, theme=theme, hidden=hidden)
    return figure(traces(case, places), layout)


def figure(traces: Sequence[Mapping[str, Any]], layout: Mapping[str, Any]) -> go.Figure:
    """Return traces and their layout as a figure for Python."""
    return go.Figure(list(traces), {**layout, "template": "none"})
