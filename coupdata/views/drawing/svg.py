"""SVG as elements: shapes, paths and words that are placed in pixels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import dist

from coupdata.i18n import _
from coupdata.model import Case
from coupdata.views.drawing.box import Box, Point, between
from coupdata.views.html.element import Element, Node, element
from coupdata.views.html.palette import side_style


def svg(name: str, width: float, height: float, parts: Iterable[Element]) -> Element:
    """Return a drawing, one image for a screen reader; on a page less wide it shrinks."""
    return element(
        "svg",
        *parts,
        role="img",
        aria_label=_("{name}. The list says the same in words.").format(name=name),
        viewBox=f"0 0 {_short(width)} {_short(height)}",
        width=_short(width),
        height=_short(height),
    )


def mark(says: Sequence[str], *parts: Element, **attributes: str) -> Element:
    """Return parts that a pointer meets as one, and what is said when it rests there, line by line."""
    return element("g", element("title", "\n".join(says)), *parts, **attributes)


def words(point: Point, size: float, *text: Node, **attributes: str) -> Element:
    """Return a line of words in letters of this size; it begins at a point, which is halfway up."""
    x, y = map(_short, point)
    return element("text", *text, x=x, y=y, font_size=f"{size:g}", **attributes)


def side_glyph(case: Case, side: str | None) -> Element:
    """Return the shape of a side in its colour, to stand among words."""
    style = side_style(case, side)
    return element("tspan", style.glyph, style=f"fill:{style.colour}")


def classes(*names: str) -> str:
    """Return the names for the style sheet, without the empty ones."""
    return " ".join(filter(None, names))


def rectangle(box: Box, **attributes: str) -> Element:
    """Return a rectangle."""
    return element("rect", **_placed(box), **attributes)


def window(box: Box, *parts: Element) -> Element:
    """Return parts that are seen only as far as they lie in a rectangle."""
    placed = _placed(box)
    return element("svg", *parts, **placed, viewBox=" ".join(placed.values()))


def circle(middle: Point, radius: float, **attributes: str) -> Element:
    """Return a circle."""
    x, y = map(_short, middle)
    return element("circle", cx=x, cy=y, r=_short(radius), **attributes)


def path(drawn: str, **attributes: str) -> Element:
    """Return a path."""
    return element("path", d=drawn, **attributes)


def line(drawn: str, width: float, **attributes: str) -> Element:
    """Return a line of this width."""
    return path(drawn, class_="line", stroke_width=f"{width:g}", **attributes)


def reach(drawn: str) -> Element:
    """Return what makes a line easier to meet for a pointer, and is not seen."""
    return path(drawn, class_="reach")


def arrow_head(foot: Point, tip: Point) -> Element:
    """Return a head that is about as wide as it is long."""
    (x0, y0), (x1, y1) = foot, tip
    across, down = (x1 - x0) * 0.55, (y1 - y0) * 0.55
    corners = [(x0 - down, y0 + across), tip, (x0 + down, y0 - across)]
    return path(lines_through(corners, closed=True), class_="head")


def foot_of(before: Point, tip: Point, length: float) -> Point:
    """Return where a head of this length begins, on a line that comes from some point."""
    return between(tip, before, length / (dist(before, tip) or 1))


def at(point: Point) -> str:
    """Return a point as a path has it."""
    return f"{_short(point[0])},{_short(point[1])}"


def lines_through(points: Sequence[Point], *, closed: bool = False) -> str:
    """Return the path of straight lines through some points."""
    return "M" + " L".join(map(at, points)) + (" Z" if closed else "")


def curve_along(points: Sequence[Point], *, closed: bool = False) -> str:
    """Return the path of a line or a polygon with its corners rounded off, as if drawn by hand."""
    if len(points) < 3:
        return lines_through(points)
    corners = [(round(x), round(y)) for x, y in points]
    following = [*corners[1:], corners[0]]
    middles = [((x + u) / 2, (y + v) / 2) for (x, y), (u, v) in zip(corners, following, strict=True)]
    if closed:
        start, bend, ends = middles[0], corners[1], [*middles[1:], middles[0]]
    else:
        start, bend, ends = corners[0], corners[1], [*middles[1:-2], corners[-1]]
    begin, first, *rest = (f"{x:g},{y:g}" for x, y in (start, *ends))
    # exact, for T mirrors each bend at the end of the one before
    return f"M{begin} Q{at(bend)} {first}" + "".join(f" T{end}" for end in rest)


def _placed(box: Box) -> dict[str, str]:
    """Return a rectangle as SVG's attributes."""
    values = (box.left, box.top, box.right - box.left, box.bottom - box.top)
    return dict(zip(("x", "y", "width", "height"), map(_short, values), strict=True))


def _short(value: float) -> str:
    """Return whole pixels: nobody sees less, and a drawing is saved with its notebook."""
    return f"{value:.0f}"
