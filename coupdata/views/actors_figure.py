"""Who stood where, and who acted with and against whom, as a Plotly figure: a case in, a picture out."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from textwrap import wrap
from typing import Any, Literal

import plotly.graph_objects as go

from coupdata.model import Case
from coupdata.views.actors_arrangement import (
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
from coupdata.views.box import Box
from coupdata.views.drawing import THEMES, Theme, axis, canvas, halo, rectangle, text
from coupdata.views.joints import Curve, Joint, actor_joints, band_joints, curves
from coupdata.views.palette import actor_side, side_style
from coupdata.views.relations import Stand, stands
from coupdata.views.text_width import text_width

_GREY = "#767676"
_FAINT = 0.16  # what a choice leaves out
_SAMPLES = 24  # points along a line that a pointer can meet
_KEY = 22  # pixels down: a row of the key
_DASHES = {"acts": "solid", "is acted against": "dash", "is concerned": "dot"}


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
    picture = _Picture(case, THEMES[theme], width, context, actor, selected)
    return go.Figure(picture.traces(), picture.layout())


class _Picture:
    def __init__(
        self, case: Case, theme: Theme, width: float, context: bool, actor: str, selected: str
    ) -> None:
        self.case = case
        self.theme = theme
        self.arrangement = arrange_actors(case, width=width, context=context)
        self.actor = actor
        self.selected = selected
        self.roles = _roles(case, selected)
        joints = list(actor_joints(case, self.arrangement))
        if self.arrangement.columns == 1:
            joints = (
                [j for j in joints if self.is_lit(j)] if self.chosen else list(band_joints(self.arrangement))
            )
        room = LOOPS if self.arrangement.columns > 1 else 1.5 * LOOPS
        self.curves = curves(joints, room)

    @property
    def chosen(self) -> bool:
        """Whether anything stands out."""
        return bool(self.actor or self.roles)

    def is_lit(self, joint: Joint) -> bool:
        """Whether a line belongs to what is chosen."""
        return self.tells(joint) or self.actor in _actors(joint)

    def tells(self, joint: Joint) -> bool:
        """Whether a line stands for the chosen event."""
        return any(event.id == self.selected for event in joint.events)

    def traces(self) -> list[Any]:
        """Return what a pointer can meet, without a look of its own: the actors and the lines."""
        spots = self.arrangement.spots
        boxes = go.Bar(
            orientation="h",
            base=[spot.box.left for spot in spots],
            x=[spot.box.right - spot.box.left for spot in spots],
            y=[spot.box.middle for spot in spots],
            width=[spot.box.bottom - spot.box.top for spot in spots],
            customdata=[spot.stand.actor for spot in spots],
            hovertext=[_wrapped(self.case.actor(spot.stand.actor).summary) for spot in spots],
            hoverinfo="text",
            marker={"color": "rgba(0,0,0,0)"},
        )
        points = [
            (curve.at((step + 0.5) / _SAMPLES), curve.joint)
            for curve in self.curves
            if curve.joint.events
            for step in range(_SAMPLES)
        ]
        lines = go.Scatter(
            mode="markers",
            x=[point[0] for point, _ in points],
            y=[point[1] for point, _ in points],
            customdata=[" ".join(event.id for event in joint.events) for _, joint in points],
            hovertext=[self.sentence(joint) for _, joint in points],
            hoverinfo="text",
            marker={"color": "rgba(0,0,0,0)", "size": 12},
        )
        return [boxes, lines]

    def layout(self) -> dict[str, Any]:
        """Return everything that is seen."""
        key, bottom = self.key()
        lines = [shape for curve in self.curves for shape in self.line(curve)]
        return canvas(self.theme, bottom, (0, 0)) | {
            "width": self.arrangement.width,
            "autosize": False,
            "xaxis": axis(0, self.arrangement.width),
            "shapes": [*self.bands(), *lines, *self.boxes(), *(shape for shape in key if "type" in shape)],
            "annotations": [
                *self.titles(),
                *self.names(),
                *self.counts(),
                *(words for words in key if "type" not in words),
            ],
        }

    def bands(self) -> Iterator[dict[str, Any]]:
        for band in self.arrangement.bands:
            box = band.box
            yield rectangle("x", box.left, box.right, box.top, box.bottom, self.theme.band)

    def titles(self) -> Iterator[dict[str, Any]]:
        for band in self.arrangement.bands:
            style = side_style(self.case, band.side)
            glyph = f'<span style="color:{style.colour}">{style.glyph}</span>'
            title = f"{glyph} <b>{escape(side_title(self.case, band.side))}</b>"
            yield self.words(title, band.box.left + 10, band.box.top + 18, TITLE, self.theme.ink)

    def boxes(self) -> Iterator[dict[str, Any]]:
        for spot in self.arrangement.spots:
            colour = side_style(self.case, spot.stand.side).colour
            lit, role = self.is_spot_lit(spot), self.roles.get(spot.stand)
            busy = self.is_busy(spot)
            person = self.case.actor(spot.stand.actor).kind == "person"
            yield {
                **_path(_rounded(spot.box, 17 if person else 4)),
                "fillcolor": _faded(colour, (0.24 if lit else 0.06) if self.chosen else 0.12 if busy else 0),
                "line": {
                    "color": _faded(colour, 1 if lit or not self.chosen else 0.4),
                    "width": 3 if lit and self.chosen else 1.5 if busy else 1,
                    "dash": _DASHES[role] if role else "solid" if busy else "dot",
                },
            }

    def names(self) -> Iterator[dict[str, Any]]:
        for spot in self.arrangement.spots:
            box = spot.box
            name, caption = "<br>".join(map(escape, spot.name)), self.caption(spot)
            while text_width(caption, CAPTION) > box.right - box.left - 16 and len(caption) > 4:
                caption = caption.removesuffix("…")[:-1].rstrip() + "…"
            y = box.top + 3 + LINE * len(spot.name) / 2
            yield self.words(name, box.left + 10, y, NAME, self.theme.ink)
            yield self.words(escape(caption), box.left + 10, box.bottom - 11, CAPTION, self.theme.quiet)

    def caption(self, spot: Spot) -> str:
        """Return the line below a name: the role in the chosen event, else since when, else what it is."""
        role = self.roles.get(spot.stand)
        if role:
            return f"▸ {role}"
        actor = self.case.actor(spot.stand.actor)
        when = next((side.when for side in actor.sides if side.side == spot.stand.side), None)
        if when and when.edtf and len(stands(self.case, actor.id)) > 1:
            return when.label
        return kind_of(actor) if self.is_busy(spot) else f"{kind_of(actor)}, in no event"

    def is_busy(self, spot: Spot) -> bool:
        """Whether an actor has a part in any event that is told."""
        return any(spot.stand.actor in event.involved for event in self.case.events)

    def is_spot_lit(self, spot: Spot) -> bool:
        return spot.stand.actor == self.actor or spot.stand in self.roles

    def line(self, curve: Curve) -> Iterator[dict[str, Any]]:
        joint = curve.joint
        colour = self.colour(joint)
        (x0, y0), (a, b), (x1, y1) = curve.start, curve.bend, curve.end
        path = f"M{x0:.1f},{y0:.1f} C{a[0]:.1f},{a[1]:.1f} {b[0]:.1f},{b[1]:.1f} {x1:.1f},{y1:.1f}"
        yield {**_path(path), "line": {"color": colour, "width": self.width(joint), "dash": _dash(joint)}}
        if joint.pointed:
            yield _head(curve.end, curve.tip, colour)

    def colour(self, joint: Joint) -> str:
        tie = joint.kind in ("changed sides", "on both sides")
        colour = _GREY if tie else side_style(self.case, _side(joint)).colour
        return _faded(colour, 1 if not self.chosen or self.is_lit(joint) else _FAINT)

    def width(self, joint: Joint) -> float:
        width = 3.5 if joint.kind == "changed sides" else 1.4 + 0.5 * min(len(joint.events) or 3, 5)
        return width + 1.5 if self.tells(joint) else width

    def counts(self) -> Iterator[dict[str, Any]]:
        """In how many events, where more than one tells it, and when a change was."""
        taken: list[tuple[float, float]] = []
        for curve in self.curves:
            count = len(curve.joint.events)
            if curve.joint.label:
                x, y = curve.at(0.5)
                yield self.words(
                    curve.joint.label, x, y - 11, CAPTION, self.theme.ink, xanchor="center", rimmed=True
                )
            if count < 2 or (self.chosen and not self.is_lit(curve.joint)):
                continue
            places = [curve.at(share) for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)]
            free = (p for p in places if all(abs(p[0] - q[0]) > 24 or abs(p[1] - q[1]) > 15 for q in taken))
            x, y = next(free, places[0])
            taken.append((x, y))
            yield self.words(f"<b>{count}×</b>", x, y, CAPTION, self.theme.ink, xanchor="center", rimmed=True)

    def sentence(self, joint: Joint) -> str:
        """Return a relation in words, with its events."""
        one, other = (_name(self.case, node) for node in (joint.one, joint.other))
        first = f"{one} acted {joint.kind} {other}:"
        told = [f"{event.title} ({event.when.label})" for event in joint.events]
        return "<br>".join(escape(line) for line in (first, *told))

    def key(self) -> tuple[list[dict[str, Any]], float]:
        """Return samples of the lines with what they mean, and where the picture ends."""
        kinds = dict.fromkeys(curve.joint.kind for curve in self.curves)
        words: dict[str, str] = {
            "against": "acted against",
            "with": "acted with",
            "changed sides": "changed sides",
            "on both sides": "on two sides at once",
        }
        drawn: list[dict[str, Any]] = []
        x, y = 12.0, self.arrangement.height + 14
        for kind, meaning in words.items():
            if kind not in kinds:
                continue
            room = 34 + 8 + text_width(meaning, 12) + 20
            if x + room > self.arrangement.width and x > 12:
                x, y = 12.0, y + _KEY
            pointed = kind in ("against", "changed sides")
            sample = {
                "color": _GREY,
                "width": 3.5 if kind == "changed sides" else 2.2,
                "dash": "2px,4px" if kind == "with" else "solid",
            }
            end = x + 34 - (9 if pointed else 0)
            drawn.append({**_path(f"M{x},{y} L{end},{y}"), "line": sample})
            if pointed:
                drawn.append(_head((end, y), (x + 34, y), _GREY))
            drawn.append(self.words(meaning, x + 42, y, 12, self.theme.ink))
            x += room
        return drawn, y + _KEY

    def words(
        self,
        words: str,
        x: float,
        y: float,
        size: float,
        colour: str,
        *,
        xanchor: str = "left",
        rimmed: bool = False,
    ) -> dict[str, Any]:
        font = {"size": size, "color": colour, "shadow": halo(self.theme) if rimmed else "none"}
        return text(words, x, y, xref="x", xanchor=xanchor, align="left", font=font)


def _roles(case: Case, selected: str) -> dict[Stand, str]:
    """Return what each actor does in an event; whoever it concerns, on every side."""
    if not selected:
        return {}
    event = case.event(selected)
    roles = {stand: "is concerned" for actor in event.concerns for stand in stands(case, actor)}
    roles |= {Stand(actor, actor_side(case, actor, event)): "is acted against" for actor in event.against}
    return roles | {Stand(actor, actor_side(case, actor, event)): "acts" for actor in event.actors}


def _actors(joint: Joint) -> tuple[str, ...]:
    return tuple(node.stand.actor for node in (joint.one, joint.other) if isinstance(node, Spot))


def _side(joint: Joint) -> str | None:
    """Return the side that acts; None where two sides act together."""
    one, other = (
        node.stand.side if isinstance(node, Spot) else node.side for node in (joint.one, joint.other)
    )
    return one if joint.kind == "against" or one == other else None


def _name(case: Case, node: Any) -> str:
    return case.actor(node.stand.actor).name if isinstance(node, Spot) else side_title(case, node.side)


def _dash(joint: Joint) -> str:
    return "2px,4px" if joint.kind == "with" else "solid"


def _faded(colour: str, share: float) -> str:
    red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share})"


def _path(path: str) -> dict[str, Any]:
    return {"type": "path", "path": path, "xref": "x", "yref": "y", "layer": "below"}


def _rounded(box: Box, radius: float) -> str:
    left, right, top, bottom, r = box.left, box.right, box.top, box.bottom, radius
    return (
        f"M{left + r},{top} L{right - r},{top} Q{right},{top} {right},{top + r} L{right},{bottom - r} "
        f"Q{right},{bottom} {right - r},{bottom} L{left + r},{bottom} Q{left},{bottom} {left},{bottom - r} "
        f"L{left},{top + r} Q{left},{top} {left + r},{top} Z"
    )


def _head(foot: tuple[float, float], tip: tuple[float, float], colour: str) -> dict[str, Any]:
    path = f"M{foot[0]:.1f},{foot[1] - 5:.1f} L{tip[0]:.1f},{tip[1]:.1f} L{foot[0]:.1f},{foot[1] + 5:.1f} Z"
    return {**_path(path), "fillcolor": colour, "line": {"width": 0}}


def _wrapped(words: str) -> str:
    return "<br>".join(map(escape, wrap(words, 56)))
