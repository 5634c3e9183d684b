"""What our charts share: colours, letters and strokes as Plotly's layout wants them, and their script."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from coupdata.views.html.document import STATIC

FAMILY = "system-ui, 'Segoe UI', 'Noto Sans', 'Helvetica Neue', Arial, sans-serif"

PLOTLY = STATIC / "plotly_basic.js"
"""Plotly's program, as small as it draws our charts: a script that makes `Plotly`."""

CONFIG = {"responsive": True, "displayModeBar": False, "doubleClick": False}
"""How a chart behaves that a page works with: no tools of Plotly's, and as wide as its place."""

_BELOW = {"yref": "y", "line": {"width": 0}, "layer": "below"}


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of paper, letters and lines."""

    paper: str
    ink: str
    quiet: str
    line: str
    band: str


THEMES = {
    "light": Theme("#ffffff", "#1b1b1b", "#595959", "rgba(128,128,128,0.35)", "rgba(128,128,128,0.10)"),
    "dark": Theme("#111111", "#eeeeee", "#b0b0b0", "rgba(128,128,128,0.45)", "rgba(128,128,128,0.12)"),
    "page": Theme("rgba(0,0,0,0)", "#767676", "#767676", "rgba(128,128,128,0.38)", "rgba(128,128,128,0.12)"),
}
"""For light paper, for dark paper, and for a page that colours paper and letters itself."""


def canvas(theme: Theme, height: float, margin: tuple[int, int]) -> dict[str, Any]:
    """Return a layout without axes, tools or movement, pixels running down; margin: left, right (pixels)."""
    return {
        "height": height,
        "margin": {"l": margin[0], "r": margin[1], "t": 0, "b": 0},
        "paper_bgcolor": theme.paper,
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FAMILY, "size": 13, "color": theme.ink},
        "yaxis": {"visible": False, "fixedrange": True, "range": [height, 0]},
        "barmode": "overlay",
        "dragmode": False,
        "hovermode": "closest",
        "showlegend": False,
    }


def axis(first: float, last: float, **more: Any) -> dict[str, Any]:
    """Return a horizontal axis that only scales."""
    return {"visible": False, "fixedrange": True, "anchor": "y", "range": [first, last], **more}


def text(words: str, x: float, y: float, **more: Any) -> dict[str, Any]:
    """Return words that stand at a point, by Plotly's rules for annotations."""
    return {"text": words, "x": x, "y": y, "yref": "y", "showarrow": False, "yanchor": "middle", **more}


def written(words: str) -> str:
    """Return words as Plotly is to write them: of HTML's names of characters it knows none for a quote."""
    return escape(words, quote=False)


def rectangle(xref: str, x0: float, x1: float, y0: float, y1: float, colour: str) -> dict[str, Any]:
    """Return a filled rectangle below the marks."""
    box = {"type": "rect", "xref": xref, "x0": x0, "x1": x1, "y0": y0, "y1": y1}
    return {**box, **_BELOW, "fillcolor": colour}


def area(path: str, colour: str) -> dict[str, Any]:
    """Return a filled path below the marks; across it counts from 0 to 1, down in pixels."""
    return {"type": "path", "path": path, "xref": "paper", **_BELOW, "fillcolor": colour}


def line(
    xref: str, start: tuple[float, float], end: tuple[float, float], colour: str, width: float = 1
) -> dict[str, Any]:
    """Return a line below the marks."""
    ends = {"type": "line", "xref": xref, "x0": start[0], "y0": start[1], "x1": end[0], "y1": end[1]}
    return {**ends, **_BELOW, "line": {"width": width, "color": colour}}


def charts_script(charts: Mapping[str, object]) -> str:
    """Return, as HTML, all that draws charts on a page, by the names that their places there have."""
    data = json.dumps(charts, separators=(",", ":")).replace("<", "\\u003c")
    script = (STATIC / "page_charts.js").read_text(encoding="utf-8")
    return (
        f'<script type="application/json" id="charts">{data}</script>'
        f"<script>{PLOTLY.read_text(encoding='utf-8')}</script>"
        f'<script type="module">{script}</script>'
    )
