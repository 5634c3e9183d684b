"""Who stood where, and who acted with and against whom, as a Plotly figure: a case in, a picture out."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any, Literal

import plotly.graph_objects as go

from coupdata.model import Case
from coupdata.views.actors.joints import Curve, Joint, JointKind, actor_joints, band_joints, curves
from coupdata.views.actors.layout import (
    CAPTION,
    LINE,
    LOOPS,
    NAME,
    TITLE,
    Spot,
    arrange_actors,
    kind_of,
    side_title,
)
from coupdata.views.actors.relations import Stand, stands
from coupdata.views.html.palette import actor_side, side_style
from coupdata.views.html.text_width import text_width
from coupdata.views.picture.box import Point
from coupdata.views.picture.picture import figure_of
from coupdata.views.picture.strokes import GREY, Target, arrow_head, at, faded, path, rounded_box
from coupdata.views.timeline_chart.drawing import THEMES, Theme, axis, canvas, halo, rectangle, text

_FAINT = 0.16  # what a choice leaves out
_SAMPLES = 16  # points along a line that a pointer can meet
_SHARES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)  # of the way along a line, where its number may stand
_INDENT, _SAMPLE, _ROW = (
    10,
    34,
    22,
)  # pixels: before letters; a line of the key; from one row of it to the next
_ROLES = {"acts": "solid", "is acted against": "dash", "is concerned": "dot"}
_KEY: dict[JointKind, str] = {
    "against": "acted against",
    "with": "acted with",
    "changed sides": "changed sides",
    "on both sides": "on two sides at once",
}


def actors_figure(
    case: Case,
    *,
    width: float = 900,
    context: bool = False,
    theme: Literal["light", "dark", "page"] = "light",
    actor: str = "",
    selected: str = "",
) -> go.Figure:
    """Return the picture of the actors of a case.

    Arrows lead from those who act to those they act against, in the colour of who acts; dotted lines join
    those who act together. An actor who changes sides stands on both, joined by an arrow with its date; one
    who is on both sides at once, by a plain line.

    Args:
        case: What to draw.
        width: Pixels across. Where they do not do for columns, the sides stand one below the other, and lines
            between actors are drawn only for what is chosen.
        context: Whether actors and events from beyond the source are drawn too.
        theme: Colours for a light or a dark background, or "page" for none: the page then colours letters.
        actor: Id of an actor whose relations stand out.
        selected: Id of an event whose actors stand out.
    """
    return figure_of(ActorsPicture(case, THEMES[theme], width, context, actor, selected))


class ActorsPicture:
    """What `actors_figure` draws, part by part."""

    def __init__(
        self, case: Case, theme: Theme, width: float, context: bool, actor: str, selected: str
    ) -> None:
        self.case = case
        self.theme = theme
        self.actor = actor
        self.selected = selected
        self.arrangement = arrange_actors(case, width=width, context=context)
        self.roles = _roles(case, selected)
        self.is_chosen = bool(actor or self.roles)
        events = [event for event in case.events if context or event.scope != "context"]
        self.busy = {actor for event in events for actor in event.involved}
        joints = list(actor_joints(case, self.arrangement))
        self.kinds = {joint.kind for joint in joints}
        room: float = LOOPS
        if self.arrangement.columns < 2:
            lit = filter(self._is_lit, joints)
            joints, room = list(lit if self.is_chosen else band_joints(self.arrangement)), 1.5 * LOOPS
        self.curves = curves(joints, room)

    def _is_lit(self, joint: Joint) -> bool:
        """Whether a line belongs to what is chosen."""
        ends = (node.stand.actor for node in (joint.one, joint.other) if isinstance(node, Spot))
        return self._tells(joint) or self.actor in ends

    def _tells(self, joint: Joint) -> bool:
        """Whether a line stands for the chosen event."""
        return any(event.id == self.selected for event in joint.events)

    def boxes(self) -> list[Target]:
        """Return where a pointer meets an actor."""
        actors = [(spot.box, self.case.actor(spot.stand.actor)) for spot in self.arrangement.spots]
        return [Target(box, (actor.id,), (actor.name, actor.summary)) for box, actor in actors]

    def lines(self) -> list[Target]:
        """Return where a pointer meets what two did."""
        lines = []
        for curve in self.curves:
            points = [curve.at((n + 0.5) / _SAMPLES) for n in range(_SAMPLES)]
            events = curve.joint.events
            told = (f"{event.title} ({event.when.told})" for event in events)
            said = (self._sentence(curve.joint), *told)
            lines += [Target(points, tuple(event.id for event in events), said)] if events else []
        return lines

    def _sentence(self, joint: Joint) -> str:
        """Return what a line says."""
        one, other = (
            self.case.actor(node.stand.actor).name
            if isinstance(node, Spot)
            else side_title(self.case, node.side)
            for node in (joint.one, joint.other)
        )
        return f"{one} acted {joint.kind} {other}:"

    def layout(self) -> dict[str, Any]:
        """Return everything that is seen."""
        samples, meanings, height = self._key()
        lines = [shape for curve in self.curves for shape in self._line(curve)]
        return canvas(self.theme, height, (0, 0)) | {
            "width": self.arrangement.width,
            "autosize": False,
            "xaxis": axis(0, self.arrangement.width),
            "shapes": [*self._bands(), *lines, *self._actors(), *samples],
            "annotations": [*self._titles(), *self._names(), *self._numbers(), *self._changes(), *meanings],
        }

    def _bands(self) -> Iterator[dict[str, Any]]:
        for band in self.arrangement.bands:
            box = band.box
            yield rectangle("x", box.left, box.right, box.top, box.bottom, self.theme.band)

    def _titles(self) -> Iterator[dict[str, Any]]:
        for band in self.arrangement.bands:
            style, title = side_style(self.case, band.side), escape(side_title(self.case, band.side))
            words = f'<span style="color:{style.colour}">{style.glyph}</span> <b>{title}</b>'
            yield self._words(words, (band.box.left + _INDENT, band.box.top + 18), TITLE)

    def _actors(self) -> Iterator[dict[str, Any]]:
        """Yield the actors: people round; a thick rim for who is chosen or has a role in the chosen event."""
        for spot in self.arrangement.spots:
            actor, role = self.case.actor(spot.stand.actor), self.roles.get(spot.stand)
            colour = side_style(self.case, spot.stand.side).colour
            is_lit, is_busy = actor.id == self.actor or role is not None, actor.id in self.busy
            fill, rim = ((0.24, 1) if is_lit else (0.06, 0.4)) if self.is_chosen else (0.12, 1)
            yield path(
                rounded_box(spot.box, 17 if actor.kind == "person" else 4),
                fillcolor=faded(colour, fill if is_busy else 0),
                line={
                    "color": faded(colour, rim),
                    "width": 3 if is_lit else 1.5 if is_busy else 1,
                    "dash": _ROLES[role] if role else "solid" if is_busy else "dot",
                },
            )

    def _names(self) -> Iterator[dict[str, Any]]:
        for spot in self.arrangement.spots:
            left, top = spot.box.left + _INDENT, spot.box.top + 3
            yield self._words(
                "<br>".join(map(escape, spot.name)), (left, top + LINE * len(spot.name) / 2), NAME
            )
            caption = _shortened(self._caption(spot), spot.box.right - left - _INDENT / 2)
            yield self._words(escape(caption), (left, spot.box.bottom - 11), CAPTION, self.theme.quiet)

    def _caption(self, spot: Spot) -> str:
        """Return the line below a name: the role in the chosen event, else since when, else what it is."""
        actor = self.case.actor(spot.stand.actor)
        if spot.stand in self.roles:
            return f"▸ {self.roles[spot.stand]}"
        if actor.id not in self.busy:
            return f"{kind_of(actor)}, in no event"
        when = next((side.when for side in actor.sides if side.side == spot.stand.side), None)
        return when.label if when and when.edtf and len(actor.sides) > 1 else kind_of(actor)

    def _line(self, curve: Curve) -> Iterator[dict[str, Any]]:
        joint = curve.joint
        colour = GREY if not joint.events else side_style(self.case, _side(joint)).colour
        share = 1 if not self.is_chosen or self._is_lit(joint) else _FAINT
        stroke = _stroke(joint.kind, faded(colour, share), len(joint.events))
        stroke["width"] += 1.5 if self._tells(joint) else 0
        yield path(
            f"M{at(curve.start)} C{at(curve.bend[0])} {at(curve.bend[1])} {at(curve.end)}", line=stroke
        )
        if joint.pointed:
            yield _head(curve.end, curve.tip, faded(colour, share))

    def _numbers(self) -> Iterator[dict[str, Any]]:
        """Yield in how many events two acted, where it is more than one and there is room to say it."""
        taken: list[Point] = []
        for curve in self.curves:
            count = len(curve.joint.events)
            if count > 1 and (not self.is_chosen or self._is_lit(curve.joint)):
                places = (curve.at(share) for share in _SHARES)
                point = next((place for place in places if _is_free(place, taken)), None)
                if point:
                    taken.append(point)
                    yield self._words(f"<b>{count}×</b>", point, CAPTION, xanchor="center", rimmed=True)

    def _changes(self) -> Iterator[dict[str, Any]]:
        """Yield when an actor changed sides, above the arrow."""
        for curve in self.curves:
            if curve.joint.label:
                x, y = curve.at(0.5)
                words = escape(curve.joint.label)
                yield self._words(words, (x, y - 11), CAPTION, xanchor="center", rimmed=True)

    def _key(self) -> tuple[list[dict[str, Any]], list[dict[str, Any]], float]:
        """Return samples of the lines, what they mean, and where the picture ends."""
        samples, meanings = [], []
        x, y = float(_INDENT), self.arrangement.height + 14
        for kind, meaning in _KEY.items():
            room = _SAMPLE + 8 + text_width(meaning, 12) + 20
            if kind not in self.kinds:
                continue
            if x > _INDENT and x + room > self.arrangement.width:
                x, y = float(_INDENT), y + _ROW
            tip = (x + _SAMPLE, y)
            pointed = kind in ("against", "changed sides")
            end = (tip[0] - 9, y) if pointed else tip
            samples.append(path(f"M{at((x, y))} L{at(end)}", line=_stroke(kind, GREY, 2)))
            samples += [_head(end, tip, GREY)] if pointed else []
            meanings.append(self._words(meaning, (tip[0] + 8, y), 12))
            x += room
        return samples, meanings, y + _ROW

    def _words(
        self,
        words: str,
        point: Point,
        size: float,
        colour: str = "",
        *,
        xanchor: str = "left",
        rimmed: bool = False,
    ) -> dict[str, Any]:
        shadow = halo(self.theme) if rimmed else "none"
        font = {"size": size, "color": colour or self.theme.ink, "shadow": shadow}
        return text(words, *point, xref="x", xanchor=xanchor, align="left", font=font)


def _roles(case: Case, selected: str) -> dict[Stand, str]:
    """Return what each actor does in an event; whoever it concerns, on every side."""
    if not selected:
        return {}
    event = case.event(selected)
    roles = {stand: "is concerned" for actor in event.concerns for stand in stands(case, actor)}
    roles |= {Stand(actor, actor_side(case, actor, event)): "is acted against" for actor in event.against}
    return roles | {Stand(actor, actor_side(case, actor, event)): "acts" for actor in event.actors}


def _side(joint: Joint) -> str | None:
    """Return the side that acts; None where two sides act together."""
    one, other = (
        node.stand.side if isinstance(node, Spot) else node.side for node in (joint.one, joint.other)
    )
    return one if joint.kind == "against" or one == other else None


def _stroke(kind: JointKind, colour: str, count: int) -> dict[str, Any]:
    """Return the look of a line; the more events tell it, the wider it is."""
    width = {"changed sides": 3.5, "on both sides": 2.0}.get(kind, 1.4 + 0.5 * min(count, 5))
    return {"color": colour, "width": width, "dash": "2px,4px" if kind == "with" else "solid"}


def _head(foot: Point, tip: Point, colour: str) -> dict[str, Any]:
    return path(arrow_head(foot, tip), fillcolor=colour, line={"width": 0})


def _is_free(point: Point, taken: list[Point]) -> bool:
    return all(abs(point[0] - x) > 24 or abs(point[1] - y) > 15 for x, y in taken)


def _shortened(words: str, most: float) -> str:
    """Return a caption cut to so many pixels."""
    if text_width(words, CAPTION) <= most:
        return words
    while words and text_width(f"{words}…", CAPTION) > most:
        words = words[:-1].rstrip()
    return f"{words}…"
