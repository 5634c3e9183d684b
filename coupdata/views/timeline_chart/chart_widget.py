"""A Plotly figure as a widget, sent to the page whole, without its program.

Python uses names that Plotly does not promise here alone; test_chart_widget.py says what breaks when they
change.
"""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import traitlets

from coupdata.views.html.document import STATIC
from coupdata.views.html.shared_script import SharedScript, shared_script, sharing
from coupdata.views.timeline_chart.plotly_parts import CONFIG


class ChartWidget(go.FigureWidget):  # type: ignore[misc]
    """A figure without Plotly's tools.

    The page hears of it when it is complete, in one message. Plotly's own widget announces itself empty and
    sends what it shows afterwards, and a page that is busy may show it empty. It also sends its program with
    every figure; ours share one.
    """

    _esm = (STATIC / "chart.js").read_text(encoding="utf-8")

    shared_script = sharing()

    def __init__(self, traces: list[Any], layout: dict[str, Any]) -> None:
        self._complete = False
        super().__init__(traces, layout)
        self._config = CONFIG
        self.add_class("coup-chart")
        self._complete = True
        self.open()

    @traitlets.default("shared_script")
    def _plotly(self) -> SharedScript:
        return shared_script(str(go.FigureWidget._esm))

    def open(self) -> None:
        """Tell the page of the figure, once it is complete."""
        if self._complete:
            super().open()

    def get_state(self, key: Any = None, drop_defaults: bool = False) -> dict[str, Any]:
        """Return what a page that is loaded again asks for, with the traces as they are now.

        Plotly's own widget gives them as they were at the beginning.
        """
        state: dict[str, Any] = super().get_state(key, drop_defaults)
        return state | {"_widget_data": list(self._data)} if "_widget_data" in state else state
