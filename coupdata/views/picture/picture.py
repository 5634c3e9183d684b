"""Pictures that are drawn in pixels, and the Plotly figures that show them."""

from __future__ import annotations

from typing import Any, Protocol

import plotly.graph_objects as go

from coupdata.views.picture.strokes import Target, box_targets, line_targets


class Picture(Protocol):
    """Something drawn: what is seen, and what a pointer can meet."""

    def layout(self) -> dict[str, Any]:
        """Return everything that is seen, as a layout of Plotly's."""

    def boxes(self) -> list[Target]:
        """Return what can be chosen."""

    def lines(self) -> list[Target]:
        """Return what stands for events."""


def figure_of(picture: Picture) -> go.Figure:
    """Return a figure of two traces, the boxes and the lines, under all that is seen."""
    return go.Figure([box_targets(picture.boxes()), line_targets(picture.lines())], picture.layout())
