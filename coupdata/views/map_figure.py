"""Where it happened and who moved where, as a Plotly figure: a case in, a picture out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from textwrap import wrap
from typing import Any, Literal

import plotly.graph_objects as go

from coupdata.model import Case
from coupdata.views.actors_arrangement import side_title
from coupdata.views.box import Box, Point, around
from coupdata.views.drawing import THEMES, Theme, axis, canvas, halo, rectangle, text
from coupdata.views.map_arrangement import NAME, SMALL, Frame, Move, arrange_map
from coupdata.views.outlines import read_outlines
from coupdata.views.palette import event_side, side_style
from coupdata.views.polygons import clipped, rounded, scaled, steps_along
from coupdata.views.text_width import broken

_GREY = "#767676"
_SEA = "rgba(70,130,160,0.16)"
_SOFT = (1.2, 1.13, 1.07, 1.0, 0.93, 0.86, 0.78)  # so large are the layers of an area, whose edge is soft
_DENSE = 0.035  # of a layer
_FAINT = 0.25
_STEPS = 16


def map_figure(
    case: Case,
    *,
    width: float = 900,
    context: bool = False,
    theme: Literal["light", "dark", "page"] = "light",
    place: str = "",
    selected: str = "",
) -> go.Figure:
    """Return the map of a case, drawn with the outlines that lie in its folder, if any.

    A place is a pin; one whose coordinates only stand for an area is soft, with its name in italics. An arrow
    is a movement, in the colour of the side that moves; it ends where it enters an area, because how far
    it went is not told.

    Args:
        case: What to draw.
        width: Pixels across; on a narrow page the panels stand one below the other.
        context: Whether events and places from beyond the source are drawn too.
        theme: Colours for a light or a dark background, or "page" for none: the page then colours letters.
        place: Id of a place that stands out.
        selected: Id of an event whose place and movement stand out.
    """
    picture = _Picture(case, THEMES[theme], width, context, place, selected)
    return go.Figure(picture.traces(), picture.layout())


class _Picture:
    def __init__(
        self, case: Case, theme: Theme, width: float, context: bool, place: str, selected: str
    ) -> None:
        self.case = case
        self.theme = theme
        self.arrangement = arrange_map(case, width=width, context=context)
        self.outlines = read_outlines(case).outlines
        event = case.event(selected) if selected else None
        self.lit = {id for id in (place, event.place if event else "") if id}
        self.selected = selected

    def traces(self) -> list[Any]:
        """Return what a pointer can meet, without a look of its own: names of places, and movements."""
        names = [(row.place, box) for mark in self.arrangement.marks for row, box in mark.row_boxes()]
        boxes = go.Bar(
            orientation="h",
            base=[box.left for _, box in names],
            x=[box.right - box.left for _, box in names],
            y=[box.middle for _, box in names],
            width=[box.bottom - box.top for _, box in names],
            customdata=[place.id for place, _ in names],
            hovertext=[_wrapped(place.summary) for place, _ in names],
            hoverinfo="text",
            marker={"color": "rgba(0,0,0,0)"},
        )
        points = [
            (move.at(n / _STEPS), move.event) for move in self.arrangement.moves for n in range(_STEPS + 1)
        ]
        lines = go.Scatter(
            mode="markers",
            x=[point[0] for point, _ in points],
            y=[point[1] for point, _ in points],
            customdata=[event.id for _, event in points],
            hovertext=[f"{escape(event.title)} ({escape(event.when.label)})" for _, event in points],
            hoverinfo="text",
            marker={"color": "rgba(0,0,0,0)", "size": 12},
        )
        return [boxes, lines]

    def layout(self) -> dict[str, Any]:
        """Return everything that is seen."""
        notes, height = self.notes()
        shapes = [shape for frame in self.arrangement.frames for shape in self.ground(frame)]
        return canvas(self.theme, height, (0, 0)) | {
            "width": self.arrangement.width,
            "autosize": False,
            "xaxis": axis(0, self.arrangement.width),
            "shapes": [*shapes, *self.lens(), *self.marks(), *self.moves(), *self.scales()],
            "annotations": [*self.titles(), *self.names(), *notes],
        }

    def ground(self, frame: Frame) -> Iterator[dict[str, Any]]:
        """Yield land, seas and mountains."""
        box = frame.box
        yield {
            **rectangle("x", box.left, box.right, box.top, box.bottom, self.theme.band),
            "line": _line(1, 0.5),
        }
        for outline in self.outlines:
            points = [frame.at(point) for point in outline.points]
            if outline.kind == "sea" and (inside := clipped(rounded(points, closed=True), box)):
                yield {**_shape(inside, closed=True), "fillcolor": _SEA, "line": _line(1)}
            if outline.kind == "mountains":
                peaks = steps_along(rounded(points, closed=False), max(22 * frame.pixels, 8))
                signs = [
                    f"M{x - 4:.1f},{y + 4:.1f} L{x:.1f},{y - 4:.1f} L{x + 4:.1f},{y + 4:.1f}"
                    for x, y in peaks
                    if box.holds(around((x, y), 5))
                ]
                if signs:
                    yield {**_path(" ".join(signs)), "line": _line(1.3, 0.8)}

    def lens(self) -> Iterator[dict[str, Any]]:
        """Yield the rectangle that the last panel enlarges, and the wedge that opens it."""
        if len(self.arrangement.frames) < 2:
            return
        first, last = self.arrangement.frames[0], self.arrangement.frames[-1]
        panel, box = last.panel, last.box
        (left, top), (right, bottom) = (
            first.at((panel.west, panel.north)),
            first.at((panel.east, panel.south)),
        )
        beside = box.left > first.box.right
        wedge = (
            [(right, top), (box.left, box.top), (box.left, box.bottom), (right, bottom)]
            if beside
            else [(left, bottom), (box.left, box.top), (box.right, box.top), (right, bottom)]
        )
        yield {**_shape(wedge, closed=True), "fillcolor": self.theme.band, "line": {"width": 0}}
        yield {**rectangle("x", left, right, top, bottom, self.theme.band), "line": _line(1.5)}

    def marks(self) -> Iterator[dict[str, Any]]:
        for mark in self.arrangement.marks:
            lit = any(place.id in self.lit for place in mark.places)
            if mark.kind == "pin":
                yield {**_circle(mark.at, 4.5), "fillcolor": self.theme.quiet, "line": {"width": 0}}
                if lit:
                    yield {**_circle(mark.at, 10), "line": _line(3)}
            elif mark.kind == "area":
                corners = rounded(mark.points, closed=True)
                for size in _SOFT:
                    colour = f"rgba(118,118,118,{_DENSE})"
                    yield {
                        **_shape(scaled(corners, size), closed=True),
                        "fillcolor": colour,
                        "line": {"width": 0},
                    }
                if lit:
                    yield {**_shape(corners, closed=True), "line": _line(3)}
            elif mark.places[0].kind == "frontier":
                yield {**_shape(mark.points), "line": {**_line(5 if lit else 2), "dash": "6px,4px"}}
            elif lit:
                yield {**_shape(rounded(mark.points, closed=False)), "line": _line(3)}

    def moves(self) -> Iterator[dict[str, Any]]:
        for move in self.arrangement.moves:
            colour = side_style(self.case, self.side(move)).colour
            faint = bool(self.lit) and move.event.id != self.selected and not self.lit & {*move.event.moves}
            width = 4.5 if move.event.id == self.selected else 3
            foot = _foot(move)
            path = f"M{_at(move.start)} Q{_at(move.bend)} {_at(foot)}"
            opacity = _FAINT if faint else 1
            yield {**_path(path), "line": {"color": colour, "width": width}, "opacity": opacity}
            yield {
                **_path(_head(foot, move.end)),
                "fillcolor": colour,
                "line": {"width": 0},
                "opacity": opacity,
            }

    def scales(self) -> Iterator[dict[str, Any]]:
        """Yield a bar in the corner of each frame that measures a round number of kilometres."""
        for frame in self.arrangement.frames:
            length, _ = _measure(frame)
            x, y = frame.box.left + 10, frame.box.bottom - 10
            yield {
                **_path(f"M{x},{y - 4} L{x},{y} L{x + length},{y} L{x + length},{y - 4}"),
                "line": _line(1.5),
            }

    def titles(self) -> Iterator[dict[str, Any]]:
        for frame in self.arrangement.frames:
            title = f"<b>{escape(frame.panel.title)}</b>"
            yield self.words(title, frame.box.left, frame.box.top - 12, NAME, self.theme.ink)
            length, words = _measure(frame)
            yield self.words(
                words, frame.box.left + length + 16, frame.box.bottom - 11, SMALL, self.theme.quiet
            )

    def names(self) -> Iterator[dict[str, Any]]:
        for outline, box in self.arrangement.names:
            yield self.words(f"<i>{escape(outline.title)}</i>", box.left, box.middle, SMALL, self.theme.quiet)
        for mark in self.arrangement.marks:
            for row, box in mark.row_boxes():
                name = escape(row.words)
                name = f"<i>{name}</i>" if row.place.approximate else name
                name = f"<b>{name}</b>" if row.place.id in self.lit else name
                yield self.beside(name, box, mark.anchor, row.size)
        for move in self.arrangement.moves:
            if move.label:
                words = "<br>".join(map(escape, move.lines))
                words = f"<b>{words}</b>" if move.event.id == self.selected else words
                style = side_style(self.case, self.side(move))
                words = f'<span style="color:{style.colour}">{style.glyph}</span> {words}'
                yield self.beside(words, move.label, move.at(0.5), SMALL)

    def notes(self) -> tuple[list[dict[str, Any]], float]:
        """Return the lines below the map, and where they end."""
        lines = [f"On no map: {', '.join(place.name for place in self.arrangement.lost)}."]
        if any(mark.kind == "area" for mark in self.arrangement.marks):
            lines.insert(0, "A name in italics stands for an area, not for a point.")
        if self.outlines:
            lines.insert(0, "A sketch: shores, areas and distances are rough.")
        words = " ".join(lines if self.arrangement.lost else lines[:-1])
        rows = [escape(row) for row in broken(words, SMALL, self.arrangement.width - 12)]
        movers = dict.fromkeys(map(self.side, self.arrangement.moves))
        rows += ["\u2003".join(map(self.key, movers))] if movers else []
        top = self.arrangement.height + 8
        notes = [self.words(row, 6, top + 16 * n, SMALL, self.theme.quiet) for n, row in enumerate(rows)]
        return notes, top + 16 * len(rows)

    def key(self, side: str | None) -> str:
        style, title = side_style(self.case, side), escape(side_title(self.case, side))
        return f'<span style="color:{style.colour}">{style.glyph}</span>\u00a0{title}'

    def side(self, move: Move) -> str | None:
        return event_side(self.case, move.event)

    def beside(self, words: str, box: Box, anchor: Point, size: float) -> dict[str, Any]:
        """Return words in a rectangle, at the edge that lies nearer to what they name."""
        edge = "right" if (box.left + box.right) / 2 < anchor[0] - 1 else "left"
        x = box.right if edge == "right" else box.left
        return self.words(words, x, box.middle, size, self.theme.ink, edge)

    def words(
        self, words: str, x: float, y: float, size: float, colour: str, edge: str = "left"
    ) -> dict[str, Any]:
        font = {"size": size, "color": colour, "shadow": halo(self.theme)}
        return text(words, x, y, xref="x", xanchor=edge, align=edge, font=font)


def _measure(frame: Frame) -> tuple[float, str]:
    """Return the pixels of a round number of kilometres, about a fifth of the frame, and its name."""
    most = (frame.box.right - frame.box.left) / 4 / frame.pixels
    rounds = [n * 10**k for k in range(5) for n in (1, 2, 5)]
    length = max((r for r in rounds if r <= most), default=1)
    return length * frame.pixels, f"{length:,} km"


def _foot(move: Move) -> Point:
    """Return where the head of an arrow begins."""
    (x0, y0), (x1, y1) = move.bend, move.end
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 or 1
    return x1 - (x1 - x0) / length * 10, y1 - (y1 - y0) / length * 10


def _head(foot: Point, tip: Point) -> str:
    (x0, y0), (x1, y1) = foot, tip
    dx, dy = (x1 - x0) * 0.6, (y1 - y0) * 0.6
    return f"M{_at((x0 - dy, y0 + dx))} L{_at(tip)} L{_at((x0 + dy, y0 - dx))} Z"


def _circle(at: Point, reach: float) -> dict[str, Any]:
    x, y = at
    ends = {"x0": x - reach, "x1": x + reach, "y0": y - reach, "y1": y + reach}
    return {"type": "circle", "xref": "x", "yref": "y", "layer": "below", **ends}


def _shape(points: Sequence[Point], *, closed: bool = False) -> dict[str, Any]:
    return _path("M" + " L".join(map(_at, points)) + (" Z" if closed else ""))


def _path(path: str) -> dict[str, Any]:
    return {"type": "path", "path": path, "xref": "x", "yref": "y", "layer": "below"}


def _at(point: Point) -> str:
    return f"{point[0]:.1f},{point[1]:.1f}"


def _line(width: float, share: float = 1) -> dict[str, Any]:
    return {"width": width, "color": f"rgba(118,118,118,{share})"}


def _wrapped(words: str) -> str:
    return "<br>".join(map(escape, wrap(words, 56)))
