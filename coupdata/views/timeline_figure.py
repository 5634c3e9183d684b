"""The timeline as a Plotly figure: a case in, a picture out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any, Literal

import plotly.graph_objects as go

from coupdata.model import Case
from coupdata.views.arrangement import FONT, MARGIN_LEFT, MARGIN_RIGHT, Arrangement, Mark, Panel, arrange
from coupdata.views.palette import Style, event_side, side_style

FAMILY = "system-ui, 'Segoe UI', 'Noto Sans', 'Helvetica Neue', Arial, sans-serif"
DIMMED = 0.16
"""The opacity of what a filter leaves out."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of a figure that stands by itself."""

    paper: str
    ink: str
    quiet: str
    line: str
    band: str


THEMES = {
    "light": Theme("#ffffff", "#1b1b1b", "#595959", "rgba(128,128,128,0.35)", "rgba(128,128,128,0.09)"),
    "dark": Theme("#111111", "#eeeeee", "#b0b0b0", "rgba(128,128,128,0.45)", "rgba(128,128,128,0.16)"),
    "page": Theme("rgba(0,0,0,0)", "#767676", "#767676", "rgba(128,128,128,0.35)", "rgba(128,128,128,0.11)"),
}


def timeline(
    case: Case, *, width: float = 900, context: bool = False, theme: Literal["light", "dark", "page"] = "light"
) -> go.Figure:
    """Return the timeline of a case.

    Args:
        case: What to draw.
        width: For how many pixels the labels are packed; the picture may be shown at this width or wider.
        context: Whether events from beyond the source are drawn too.
        theme: Colours for a light or a dark background, or "page" for none: the page then colours the text.
    """
    arrangement = arrange(case, width=width, context=context)
    return go.Figure(traces(case, arrangement), layout(case, arrangement, THEMES[theme]))


def traces(case: Case, arrangement: Arrangement, theme: Theme = THEMES["light"]) -> list[Any]:
    """Return bars, symbols and labels of the strip and of the panel, each mark with its event's id."""
    drawn: list[Any] = []
    for panel in ("years", "days"):
        here: Panel = "years" if panel == "years" else "days"
        marks = [mark for mark in arrangement.marks if mark.panel == here]
        styles = [side_style(case, event_side(case, mark.event)) for mark in marks]
        axis = "x" if here == "years" else "x2"
        drawn += [
            _bars(marks, styles, arrangement.scale(here), axis, here),
            _symbols(marks, styles, axis, here),
            _labels(marks, axis, here),
        ]
    return drawn


def _bars(marks: Sequence[Mark], styles: Sequence[Style], scale: tuple[float, float], axis: str, panel: Panel) -> Any:
    bars = [(mark, style, bar) for mark, style in zip(marks, styles, strict=True) for bar in mark.bars]
    clipped = [(max(bar.first, scale[0]), min(bar.last, scale[1])) for _, _, bar in bars]
    sure = [bar.certainty == "certain" for _, _, bar in bars]
    return go.Bar(
        orientation="h",
        base=[first for first, _ in clipped],
        x=[last - first for first, last in clipped],
        y=[mark.y for mark, _, _ in bars],
        width=[12 if certain else 9 for certain in sure] if panel == "days" else [9 if c else 7 for c in sure],
        xaxis=axis,
        marker={
            "color": [style.colour for _, style, _ in bars],
            "pattern": {
                "shape": ["" if certain else "/" for certain in sure],
                "fillmode": "replace",
                "size": 5,
                "solidity": 0.35,
                "fgcolor": [style.colour for _, style, _ in bars],
            },
            "line": {"width": 0},
            "cornerradius": 4,
        },
        customdata=[mark.event.id for mark, _, _ in bars],
        hoverinfo="none",
        name=f"{panel} bars",
        showlegend=False,
    )


def _symbols(marks: Sequence[Mark], styles: Sequence[Style], axis: str, panel: Panel) -> Any:
    return go.Scatter(
        mode="markers",
        x=[mark.x for mark in marks],
        y=[mark.y for mark in marks],
        xaxis=axis,
        marker={
            "symbol": [s.symbol + ("-open" if m.hollow else "") for m, s in zip(marks, styles, strict=True)],
            "color": [style.colour for style in styles],
            "size": 12 if panel == "days" else 9,
            "line": {"width": 2, "color": [style.colour for style in styles]},
        },
        customdata=[mark.event.id for mark in marks],
        hoverinfo="none",
        name=f"{panel} symbols",
        showlegend=False,
        cliponaxis=False,
    )


def _labels(marks: Sequence[Mark], axis: str, panel: Panel) -> Any:
    return go.Scatter(
        mode="text",
        x=[mark.last if mark.label_on == "right" else mark.first for mark in marks],
        y=[mark.y for mark in marks],
        xaxis=axis,
        text=[("\u2002" + escape(m.label)) if m.label_on == "right" else escape(m.label) + "\u2002" for m in marks],
        textposition=[f"middle {mark.label_on}" for mark in marks],
        textfont={"size": FONT[panel]},
        customdata=[mark.event.id for mark in marks],
        hoverinfo="none",
        name=f"{panel} labels",
        showlegend=False,
        cliponaxis=False,
    )


def layout(case: Case, arrangement: Arrangement, theme: Theme) -> dict[str, Any]:
    """Return the layout: scales, lanes, days, the lens and its wedge, and the key of the sides."""
    axis = {"showgrid": False, "zeroline": False, "visible": False, "fixedrange": True}
    return {
        "template": "none",
        "height": arrangement.height,
        "margin": {"l": MARGIN_LEFT, "r": MARGIN_RIGHT, "t": 0, "b": 0},
        "paper_bgcolor": theme.paper,
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FAMILY, "size": FONT["days"], "color": theme.ink},
        "xaxis": axis | {"range": list(arrangement.years), "anchor": "y"},
        "xaxis2": axis | {"range": list(arrangement.days), "anchor": "y", "overlaying": "x"},
        "yaxis": axis | {"range": [arrangement.height, 0]},
        "barmode": "overlay",
        "dragmode": False,
        "hovermode": "closest",
        "showlegend": False,
        "shapes": [*_bands(arrangement, theme), *_ticks(arrangement, theme), *_lens(arrangement, theme)],
        "annotations": [
            *_titles(case, arrangement, theme),
            *_tick_labels(arrangement, theme),
        ],
    }


def _edges(arrangement: Arrangement, panel: Panel) -> tuple[float, float]:
    lanes = [lane for lane in arrangement.lanes if lane.panel == panel]
    return (lanes[0].top, lanes[-1].bottom) if lanes else (34.0, 34.0)


def _bands(arrangement: Arrangement, theme: Theme) -> Iterable[dict[str, Any]]:
    for number, lane in enumerate(lane for lane in arrangement.lanes if lane.panel == "days"):
        if number % 2 == 0:
            yield _rectangle("paper", 0, 1, lane.top, lane.bottom, theme.band)


def _rectangle(xref: str, x0: float, x1: float, y0: float, y1: float, colour: str) -> dict[str, Any]:
    return {
        "type": "rect", "xref": xref, "x0": x0, "x1": x1, "yref": "y", "y0": y0, "y1": y1,
        "fillcolor": colour, "line": {"width": 0}, "layer": "below",
    }  # fmt: skip


def _ticks(arrangement: Arrangement, theme: Theme) -> Iterable[dict[str, Any]]:
    top, bottom = _edges(arrangement, "years")
    for day in _new_years(arrangement):
        yield _line("x", day, top - 4, bottom, theme.line)
    lanes = [lane for lane in arrangement.lanes if lane.panel == "days"]
    for day in range(int(arrangement.days[0]), int(arrangement.days[1]) + 1):
        for lane in lanes:
            yield _line("x2", day, lane.top, lane.undated, theme.line)


def _line(xref: str, x: float, y0: float, y1: float, colour: str) -> dict[str, Any]:
    return {
        "type": "line", "xref": xref, "x0": x, "x1": x, "yref": "y", "y0": y0, "y1": y1,
        "line": {"width": 1, "color": colour}, "layer": "below",
    }  # fmt: skip


def _new_years(arrangement: Arrangement) -> list[int]:
    first, last = (date.fromordinal(int(day)).year for day in arrangement.years)
    days = (date(year, 1, 1).toordinal() for year in range(first, last + 1))
    return [day for day in days if day <= arrangement.years[1]]


def _lens(arrangement: Arrangement, theme: Theme) -> Iterable[dict[str, Any]]:
    top, bottom = _edges(arrangement, "years")
    opened = _edges(arrangement, "days")[0]
    left, right = ((day - arrangement.years[0]) / (arrangement.years[1] - arrangement.years[0]) for day in arrangement.days)
    yield _rectangle("paper", left, right, top - 4, bottom, theme.line)
    yield {
        "type": "path", "xref": "paper", "yref": "y", "fillcolor": theme.band, "line": {"width": 0}, "layer": "below",
        "path": f"M{left},{bottom} L{right},{bottom} L1,{opened} L0,{opened} Z",
    }  # fmt: skip


def _text(text: str, x: float, y: float, xref: str, **more: Any) -> dict[str, Any]:
    return {"text": text, "x": x, "y": y, "xref": xref, "yref": "y", "showarrow": False, "yanchor": "middle"} | more


def _titles(case: Case, arrangement: Arrangement, theme: Theme) -> Iterable[dict[str, Any]]:
    quiet = {"color": theme.quiet, "size": 11.5}
    for lane in arrangement.lanes:
        yield _text(
            _wrapped(lane.title), 0, (lane.top + lane.bottom) / 2, "paper", xanchor="right", xshift=-10, align="right",
            font={"color": theme.ink if lane.panel == "days" else theme.quiet, "size": FONT[lane.panel]},
        )  # fmt: skip
        if lane.undated < lane.bottom:
            yield _text("no day given: placed by order alone", 1, lane.undated, "paper", xanchor="right", yshift=2, font=quiet | {"size": 10})
    opened = _edges(arrangement, "days")[0]
    first, last = (date.fromordinal(int(day)) for day in (arrangement.days[0], arrangement.days[1] - 1))
    enlarged = (arrangement.years[1] - arrangement.years[0]) / (arrangement.days[1] - arrangement.days[0])
    yield _text(
        f"<b>{first.day} {first:%B} to {last.day} {last:%B %Y}</b>, enlarged {enlarged:.0f} times",
        0.5, opened - 50, "paper", xanchor="center", font={"color": theme.ink},
    )  # fmt: skip
    key = []
    for side in case.sides:
        style = side_style(case, side.id)
        key.append(f'<span style="color:{style.colour}">{style.glyph}</span> {escape(side.title)}')
    yield _text("   ".join(key), 0, arrangement.height - 14, "paper", xanchor="left", font={"size": 12})


def _wrapped(title: str) -> str:
    return "<br>".join(escape(word) for word in title.split()) if len(title) > 14 else escape(title)


def _tick_labels(arrangement: Arrangement, theme: Theme) -> Iterable[dict[str, Any]]:
    quiet = {"color": theme.quiet, "size": 11.5}
    top, _ = _edges(arrangement, "years")
    for day in _new_years(arrangement):
        yield _text(str(date.fromordinal(day).year), day, top - 14, "x", xanchor="left", xshift=2, font=quiet)
    plot = arrangement.width - MARGIN_LEFT - MARGIN_RIGHT
    wide = plot / (arrangement.days[1] - arrangement.days[0]) >= 52
    opened = _edges(arrangement, "days")[0]
    for number in range(int(arrangement.days[1] - arrangement.days[0])):
        day = date.fromordinal(int(arrangement.days[0]) + number)
        month = f" {day:%b}" if wide else ""
        yield _text(f"{day:%a}<br><b>{day.day}</b>{month}", day.toordinal() + 0.5, opened - 18, "x2", font=quiet)
