"""A Plotly figure as a widget, sent to the page whole."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go


class ChartWidget(go.FigureWidget):  # type: ignore[misc]
    """A figure without Plotly's tools.

    The page hears of it when it is complete, in one message. Plotly's own widget announces itself empty and
    sends what it shows afterwards, and a page that is busy may show it empty.
    """

    def __init__(self, traces: list[Any], layout: dict[str, Any], css_class: str) -> None:
        self._complete = False
        super().__init__(traces, layout)
        self._config = {"responsive": True, "displayModeBar": False, "doubleClick": False}
        self.add_class(css_class)
        self._complete = True
        self.open()

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
