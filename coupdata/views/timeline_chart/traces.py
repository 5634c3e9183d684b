"""A timeline as Plotly draws it: marks as traces, and a layout around them, without Plotly for Python."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Literal

from coupdata.i18n import _
from coupdata.model import Case, Event, in_scope
from coupdata.problems.errors import CallError
from coupdata.views.html.palette import Style, event_side, side_style
from coupdata.views.timeline_chart.layout import AXES, FONT, Panel, PlacedMark
from coupdata.views.timeline_chart.narrow import NARROW, narrow
from coupdata.views.timeline_chart.plotly_parts import THEMES, written
from coupdata.views.timeline_chart.wide import wide

Trace = dict[str, Any]
"""One of Plotly's, by the names that its properties have there."""

ThemeName = Literal["light", "dark", "page"]

WIDTHS = (250, 310, 360, 600, 640, 680, 760, 840, 920, 1100, 1300)
"""Pixels for which a page has its chart arranged: the widest that fits is shown."""

_MOST = 2_000  # events: of more, nobody could read a chart, and it would take minutes

_BAR = {"certain": 8, "uncertain": 12, "night": 5}  # pixels high


def timeline_name(case: Case) -> str:
    """Return what the chart and the list of events are called."""
    return _("Timeline: {title}").format(title=case.title)


def check_number(events: Sequence[Event]) -> None:
    """Check that a chart can show so many events.

    Raises:
        CallError: There are too many.
    """
    if len(events) > _MOST:
        said = _("a chart shows at most {most:,} events, and there are {n:,}: make several cases of them")
        raise CallError(said.format(most=_MOST, n=len(events)))


def drawn(
    case: Case, *, width: float, context: bool, theme: ThemeName = "page", hidden: Collection[str] = ()
) -> tuple[Sequence[PlacedMark], dict[str, Any]]:
    """Return the marks of a case in their places and the layout around them, wide or narrow."""
    check_number(in_scope(case.events, context=context))
    draw = narrow if width < NARROW else wide
    return draw(case, THEMES[theme], width=width, context=context, hidden=hidden)


def traces(case: Case, places: Sequence[PlacedMark]) -> list[Trace]:
    """Return bars, symbols and labels of the strip and of the panel, each mark with its event's id."""
    drawn: list[Trace] = []
    for panel in AXES:
        here = [place for place in places if place.panel == panel]
        styled = [(place, side_style(case, event_side(case, place.mark.event))) for place in here]
        drawn += [_bars(styled, panel), _symbols(styled, panel), _labels(here, panel)]
    return drawn


def _trace(kind: str, panel: Panel, places: Sequence[PlacedMark], **more: Any) -> Trace:
    ids = [place.mark.event.id for place in places]
    common = {"customdata": ids, "hoverinfo": "none", "showlegend": False}
    return {"type": kind, "xaxis": AXES[panel], **common, **more}


def _bars(styled: Sequence[tuple[PlacedMark, Style]], panel: Panel) -> Trace:
    bars = [(place, style, bar) for place, style in styled for bar in place.mark.bars]
    colours = [style.colour for _, style, _ in bars]
    return _trace(
        "bar",
        panel,
        [place for place, _, _ in bars],
        orientation="h",
        base=[bar.first for _, _, bar in bars],
        x=[bar.last - bar.first for _, _, bar in bars],
        y=[place.y for place, _, _ in bars],
        width=[_BAR[bar.certainty] for _, _, bar in bars],
        marker={
            "color": colours,
            "line": {  # around what is hatched, or it would be faint on dark paper
                "width": [1 if bar.certainty == "uncertain" else 0 for _, _, bar in bars],
                "color": colours,
            },
            "cornerradius": 3,
            "pattern": {
                "shape": ["/" if bar.certainty == "uncertain" else "" for _, _, bar in bars],
                "fillmode": "replace",
                "fgcolor": colours,
                "size": 5,
                "solidity": 0.5,
            },
        },
    )


def _symbols(styled: Sequence[tuple[PlacedMark, Style]], panel: Panel) -> Trace:
    """Symbols of all marks, and arrow heads where an end is open."""
    arrows = [(place, style) for place, style in styled if place.mark.open_end and place.mark.bars]
    drawn = [*styled, *arrows]
    colours = [style.colour for _, style in drawn]
    symbols = [style.symbol + ("-open" if place.mark.hollow else "") for place, style in styled]
    return _trace(
        "scatter",
        panel,
        [place for place, _ in drawn],
        mode="markers",
        x=[place.mark.x for place, _ in styled] + [place.mark.last for place, _ in arrows],
        y=[place.y for place, _ in drawn],
        marker={
            "symbol": symbols + ["triangle-right"] * len(arrows),
            "color": colours,
            "size": 12 if panel == "days" else 9,
            "line": {"width": 2, "color": colours},
        },
        cliponaxis=False,
    )


def _labels(places: Sequence[PlacedMark], panel: Panel) -> Trace:
    return _trace(
        "scatter",
        panel,
        places,
        mode="text",
        x=[place.label_x for place in places],
        y=[place.label_y for place in places],
        text=[label_text(place) for place in places],
        textposition=[f"middle {place.label_runs}" for place in places],
        textfont={"size": FONT[panel]},
        cliponaxis=False,
    )


def label_text(place: PlacedMark, *, chosen: bool = False) -> str:
    """Return a label as Plotly shows it: key and chosen events in bold, undated ones in italics."""
    room = "\u00a0" * 3 if place.is_beside_mark else ""  # other spaces are dropped at a line's ends
    lines = (written(line) for line in place.label.split("\n"))
    label = "<br>".join(room + line if place.label_runs == "right" else line + room for line in lines)
    if place.mark.event.when.precision == "undated":
        label = f"<i>{label}</i>"
    return f"<b>{label}</b>" if place.mark.event.key or chosen else label
