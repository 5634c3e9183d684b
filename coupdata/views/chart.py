"""The timeline as a Plotly figure: a case in, a picture out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from textwrap import wrap
from typing import Any, Literal

import plotly.graph_objects as go

from coupdata.labels import day_name, joined
from coupdata.model import Case
from coupdata.views.arrangement import FONT, MARGIN_LEFT, MARGIN_RIGHT, Arrangement, Panel, Place, arrange
from coupdata.views.palette import Style, event_side, side_style

FAMILY = "system-ui, 'Segoe UI', 'Noto Sans', 'Helvetica Neue', Arial, sans-serif"

AXES: dict[Panel, str] = {"years": "x", "days": "x2"}

_BAR = {"certain": 8, "uncertain": 12, "night": 5}  # pixels high
_BELOW = {"yref": "y", "line": {"width": 0}, "layer": "below"}
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of paper, letters and lines."""

    paper: str
    ink: str
    quiet: str
    line: str
    band: str


THEMES = {
    "light": Theme("#ffffff", "#1b1b1b", "#595959", "rgba(128,128,128,0.35)", "rgba(128,128,128,0.10)"),
    "dark": Theme("#111111", "#eeeeee", "#b0b0b0", "rgba(128,128,128,0.45)", "rgba(128,128,128,0.18)"),
    "page": Theme("rgba(0,0,0,0)", "#767676", "#767676", "rgba(128,128,128,0.38)", "rgba(128,128,128,0.12)"),
}


def timeline(
    case: Case, *, width: float = 900, context: bool = False, theme: Literal["light", "dark", "page"] = "light"
) -> go.Figure:
    """Return the timeline of a case.

    Args:
        case: What to draw.
        width: Pixels for which the labels are packed; the picture may be shown at this width or wider.
        context: Whether events from beyond the source are drawn too.
        theme: Colours for a light or a dark background, or "page" for none: the page then colours the letters.
    """
    arrangement = arrange(case, width=width, context=context)
    return go.Figure(traces(case, arrangement), layout(case, arrangement, THEMES[theme]))


def traces(case: Case, arrangement: Arrangement) -> list[Any]:
    """Return bars, symbols and labels of the strip and of the panel, each mark with its event's id."""
    drawn: list[Any] = []
    for panel in AXES:
        places = [place for place in arrangement.places if place.panel == panel]
        styles = [side_style(case, event_side(case, place.mark.event)) for place in places]
        drawn += [_bars(places, styles, panel), _symbols(places, styles, panel), _labels(places, panel)]
    return drawn


def _trace(kind: type[Any], panel: Panel, places: Sequence[Place], **more: Any) -> Any:
    ids = [place.mark.event.id for place in places]
    return kind(xaxis=AXES[panel], customdata=ids, hoverinfo="none", showlegend=False, **more)


def _bars(places: Sequence[Place], styles: Sequence[Style], panel: Panel) -> Any:
    bars = [(p, style, bar) for p, style in zip(places, styles, strict=True) for bar in p.mark.bars]
    colours = [style.colour for _, style, _ in bars]
    return _trace(
        go.Bar,
        panel,
        [place for place, _, _ in bars],
        orientation="h",
        base=[bar.first for _, _, bar in bars],
        x=[bar.last - bar.first for _, _, bar in bars],
        y=[place.y for place, _, _ in bars],
        width=[_BAR[bar.certainty] for _, _, bar in bars],
        marker={
            "color": colours,
            "line": {"width": 0},
            "cornerradius": 3,
            "pattern": {
                "shape": ["/" if bar.certainty == "uncertain" else "" for _, _, bar in bars],
                "fillmode": "replace",
                "fgcolor": colours,
                "size": 5,
                "solidity": 0.3,
            },
        },
    )


def _symbols(places: Sequence[Place], styles: Sequence[Style], panel: Panel) -> Any:
    """Symbols of all marks, and arrow heads where an end is open."""
    pairs = list(zip(places, styles, strict=True))
    arrows = [(place, style) for place, style in pairs if place.mark.open_end]
    colours = [style.colour for _, style in pairs + arrows]
    symbols = [style.symbol + ("-open" if place.mark.hollow else "") for place, style in pairs]
    return _trace(
        go.Scatter,
        panel,
        [place for place, _ in pairs + arrows],
        mode="markers",
        x=[place.mark.x for place, _ in pairs] + [place.mark.last for place, _ in arrows],
        y=[place.y for place, _ in pairs + arrows],
        marker={
            "symbol": symbols + ["triangle-right"] * len(arrows),
            "color": colours,
            "size": 12 if panel == "days" else 9,
            "line": {"width": 2, "color": colours},
        },
        cliponaxis=False,
    )


def _labels(places: Sequence[Place], panel: Panel) -> Any:
    return _trace(
        go.Scatter,
        panel,
        places,
        mode="text",
        x=[place.mark.last if place.label_on == "right" else place.mark.first for place in places],
        y=[place.label_y for place in places],
        text=[label_text(place) for place in places],
        textposition=["middle left" if place.label_on == "left" else "middle right" for place in places],
        textfont={"size": FONT[panel]},
        cliponaxis=False,
    )


def label_text(place: Place, *, chosen: bool = False) -> str:
    """Return a label as Plotly shows it: what the story turns on, and what is chosen, in bold; undated in italics."""
    label = escape(place.label)
    if place.mark.event.when.precision == "undated":
        label = f"<i>{label}</i>"
    if place.mark.event.key or chosen:
        label = f"<b>{label}</b>"
    room = "\u00a0" * 3  # other spaces are dropped at a label's ends
    return {"right": room + label, "left": label + room, "above": label}[place.label_on]


def layout(case: Case, arrangement: Arrangement, theme: Theme) -> dict[str, Any]:
    """Return the layout: scales, lanes, days, the lens and its wedge, and the key of the sides."""
    axis = {"visible": False, "fixedrange": True, "anchor": "y"}
    return {
        "template": "none",
        "height": arrangement.height,
        "margin": {"l": MARGIN_LEFT, "r": MARGIN_RIGHT, "t": 0, "b": 0},
        "paper_bgcolor": theme.paper,
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FAMILY, "size": FONT["days"], "color": theme.ink},
        "xaxis": axis | {"range": list(arrangement.scales["years"])},
        "xaxis2": axis | {"range": list(arrangement.scales["days"]), "overlaying": "x"},
        "yaxis": {"visible": False, "fixedrange": True, "range": [arrangement.height, 0]},
        "barmode": "overlay",
        "dragmode": False,
        "hovermode": "closest",
        "shapes": [*_bands(arrangement, theme), *_ticks(arrangement, theme), *_lens(arrangement, theme)],
        "annotations": [
            *_lane_titles(arrangement, theme),
            _heading(arrangement, theme),
            *_year_names(arrangement, theme),
            *_day_names(arrangement, theme),
            _key(case, arrangement),
        ],
    }


def _bands(arrangement: Arrangement, theme: Theme) -> Iterator[dict[str, Any]]:
    for number, lane in enumerate(lane for lane in arrangement.lanes if lane.panel == "days"):
        if number % 2 == 0:
            yield _rectangle("paper", 0, 1, lane.top, lane.bottom, theme.band)


def _ticks(arrangement: Arrangement, theme: Theme) -> Iterator[dict[str, Any]]:
    """Lines of years and days, but not through the rows of events without a day: those are off the scale."""
    top, _ = arrangement.edges("years")
    for lane in arrangement.lanes:
        days = _new_years(arrangement) if lane.panel == "years" else _midnights(arrangement)
        for day in days if lane.has_dates or lane.panel == "years" else ():
            yield _line(AXES[lane.panel], day, lane.top - (6 if lane.top == top else 0), lane.divide, theme.line)


def _new_years(arrangement: Arrangement) -> list[int]:
    first, last = arrangement.scales["years"]
    years = range(date.fromordinal(int(first)).year, date.fromordinal(int(last)).year + 1)
    return [date(year, 1, 1).toordinal() for year in years]


def _midnights(arrangement: Arrangement) -> range:
    first, last = arrangement.scales["days"]
    return range(int(first), int(last) + 1)


def _lens(arrangement: Arrangement, theme: Theme) -> Iterator[dict[str, Any]]:
    """The band in the strip that the panel enlarges, and the wedge that opens it."""
    years, days = arrangement.scales["years"], arrangement.scales["days"]
    left, right = ((day - years[0]) / (years[1] - years[0]) for day in days)
    top, bottom = arrangement.edges("years")
    opened, _ = arrangement.edges("days")
    yield _rectangle("paper", left, right, top - 6, bottom, theme.line)
    path = f"M{left},{bottom} L{right},{bottom} L1,{opened} L0,{opened} Z"
    yield {"type": "path", "path": path, "fillcolor": theme.band, "xref": "paper"} | _BELOW


def _rectangle(xref: str, x0: float, x1: float, y0: float, y1: float, colour: str) -> dict[str, Any]:
    box = {"type": "rect", "xref": xref, "x0": x0, "x1": x1, "y0": y0, "y1": y1}
    return box | _BELOW | {"fillcolor": colour}


def _line(xref: str, x: float, y0: float, y1: float, colour: str) -> dict[str, Any]:
    line = {"type": "line", "xref": xref, "x0": x, "x1": x, "y0": y0, "y1": y1}
    return line | _BELOW | {"line": {"width": 1, "color": colour}}


def _lane_titles(arrangement: Arrangement, theme: Theme) -> Iterator[dict[str, Any]]:
    """The lanes' titles, and beside events without a day what they lack."""
    beside = {"xref": "paper", "xanchor": "right", "xshift": -12, "align": "right"}
    for lane in arrangement.lanes:
        title = "<br>".join(map(escape, wrap(lane.category.title, 15)))
        dated, undated = (lane.top + lane.divide) / 2, (lane.divide + lane.bottom) / 2
        if not lane.has_dates:
            dated, undated = undated - 8, undated + 9
        font = {"size": FONT[lane.panel], "color": theme.ink if lane.panel == "days" else theme.quiet}
        yield _text(title, 0, dated, **beside, font=font)
        if lane.panel == "days" and lane.divide < lane.bottom:
            yield _text("<i>no day given</i>", 0, undated, **beside, font={"size": 11.5, "color": theme.quiet})


def _heading(arrangement: Arrangement, theme: Theme) -> dict[str, Any]:
    """Which days the panel enlarges, and how much."""
    years, days = arrangement.scales["years"], arrangement.scales["days"]
    first, last = date.fromordinal(int(days[0])), date.fromordinal(int(days[1]) - 1)
    enlarged = round((years[1] - years[0]) / (days[1] - days[0]))
    heading = f"<b>{joined(day_name(first), day_name(last), 'to')}</b>, enlarged {enlarged} times"
    opened, _ = arrangement.edges("days")
    font = {"size": 14, "color": theme.ink}
    return _text(heading, 0, opened - 60, xref="paper", xanchor="left", font=font)


def _year_names(arrangement: Arrangement, theme: Theme) -> Iterator[dict[str, Any]]:
    top, _ = arrangement.edges("years")
    for day in _new_years(arrangement):
        year = str(date.fromordinal(day).year)
        font = {"size": 12, "color": theme.quiet}
        yield _text(year, day, top - 16, xref=AXES["years"], xanchor="left", font=font)


def _day_names(arrangement: Arrangement, theme: Theme) -> Iterator[dict[str, Any]]:
    opened, _ = arrangement.edges("days")
    midnights = _midnights(arrangement)
    roomy = arrangement.plot / len(midnights) >= 50
    for day in map(date.fromordinal, midnights[:-1]):
        month = f" {day_name(day).split()[1][:3]}" if roomy or day.day == 1 or day.toordinal() == midnights[0] else ""
        name = f"{_WEEKDAYS[day.weekday()]}<br><b>{day.day}</b>{month}"
        font = {"size": 12, "color": theme.quiet}
        yield _text(name, day.toordinal() + 0.5, opened - 20, xref=AXES["days"], font=font)


def _key(case: Case, arrangement: Arrangement) -> dict[str, Any]:
    """The sides with their colours and shapes, in a line below."""
    styles = [(side, side_style(case, side.id)) for side in case.sides]
    key = (f'<span style="color:{style.colour}">{style.glyph}</span> {escape(side.title)}' for side, style in styles)
    return _text("\u2003".join(key), 0, arrangement.height - 18, xref="paper", xanchor="left", font={"size": 12.5})


def _text(text: str, x: float, y: float, **more: Any) -> dict[str, Any]:
    return {"text": text, "x": x, "y": y, "yref": "y", "showarrow": False, "yanchor": "middle", **more}
