"""Who stood where, and who acted with and against whom, as a drawing: a case in, a picture out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coupdata.i18n import _
from coupdata.model import Case, in_scope
from coupdata.views.actors.joints import Curve, Joint, JointKind, actor_joints, band_joints, curves
from coupdata.views.actors.layout import CAPTION, LINE, LOOPS, NAME, TITLE, Spot, arrange_actors, kind_of
from coupdata.views.actors.relations import Stand, stands
from coupdata.views.drawing import svg
from coupdata.views.drawing.box import Box, Point
from coupdata.views.html.element import Element, element
from coupdata.views.html.palette import NEUTRAL, actor_side, side_style, side_title
from coupdata.views.html.text_width import text_width

_SHARES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)  # of the way along a line, where its number may stand
_INDENT, _SAMPLE, _ROW = 10, 34, 22  # pixels: before letters; a line of the key; from one row to the next
_KEY = 12  # pixels of the letters of the key
_ROUND, _SQUARE = 17, 4  # pixels: the corners of people and of others


def actors_drawing(
    case: Case, *, width: float = 900, context: bool = False, actor: str = "", selected: str = ""
) -> Element:
    """Return the drawing of the actors of a case, in colours that the page's style sheet brings.

    Arrows lead from those who act to those they act against, in the colour of who acts; dotted lines join
    those who act together. An actor who changes sides stands on both, joined by an arrow with its date; one
    who is on both sides at once, by a plain line.

    Args:
        case: What to draw.
        width: Pixels across. Where they do not do for columns, the sides stand one below the other, and lines
            between actors are drawn only for what is chosen.
        context: Whether actors and events from beyond the source are drawn too.
        actor: Id of an actor whose relations stand out.
        selected: Id of an event whose actors stand out.
    """
    return _ActorsDrawing(case, width, context, actor, selected).drawn()


def actors_name(case: Case) -> str:
    """Return what the drawing and the list of actors are called."""
    return _("Actors: {title}").format(title=case.title)


class _ActorsDrawing:
    """What `actors_drawing` draws, part by part."""

    def __init__(self, case: Case, width: float, context: bool, actor: str, selected: str) -> None:
        self.case = case
        self.actor = actor
        self.selected = selected
        self.arrangement = arrange_actors(case, width=width, context=context)
        self.roles = _roles(case, selected)
        self.is_chosen = bool(actor or self.roles)
        events = in_scope(case.events, context=context)
        self.busy = {actor for event in events for actor in event.involved}
        joints = list(actor_joints(case, self.arrangement))
        self.kinds = {joint.kind for joint in joints}
        room: float = LOOPS
        if self.arrangement.columns < 2:
            lit = filter(self._is_lit, joints)
            joints, room = list(lit if self.is_chosen else band_joints(self.arrangement)), 1.5 * LOOPS
        self.curves = curves(joints, room)

    def drawn(self) -> Element:
        """Return everything, what lies below the rest first."""
        key, height = self._key()
        lines = (self._line(curve) for curve in self.curves)
        parts = [*self._bands(), *lines, *self._actors(), *self._numbers(), *self._changes(), *key]
        return svg.svg(actors_name(self.case), self.arrangement.width, height, parts)

    def _is_lit(self, joint: Joint) -> bool:
        """Whether a line belongs to what is chosen."""
        by_actor = self.actor and self.actor in (joint.one.stand.actor, joint.other.stand.actor)
        return bool(by_actor) or self._tells(joint)

    def _tells(self, joint: Joint) -> bool:
        """Whether a line stands for the chosen event."""
        return any(event.id == self.selected for event in joint.events)

    def _bands(self) -> Iterator[Element]:
        for band in self.arrangement.bands:
            corner = (band.box.left + _INDENT, band.box.top + 18)
            title = (svg.side_glyph(self.case, band.side), f" {side_title(self.case, band.side)}")
            yield svg.rectangle(band.box, class_="band")
            yield svg.words(corner, TITLE, *title, class_="bold")

    def _actors(self) -> Iterator[Element]:
        """Yield the actors: people round; a thick rim for who is chosen or has a role in the chosen event."""
        for spot in self.arrangement.spots:
            actor, role = self.case.actor(spot.stand.actor), self.roles.get(spot.stand, "")
            state = self._state(actor.id == self.actor or bool(role))
            yield svg.mark(
                (actor.name, actor.summary),
                svg.rectangle(spot.box, rx=str(_ROUND if actor.kind == "person" else _SQUARE)),
                *self._letters(spot),
                class_=svg.classes("box", state, role, "" if actor.id in self.busy else "idle"),
                style=f"color:{side_style(self.case, spot.side).colour}",
                data_choice=actor.id,
            )

    def _letters(self, spot: Spot) -> Iterator[Element]:
        """Yield the name of an actor, and the line below it."""
        left, top = spot.box.left + _INDENT, spot.box.top + 3 + LINE / 2
        for number, name in enumerate(spot.name):
            yield svg.words((left, top + LINE * number), NAME, name)
        caption = _shortened(self._caption(spot), spot.box.right - left - _INDENT / 2)
        yield svg.words((left, spot.box.bottom - 11), CAPTION, caption, class_="quiet")

    def _state(self, is_lit: bool) -> str:
        """Return how strongly something is drawn, as the style sheet calls it; nothing before a choice."""
        return "lit" if is_lit else "dim" if self.is_chosen else ""

    def _caption(self, spot: Spot) -> str:
        """Return the line below a name: the role in the chosen event, else since when, else what it is."""
        actor = self.case.actor(spot.stand.actor)
        if spot.stand in self.roles:
            role = {"acts": _("acts"), "against": _("acted against"), "concerned": _("concerned")}
            return f"▸ {role[self.roles[spot.stand]]}"
        if actor.id not in self.busy:
            return _("{kind}, in no event").format(kind=kind_of(actor))
        when = next((side.when for side in actor.sides if side.side == spot.stand.side), None)
        return when.label if when and when.edtf and len(actor.sides) > 1 else kind_of(actor)

    def _line(self, curve: Curve) -> Element:
        joint = curve.joint
        drawn = f"M{svg.at(curve.start)} C{svg.at(curve.bend[0])} {svg.at(curve.bend[1])} {svg.at(curve.end)}"
        strokes = _strokes(joint.kind, drawn, len(joint.events), (curve.end, curve.tip), self._tells(joint))
        style = side_style(self.case, joint.side) if joint.events else NEUTRAL
        told = (f"{event.title} ({event.when.told})" for event in joint.events)
        ids = {"data_events": " ".join(event.id for event in joint.events)} if joint.events else {}
        return svg.mark(
            (self._sentence(joint), *told),
            svg.reach(drawn),
            *strokes,
            class_=svg.classes("joint", self._state(self._is_lit(joint))),
            style=f"color:{style.colour}",
            **ids,
        )

    def _sentence(self, joint: Joint) -> str:
        """Return what a line says."""
        one, other = (
            self.case.actor(spot.stand.actor).name if spot.stand.actor else side_title(self.case, spot.side)
            for spot in (joint.one, joint.other)
        )
        sentences: dict[JointKind, str] = {
            "against": _("{one} acted against {other}:"),
            "with": _("{one} acted with {other}:"),
            "changed sides": _("{one} changed sides: {when}"),
            "on both sides": _("{one} was on two sides at once"),
        }
        return sentences[joint.kind].format(one=one, other=other, when=joint.label)

    def _numbers(self) -> Iterator[Element]:
        """Yield in how many events two acted, where it is more than one and there is room to say it."""
        taken: list[Box] = []
        for curve in self.curves:
            count = len(curve.joint.events)
            if count > 1 and (not self.is_chosen or self._is_lit(curve.joint)):
                for x, y in map(curve.at, _SHARES):
                    box = Box(x - 12, x + 12, y - 7.5, y + 7.5)
                    if not any(map(box.overlaps, taken)):
                        taken.append(box)
                        yield _on_line((x, y), f"{count}×", "bold")
                        break

    def _changes(self) -> Iterator[Element]:
        """Yield when an actor changed sides, above the arrow, where that is not faint."""
        for curve in self.curves:
            if curve.joint.label and (not self.is_chosen or self._is_lit(curve.joint)):
                x, y = curve.at(0.5)
                yield _on_line((x, y - 11), curve.joint.label)

    def _key(self) -> tuple[list[Element], float]:
        """Return samples of the lines with what they mean, and where the picture ends."""
        meanings: dict[JointKind, str] = {
            "against": _("acted against"),
            "with": _("acted with"),
            "changed sides": _("changed sides"),
            "on both sides": _("on two sides at once"),
        }
        key: list[Element] = []
        x, y = float(_INDENT), self.arrangement.height + 14
        for kind, meaning in meanings.items():
            room = _SAMPLE + 8 + text_width(meaning, _KEY) + 20
            if kind not in self.kinds:
                continue
            if x > _INDENT and x + room > self.arrangement.width:
                x, y = float(_INDENT), y + _ROW
            tip = (x + _SAMPLE, y)
            end = (tip[0] - 9, y) if kind in ("against", "changed sides") else tip
            sample = _strokes(kind, f"M{svg.at((x, y))} L{svg.at(end)}", 2, (end, tip), False)
            key.append(element("g", *sample, style=f"color:{NEUTRAL.colour}"))
            key.append(svg.words((tip[0] + 8, y), _KEY, meaning))
            x += room
        return key, y + _ROW


def _roles(case: Case, selected: str) -> dict[Stand, str]:
    """Return what each actor does in an event; whoever it concerns, on every side."""
    if not selected:
        return {}
    event = case.event(selected)
    roles = {stand: "concerned" for actor in event.concerns for stand in stands(case, actor)}
    roles |= {Stand(actor, actor_side(case, actor, event)): "against" for actor in event.against}
    return roles | {Stand(actor, actor_side(case, actor, event)): "acts" for actor in event.actors}


def _strokes(
    kind: JointKind, drawn: str, count: int, head: tuple[Point, Point], is_told: bool
) -> Iterable[Element]:
    """Return a line, the wider the more events it stands for, and the head of an arrow."""
    width = {"changed sides": 3.5, "on both sides": 2.0}.get(kind, 1.4 + 0.5 * min(count, 5))
    dots = {"stroke_dasharray": "2 4"} if kind == "with" else {}
    yield svg.line(drawn, width + (1.5 if is_told else 0), **dots)
    if kind in ("against", "changed sides"):
        yield svg.arrow_head(*head)


def _on_line(point: Point, text: str, look: str = "") -> Element:
    """Return words that stand on a line."""
    return svg.words(point, CAPTION, text, class_=svg.classes("rimmed", look), text_anchor="middle")


def _shortened(caption: str, most: float) -> str:
    """Return a caption cut to so many pixels."""
    shown, rest = caption, caption
    while rest and text_width(shown, CAPTION) > most:
        rest = rest[:-1].rstrip()
        shown = f"{rest}…"
    return shown
