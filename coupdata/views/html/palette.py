"""Colours and shapes of the sides: the shape repeats what the colour says.

Every colour has a contrast of at least 3:1 on white, on JupyterLab's dark background and on the lanes' bands,
and the colours stay apart for people with protanopia, deuteranopia and tritanopia.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from coupdata.i18n import _
from coupdata.model import Case, Event


@dataclass(frozen=True, slots=True)
class Style:
    """How the marks of a side look: a colour, Plotly's name of a shape, and the shape as a character."""

    colour: str
    symbol: str
    glyph: str


STYLES = (
    Style("#0072B2", "circle", "●"),
    Style("#D55E00", "diamond", "◆"),
    Style("#B03FE8", "square", "■"),
    Style("#A87E58", "triangle-down", "▼"),
    Style("#309E24", "triangle-up", "▲"),
)
NEUTRAL = Style("#7A7A7A", "hexagon", "⬢")
"""Of events in which the source names nobody who acts."""


def side_style(case: Case, side: str | None) -> Style:
    """Return the style of a side; neutral for none, and for more sides than there are styles."""
    ids = [known.id for known in case.sides]
    return STYLES[ids.index(side)] if side in ids[: len(STYLES)] else NEUTRAL


def side_title(case: Case, side: str | None) -> str:
    """Return the title of a side, or what is said of those who have none."""
    return next((known.title for known in case.sides if known.id == side), _("Side not given"))


def key_of(case: Case, events: Iterable[Event]) -> list[str]:
    """Return the key to the marks of these events as Plotly shows it: each side's shape in its colour."""
    led = {event_side(case, event) for event in events}
    sides = [*((side.id, side.title) for side in case.sides), (None, _("No side is given"))]
    styles = [(side_style(case, id), title) for id, title in sides if id in led]
    return [
        f'<span style="color:{s.colour}">{s.glyph}</span>\u00a0{escape(title, quote=False)}'
        for s, title in styles
    ]


def event_side(case: Case, event: Event) -> str | None:
    """Return the side of the actor who leads an event, at its time; None where nobody is named."""
    return actor_side(case, event.actors[0], event) if event.actors else None


def actor_side(case: Case, actor: str, event: Event) -> str | None:
    """Return the side on which an actor stands in an event; None where none is told.

    Of several sides it is the first that is not over; so too where the event has no date.
    """
    when = event.when.start.earliest
    for side in case.actor(actor).sides:
        ends = side.when.end.latest
        if when is None or ends is None or when <= ends:
            return side.side
    return None
