"""Shapes and pointer targets of pictures that are drawn in pixels, as Plotly wants them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import hypot
from textwrap import wrap
from typing import Any, NamedTuple

import plotly.graph_objects as go

from coupdata.views.picture.box import Box, Point

GREY = "#767676"
"""As far from white as from JupyterLab's dark: for lines of no side."""

_INVISIBLE = "rgba(0,0,0,0)"


class Target(NamedTuple):
    """Something that a pointer can meet."""

    at: Any
    """A box, or the points of a line."""
    ids: tuple[str, ...]
    """What a click there means; of several, one after the other."""
    lines: tuple[str, ...]
    """What is said when a pointer rests there."""


def box_targets(targets: Sequence[Target]) -> go.Bar:
    """Return boxes without a look of their own, for the pointer alone."""
    return go.Bar(
        orientation="h",
        base=[target.at.left for target in targets],
        x=[target.at.right - target.at.left for target in targets],
        y=[target.at.middle for target in targets],
        width=[target.at.bottom - target.at.top for target in targets],
        customdata=[" ".join(target.ids) for target in targets],
        hovertext=[_said(target) for target in targets],
        hoverinfo="text",
        marker={"color": _INVISIBLE},
    )


def line_targets(targets: Sequence[Target]) -> go.Scatter:
    """Return points on lines, without a look of their own, for the pointer alone."""
    said = [_said(target) for target in targets]
    return go.Scatter(
        mode="markers",
        x=[point[0] for target in targets for point in target.at],
        y=[point[1] for target in targets for point in target.at],
        customdata=[" ".join(target.ids) for target in targets for _ in target.at],
        hovertext=[words for target, words in zip(targets, said, strict=True) for _ in target.at],
        hoverinfo="text",
        marker={"color": _INVISIBLE, "size": 12},
    )


def _said(target: Target) -> str:
    return "<br>".join(escape(row) for line in target.lines for row in wrap(line, 56))


def path(drawn: str, **more: Any) -> dict[str, Any]:
    """Return a shape below the traces, from a path as SVG has it."""
    return {"type": "path", "path": drawn, "xref": "x", "yref": "y", "layer": "below", **more}


def circle(middle: Point, reach: float, **more: Any) -> dict[str, Any]:
    """Return a circle below the traces."""
    x, y = middle
    ends = {"x0": x - reach, "x1": x + reach, "y0": y - reach, "y1": y + reach}
    return {"type": "circle", "xref": "x", "yref": "y", "layer": "below", **ends, **more}


def stroke(width: float, share: float = 1) -> dict[str, Any]:
    """Return the look of a line of no side, with some opacity from 0 to 1."""
    return {"width": width, "color": faded(GREY, share)}


def lines_through(points: Sequence[Point], *, closed: bool = False) -> str:
    """Return the path of straight lines through some points."""
    return "M" + " L".join(map(at, points)) + (" Z" if closed else "")


def arrow_head(foot: Point, tip: Point) -> str:
    """Return the path of a head that is about as wide as it is long."""
    (x0, y0), (x1, y1) = foot, tip
    across, down = (x1 - x0) * 0.55, (y1 - y0) * 0.55
    return lines_through([(x0 - down, y0 + across), tip, (x0 + down, y0 - across)], closed=True)


def foot_of(before: Point, tip: Point, length: float) -> Point:
    """Return where a head of this length begins, on a line that comes from some point."""
    (x0, y0), (x1, y1) = before, tip
    share = length / (hypot(x1 - x0, y1 - y0) or 1)
    return x1 - (x1 - x0) * share, y1 - (y1 - y0) * share


def rounded_box(box: Box, radius: float) -> str:
    """Return the path of a rectangle with round corners."""
    left, right, top, bottom, r = box.left, box.right, box.top, box.bottom, radius
    corners = [(left, top, r, 0), (right, top, 0, r), (right, bottom, -r, 0), (left, bottom, 0, -r)]
    drawn = [f"M{at((left, top + r))}"]
    for x, y, across, down in corners:
        before = (x - down, y + across) if across else (x - down, y)
        after = (x + across, y) if across else (x, y + down)
        drawn.append(f"L{at(before)} Q{at((x, y))} {at(after)}")
    return " ".join(drawn) + " Z"


def at(point: Point) -> str:
    """Return a point as a path has it."""
    return f"{point[0]:.1f},{point[1]:.1f}"


def faded(colour: str, share: float) -> str:
    """Return a colour such as "#0072B2" with some opacity, from 0 to 1."""
    red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share:g})"
