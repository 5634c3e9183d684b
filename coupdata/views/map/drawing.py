"""Where it happened and who moved where, as a drawing: a case in, a map out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import dist

from coupdata.i18n import _, ngettext
from coupdata.model import Case, Place
from coupdata.views.drawing import svg
from coupdata.views.drawing.box import Box, Point
from coupdata.views.html.element import Element, Node
from coupdata.views.html.palette import event_side, side_style, side_title
from coupdata.views.html.text_width import broken
from coupdata.views.map.ground import ground
from coupdata.views.map.layout import GLYPH, LINE, NAME, SMALL, Move, PlaceMark, arrange_map

_HEAD = 10  # pixels
_NOTE = 16  # pixels from one line below the map to the next


def map_drawing(
    case: Case, *, width: float = 900, context: bool = False, place: str = "", selected: str = ""
) -> Element:
    """Return the map of a case, with the outlines of its folder, in colours that the style sheet brings.

    A place is a pin; one whose coordinates only stand for an area is soft, with its name in italics. An arrow
    is a movement, in the colour of the side that moves; it ends where it enters an area, because how far it
    went is not told.

    Args:
        case: What to draw.
        width: Pixels across; on a narrow page the panels stand one below the other.
        context: Whether events and places from beyond the source are drawn too.
        place: Id of a place that stands out.
        selected: Id of an event whose place and movement stand out.
    """
    return _MapDrawing(case, width, context, place, selected).drawn()


def map_name(case: Case) -> str:
    """Return what the map and the list of places are called."""
    return _("Map: {title}").format(title=case.title)


class _MapDrawing:
    """What `map_drawing` draws, part by part."""

    def __init__(self, case: Case, width: float, context: bool, place: str, selected: str) -> None:
        self.case = case
        self.selected = selected
        self.arrangement = arrange_map(case, width=width, context=context)
        event = case.event(selected) if selected else None
        self.lit = {id for id in (place, event.place if event else None) if id}

    def drawn(self) -> Element:
        """Return everything, what lies below the rest first."""
        notes, height = self._notes()
        parts = [
            *ground(self.arrangement.frames, self.case.outlines),
            *map(self._mark, self.arrangement.marks),
            *map(self._arrow, self.arrangement.moves),
            *self._titles(),
            *self._names(),
            *notes,
        ]
        return svg.svg(map_name(self.case), self.arrangement.width, height, parts)

    def _mark(self, here: PlaceMark) -> Element:
        """Return the pin, the line or the area of places, with a ring if one of them is chosen."""
        is_lit = any(place.id in self.lit for place in here.places)
        return self._place(here.places[0], *_shape(here, is_lit))

    def _place(self, place: Place, *parts: Element) -> Element:
        """Return parts that choose a place."""
        return svg.mark((place.name, place.summary), *parts, class_="place", data_choice=place.id)

    def _arrow(self, move: Move) -> Element:
        is_dim = self.lit and not self._is_chosen(move) and not self.lit & {*move.event.moves}
        foot = svg.foot_of(move.bend, move.end, min(_HEAD, 0.7 * dist(move.start, move.end)))
        drawn = f"M{svg.at(move.start)} Q{svg.at(move.bend)} {svg.at(foot)}"
        stroke = svg.line(drawn, 4.5 if self._is_chosen(move) else 3)
        parts = (svg.reach(drawn), stroke, svg.arrow_head(foot, move.end))
        return self._move(move, *parts, class_=svg.classes("move", "dim" if is_dim else ""))

    def _move(self, move: Move, *parts: Element, class_: str) -> Element:
        """Return parts that choose the event of a movement, in the colour of the side that moves."""
        event = move.event
        says = (f"{event.title} ({event.when.told})", event.summary)
        colour = side_style(self.case, self._side(move)).colour
        return svg.mark(says, *parts, class_=class_, style=f"color:{colour}", data_events=event.id)

    def _is_chosen(self, move: Move) -> bool:
        return move.event.id == self.selected

    def _side(self, move: Move) -> str | None:
        return event_side(self.case, move.event)

    def _titles(self) -> Iterator[Element]:
        """Yield what each panel shows, and how long its scale is."""
        for frame in self.arrangement.frames:
            box, (length, scale) = frame.box, frame.scale
            yield svg.words((box.left, box.top - 12), NAME, frame.panel.title, class_="bold")
            yield svg.words((box.left + length + 16, box.bottom - 11), SMALL, scale, class_="rimmed quiet")

    def _names(self) -> Iterator[Element]:
        for lines, box in self.arrangement.names:
            for number, line in enumerate(lines):
                at = (box.left + box.right) / 2, box.top + LINE[SMALL] * (number + 0.5)
                yield svg.words(at, SMALL, line, class_="rimmed quiet italic", text_anchor="middle")
        for here in self.arrangement.marks:
            for said, box in here.line_boxes():
                look = (
                    "italic" if said.place.approximate else "",
                    "bold" if said.place.id in self.lit else "",
                )
                name = _beside(box, here.anchors, said.size, said.words, class_=svg.classes("rimmed", *look))
                yield self._place(said.place, name)
        for move in self.arrangement.moves:
            if move.label:
                yield self._move(move, *self._label(move, move.label), class_="move")

    def _label(self, move: Move, box: Box) -> Iterator[Element]:
        """Yield the lines of what a movement is called, after the glyph of its side."""
        look = svg.classes("rimmed", "bold" if self._is_chosen(move) else "")
        for number, said in enumerate(move.lines):
            top = box.top + LINE[SMALL] * number
            here = Box(box.left + (GLYPH if number else 0), box.right, top, top + LINE[SMALL])
            text: tuple[Node, ...] = (
                (said,) if number else (svg.side_glyph(self.case, self._side(move)), f" {said}")
            )
            yield _beside(here, [move.at(0.5)], SMALL, *text, class_=look)

    def _notes(self) -> tuple[list[Element], float]:
        """Return the lines below the map, and where they end."""
        general, lost = [], self.arrangement.lost
        if not self.arrangement.frames:
            general.append(_("No place of this case has coordinates, so no map can be drawn."))
        elif self.case.outlines:
            general.append(_("A sketch: shores, areas and distances are rough."))
        if any(here.kind == "area" for here in self.arrangement.marks):
            general.append(_("A name in italics stands for an area, not for a point."))
        rows: list[tuple[str, tuple[Node, ...]]] = [
            ("quiet", (row,)) for row in self._broken(" ".join(general))
        ]
        if lost:
            said = ngettext(
                "One place has no mark of its own, because we are not told exactly where it is: {places}.",
                "{n} places have no mark of their own, because we are not told exactly where: {places}.",
                len(lost),
            )
            names = said.format(n=len(lost), places=", ".join(f"“{place.name}”" for place in lost))
            look = "bold" if self.lit & {place.id for place in lost} else ""
            rows += [(svg.classes("quiet", look), (row,)) for row in self._broken(names)]
        for side in dict.fromkeys(map(self._side, self.arrangement.moves)):
            rows.append(("quiet", (svg.side_glyph(self.case, side), f" {side_title(self.case, side)}")))
        top = self.arrangement.height + 8
        notes = [
            svg.words((6, top + _NOTE * n), SMALL, *row, class_=look) for n, (look, row) in enumerate(rows)
        ]
        return notes, top + _NOTE * len(rows)

    def _broken(self, text: str) -> tuple[str, ...]:
        return broken(text, SMALL, self.arrangement.width - 12)


def _shape(here: PlaceMark, is_lit: bool) -> Iterator[Element]:
    if here.kind == "pin":
        yield svg.circle(here.at, 4.5, class_="pin")
        if is_lit:
            yield svg.circle(here.at, 10, class_="ring")
    elif here.kind == "area":
        yield svg.path(svg.curve_along(here.points, closed=True), class_="soft")
        if is_lit:
            yield svg.path(svg.curve_along(here.points, closed=True), class_="ring")
    elif here.places[0].kind == "frontier":
        yield svg.line(svg.lines_through(here.points), 5 if is_lit else 2, stroke_dasharray="6 4")
    elif is_lit:
        yield svg.path(svg.curve_along(here.points), class_="ring")


def _beside(box: Box, anchors: Sequence[Point], size: float, *text: Node, class_: str) -> Element:
    """Return words in a rectangle, at the edge that lies nearer to what they name."""
    middle = (box.left + box.right) / 2
    anchor = min(anchors, key=lambda point: dist(point, (middle, box.middle)))
    if middle < anchor[0] - 1:
        return svg.words((box.right, box.middle), size, *text, class_=class_, text_anchor="end")
    return svg.words((box.left, box.middle), size, *text, class_=class_)
