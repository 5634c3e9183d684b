"""A chart as a widget: Plotly draws it in the page, and Python does without."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets

from coupdata.views.html.document import STATIC
from coupdata.views.html.page_widget import Scripted, script
from coupdata.views.timeline_chart.plotly_parts import CONFIG, PLOTLY


class ChartWidget(Scripted):
    """Traces and their layout as Plotly has them, and what a choice and filters change on them.

    All charts of a page share Plotly's program, and a change goes to the page without the rest.
    """

    _script = PLOTLY.read_text(encoding="utf-8") + script(STATIC / "chart.js", style="")

    figure = traitlets.Dict().tag(sync=True)
    """What is drawn at first: ``data``, ``layout`` and ``config``."""
    choice = traitlets.Dict().tag(sync=True)
    """What a choice changes: numbers of ``traces``, and as ``changes`` new values by properties' names."""
    fading = traitlets.Dict().tag(sync=True)
    """What filters change, likewise."""

    def __init__(
        self,
        traces: Sequence[Mapping[str, Any]],
        layout: Mapping[str, Any],
        *,
        choice: Mapping[str, Any],
        fading: Mapping[str, Any],
    ) -> None:
        figure = {"data": list(traces), "layout": layout, "config": CONFIG}
        super().__init__(figure=figure, choice=choice, fading=fading)
        self.add_class("coup-chart")
