"""Where it happened and who moved where, as a Plotly figure: a case in, a picture out."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from math import dist
from typing import Any, Literal

import plotly.graph_objects as go

from coupdata.model import Case, Place
from coupdata.views.actors.layout import side_title
from coupdata.views.html.palette import event_side, side_style
from coupdata.views.html.text_width import broken
from coupdata.views.map.ground import ground
from coupdata.views.map.layout import NAME, SMALL, Mark, Move, arrange_map
from coupdata.views.map.polygons import rounded, scaled
from coupdata.views.picture.box import Box, Point, around
from coupdata.views.picture.picture import figure_of
from coupdata.views.picture.strokes import (
    Target,
    arrow_head,
    at,
    circle,
    foot_of,
    lines_through,
    path,
    stroke,
)
from coupdata.views.timeline_chart.drawing import THEMES, Theme, axis, canvas, halo, text

_SOFT = (
    1.2,
    1.13,
    1.07,
    1.0,
    0.93,
    0.86,
    0.78,
)  # so large are the layers of an area, so that its edge is soft
_LAYER = "rgba(118,118,118,0.035)"
_FAINT = 0.25  # movements that a choice leaves out
_HEAD = 10  # pixels
_SAMPLES = 16  # points along a movement that a pointer can meet


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
    is a movement, in the colour of the side that moves; it ends where it enters an area, because how far it
    went is not told.

    Args:
        case: What to draw.
        width: Pixels across; on a narrow page the panels stand one below the other.
        context: Whether events and places from beyond the source are drawn too.
        theme: Colours for a light or a dark background, or "page" for none: the page then colours letters.
        place: Id of a place that stands out.
        selected: Id of an event whose place and movement stand out.
    """
    return figure_of(MapPicture(case, THEMES[theme], width, context, place, selected))


class MapPicture:
    """What `map_figure` draws, part by part."""

    def __init__(
        self, case: Case, theme: Theme, width: float, context: bool, place: str, selected: str
    ) -> None:
        self.case = case
        self.theme = theme
        self.selected = selected
        self.arrangement = arrange_map(case, width=width, context=context)
        self.outlines = case.outlines
        event = case.event(selected) if selected else None
        self.lit = {id for id in (place, event.place if event else None) if id}

    def boxes(self) -> list[Target]:
        """Return where a pointer meets a place: its pin and its name."""
        boxes = []
        for mark in self.arrangement.marks:
            named = [(row.place, box) for row, box in mark.row_boxes()]
            pin = [(mark.places[0], around(mark.at, 8))] if mark.kind == "pin" else []
            boxes += [Target(box, (place.id,), (place.name, place.summary)) for place, box in pin + named]
        return boxes

    def lines(self) -> list[Target]:
        """Return where a pointer meets a movement."""
        lines = []
        for move in self.arrangement.moves:
            event, points = move.event, [move.at(n / _SAMPLES) for n in range(_SAMPLES + 1)]
            lines.append(Target(points, (event.id,), (f"{event.title} ({event.when.told})", event.summary)))
        return lines

    def layout(self) -> dict[str, Any]:
        """Return everything that is seen."""
        notes, height = self._notes()
        below = ground(self.arrangement.frames, self.outlines, self.theme)
        marks = (shape for mark in self.arrangement.marks for shape in self._mark(mark))
        moves = (shape for move in self.arrangement.moves for shape in self._move(move))
        return canvas(self.theme, height, (0, 0)) | {
            "width": self.arrangement.width,
            "autosize": False,
            "xaxis": axis(0, self.arrangement.width),
            "shapes": [*below, *marks, *moves],
            "annotations": [*self._titles(), *self._names(), *notes],
        }

    def _mark(self, mark: Mark) -> Iterator[dict[str, Any]]:
        is_lit = any(place.id in self.lit for place in mark.places)
        if mark.kind == "pin":
            yield circle(mark.at, 4.5, fillcolor=self.theme.quiet, line={"width": 0})
            if is_lit:
                yield circle(mark.at, 10, line=stroke(3))
        elif mark.kind == "area":
            corners = rounded(mark.points, closed=True)
            for size in _SOFT:
                layer = lines_through(scaled(corners, size), closed=True)
                yield path(layer, fillcolor=_LAYER, line={"width": 0})
            if is_lit:
                yield path(lines_through(corners, closed=True), line=stroke(3))
        elif mark.places[0].kind == "frontier":
            yield path(lines_through(mark.points), line=stroke(5 if is_lit else 2) | {"dash": "6px,4px"})
        elif is_lit:
            yield path(lines_through(rounded(mark.points, closed=False)), line=stroke(3))

    def _move(self, move: Move) -> Iterator[dict[str, Any]]:
        colour = side_style(self.case, self._side(move)).colour
        is_chosen = move.event.id == self.selected
        opacity = 1 if is_chosen or not self.lit or self.lit & {*move.event.moves} else _FAINT
        foot = foot_of(move.bend, move.end, min(_HEAD, 0.7 * dist(move.start, move.end)))
        line = {"color": colour, "width": 4.5 if is_chosen else 3}
        yield path(f"M{at(move.start)} Q{at(move.bend)} {at(foot)}", line=line, opacity=opacity)
        yield path(arrow_head(foot, move.end), fillcolor=colour, line={"width": 0}, opacity=opacity)

    def _titles(self) -> Iterator[dict[str, Any]]:
        """Yield what each panel shows, and how long its scale is."""
        for frame in self.arrangement.frames:
            box, (length, words) = frame.box, frame.scale
            yield self._words(f"<b>{escape(frame.panel.title)}</b>", (box.left, box.top - 12), NAME)
            yield self._words(words, (box.left + length + 16, box.bottom - 11), SMALL, self.theme.quiet)

    def _names(self) -> Iterator[dict[str, Any]]:
        for outline, box in self.arrangement.names:
            name = f"<i>{escape(outline.title)}</i>"
            yield self._words(name, (box.left, box.middle), SMALL, self.theme.quiet)
        for mark in self.arrangement.marks:
            for row, box in mark.row_boxes():
                yield self._beside(self._styled(row.words, row.place), box, mark.anchor, row.size)
        for move in self.arrangement.moves:
            if move.label:
                words = "<br>".join(map(escape, move.lines))
                words = f"<b>{words}</b>" if move.event.id == self.selected else words
                yield self._beside(f"{self._glyph(move)} {words}", move.label, move.at(0.5), SMALL)

    def _styled(self, words: str, place: Place) -> str:
        """Return the name of a place: what is chosen in bold, what only stands for an area in italics."""
        words = escape(words)
        words = f"<i>{words}</i>" if place.approximate else words
        return f"<b>{words}</b>" if place.id in self.lit else words

    def _notes(self) -> tuple[list[dict[str, Any]], float]:
        """Return the lines below the map, and where they end."""
        sentences = []
        if self.outlines:
            sentences.append("A sketch: shores, areas and distances are rough.")
        if any(mark.kind == "area" for mark in self.arrangement.marks):
            sentences.append("A name in italics stands for an area, not for a point.")
        rows = self._rows(" ".join(sentences))
        lost = self.arrangement.lost
        if lost:
            said = self._rows(f"Not on the map: {', '.join(place.name for place in lost)}")
            rows += [f"<b>{row}</b>" for row in said] if self.lit & {place.id for place in lost} else said
        sides = {self._side(move): self._glyph(move) for move in self.arrangement.moves}
        rows += [f"{glyph} {escape(side_title(self.case, side))}" for side, glyph in sides.items()]
        top = self.arrangement.height + 8
        notes = [self._words(row, (6, top + 16 * n), SMALL, self.theme.quiet) for n, row in enumerate(rows)]
        return notes, top + 16 * len(rows)

    def _rows(self, words: str) -> list[str]:
        return [escape(row) for row in broken(words, SMALL, self.arrangement.width - 12)]

    def _side(self, move: Move) -> str | None:
        return event_side(self.case, move.event)

    def _glyph(self, move: Move) -> str:
        style = side_style(self.case, self._side(move))
        return f'<span style="color:{style.colour}">{style.glyph}</span>'

    def _beside(self, words: str, box: Box, anchor: Point, size: float) -> dict[str, Any]:
        """Return words in a rectangle, at the edge that lies nearer to what they name."""
        if (box.left + box.right) / 2 < anchor[0] - 1:
            return self._words(words, (box.right, box.middle), size, edge="right")
        return self._words(words, (box.left, box.middle), size)

    def _words(
        self, words: str, point: Point, size: float, colour: str = "", *, edge: str = "left"
    ) -> dict[str, Any]:
        font = {"size": size, "color": colour or self.theme.ink, "shadow": halo(self.theme)}
        return text(words, *point, xref="x", xanchor=edge, align=edge, font=font)
