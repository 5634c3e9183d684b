"""The events of a case on a scale of days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from html import escape
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from coupdata.dates import read_when
from coupdata.labels import day_name
from coupdata.model import Case, Category, Event
from coupdata.views.extent import Extent, extent

LOOKS = (
    ("#0072B2", "circle", "●"),
    ("#D55E00", "diamond", "◆"),
    ("#B03FE8", "square", "■"),
    ("#7A7A7A", "triangle-up", "▲"),
    ("#B38A61", "triangle-down", "▼"),
)
"""Colour and symbol of each side, in the order of the case; the symbol repeats what the colour says."""

_NO_SIDE = ("#8A8A8A", "circle", "●")
_ROW, _LETTER, _WIDTH = 28, 6.8, 900
"""Pixels: the height of a row, a letter of a label, the width for which labels are placed."""

_DAY = timedelta(days=1)
_FAR = 30 * _DAY  # so far over the edge that nobody sees how a mark ends
_BEHIND = {"layer": "below"}
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def timeline(case: Case) -> go.Figure:
    """Return the weeks that the case enlarges as a chart: lanes of places, a row for each event.

    A symbol is a day or, on the line between two days, a night. A solid bar is what lasted. A dotted frame
    holds the days in one of which something began, by its dates or by its place in the order of events; it
    runs over the edge where nothing closes it. Events from beyond the article are left out.
    """
    told = [event for event in case.events if event.scope != "context"]
    rows: list[Category | Event] = []
    for lane in case.lanes:
        shown = [event for event in told if event.lane == lane.id and _begins_in_lens(case, event)]
        rows += [lane, *shown] if shown else []
    figure = _Chart(layout=_layout(case, rows))
    for y, row in enumerate(rows):
        if isinstance(row, Event):
            _draw(figure, case, row, y)
        else:
            figure.add_annotation(
                text=f"<b>{_ink(row.title)}</b>", x=0, xref="paper", xanchor="left", y=y, showarrow=False
            )
    return figure


class _Chart(go.Figure):  # type: ignore[misc]
    """A figure that a notebook keeps as data; shown Plotly's own way it would bring a script of 5 MB."""

    def _ipython_display_(self) -> None:
        self.show("plotly_mimetype", config={"displayModeBar": False, "responsive": True})


def _begins_in_lens(case: Case, event: Event) -> bool:
    first, last = case.lens
    days = extent(case, event)
    known = [day for day in (days.first, days.begun) if day and days.first]
    return any(first <= day <= last for day in known)


def _draw(figure: go.Figure, case: Case, event: Event, y: float) -> None:
    days = extent(case, event)
    opens, closes = _edges(case, days)
    colour, symbol, _ = _look(case, event)
    about = (event.title, event.when.label, *wrap(event.summary, 56))
    hover = {"name": event.id, "text": "<br>".join(map(escape, about)), "hoverinfo": "text"}
    if days.form in ("day", "night"):
        middle = opens + (closes - opens) / 2
        marker = {"color": colour, "symbol": symbol, "size": 14}
        figure.add_scatter(x=[middle], y=[y], mode="markers", marker=marker, **hover)
        _label(figure, case, event.title, y, middle, middle)
        return
    begun = _midnight(days.begun) + _DAY if days.form == "open" and days.begun else closes
    if days.form in ("span", "open"):
        x = [opens if days.form == "span" else begun, closes]
        figure.add_scatter(x=x, y=[y, y], mode="lines", line={"color": colour, "width": 8}, **hover)
    if days.form in ("window", "open"):
        frame = {"color": colour, "width": 1.5, "dash": "3px,3px"}
        fill = {"fill": "toself", "fillcolor": f"{colour}1A", "hoveron": "fills"}
        x, low, high = [opens, begun, begun, opens, opens], y - 0.36, y + 0.36
        figure.add_scatter(x=x, y=[low, low, high, high, low], mode="lines", line=frame, **fill, **hover)
    _label(figure, case, event.title, y, opens, begun)


def _label(figure: go.Figure, case: Case, title: str, y: float, opens: datetime, closes: datetime) -> None:
    """Write the title into its frame, else right of its mark, else left."""
    left, right = _scale(case)
    length = (right - left) * (len(title) * _LETTER + 12) / _WIDTH
    start = max(opens, left)
    gap = 6 if closes > opens else 12
    if start + length <= min(closes, right):
        place = {"x": start, "xanchor": "left", "xshift": gap}
    elif closes + length <= right:
        place = {"x": closes, "xanchor": "left", "xshift": gap}
    else:
        place = {"x": start, "xanchor": "right", "xshift": -gap}
    figure.add_annotation(text=_ink(title), y=y, yanchor="middle", showarrow=False, **place)


def _layout(case: Case, rows: Sequence[Category | Event]) -> dict[str, Any]:
    left, right = _scale(case)
    days = [case.lens[0] + n * _DAY for n in range((right - left).days)]
    lanes = [y - 0.6 for y, row in enumerate(rows) if not isinstance(row, Event)]
    return {
        "title": {"text": _caption(case, rows), "x": 0, "xref": "paper", "y": 0.97, "yanchor": "top"},
        "height": 120 + _ROW * len(rows),
        "margin": {"l": 8, "r": 8, "t": 68, "b": 52},
        "font": {"family": "system-ui, sans-serif", "size": 13},
        "title_font_size": 14,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {"align": "left"},
        "template": "none",
        "xaxis": {
            "range": [left, right],
            "fixedrange": True,
            "tickvals": [_midnight(day) + _DAY / 2 for day in days],
            "ticktext": [_ink(_tick(day)) for day in days],
            "showgrid": False,
            "zeroline": False,
        },
        "yaxis": {"range": [len(rows) - 0.4, -0.7], "fixedrange": True, "visible": False},
        "shapes": [_day_line(day) for day in days]
        + [_band(top, end) for top, end in zip(lanes[::2], [*lanes[1::2], len(rows) - 0.4], strict=False)],
    }


def _day_line(day: date) -> dict[str, Any]:
    line = {"color": "rgba(128,128,128,0.18)", "width": 1}
    return {
        "x0": _midnight(day),
        "x1": _midnight(day),
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": line,
        **_BEHIND,
    }


def _band(top: float, end: float) -> dict[str, Any]:
    grey = {"fillcolor": "rgba(128,128,128,0.09)", "line": {"width": 0}}
    return {"type": "rect", "x0": 0, "x1": 1, "xref": "paper", "y0": top, "y1": end, **grey, **_BEHIND}


def _caption(case: Case, rows: Sequence[Category | Event]) -> str:
    """Return the days shown, whose symbols stand for which side, and how many events lie elsewhere."""
    shown = [row for row in rows if isinstance(row, Event)]
    first, last = case.lens
    told = [event for event in case.events if event.scope != "context"]
    earlier = [e for e in told if e.when.start.latest and e.when.start.latest < first]
    undated = [e for e in told if e not in shown and e.when.precision == "undated"]
    span = read_when(f"{first}/{last}").label
    looks = {_look(case, event) for event in shown}
    sides = [(LOOKS[n % len(LOOKS)], side.title) for n, side in enumerate(case.sides)]
    known = [(look, title) for look, title in sides if look in looks]
    keys = [f'<span style="color:{look[0]}">{look[2]}</span> {_ink(title)}' for look, title in known]
    elsewhere = _ink(f"not here: {len(earlier)} earlier events, {len(undated)} without a date", quiet=True)
    return f"<b>{_ink(span)}</b>  {elsewhere}<br>{'   '.join(keys)}"


def _look(case: Case, event: Event) -> tuple[str, str, str]:
    """Return colour and symbols of the side of the first who acts."""
    sides = [side.side for actor in event.actors[:1] for side in case.actor(actor).sides]
    ids = [side.id for side in case.sides]
    return LOOKS[ids.index(sides[0]) % len(LOOKS)] if sides else _NO_SIDE


def _edges(case: Case, days: Extent) -> tuple[datetime, datetime]:
    """Return the midnights between which a mark lies, over the edge where its extent is open."""
    left, right = _scale(case)
    opens = _midnight(days.first) if days.first else left - _FAR
    return opens, _midnight(days.last) + _DAY if days.last else right + _FAR


def _scale(case: Case) -> tuple[datetime, datetime]:
    first, last = case.lens
    return _midnight(first), _midnight(last) + _DAY


def _tick(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]}\n{day.day} {day_name(day).split()[1][:3]}"


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _ink(text: str, *, quiet: bool = False) -> str:
    """Return text in the page's own colour, which follows the theme; Plotly has only colours that stay."""
    colour = f"var(--jp-content-font-color{'2, GrayText' if quiet else '1, CanvasText'})"
    lines = escape(text).split("\n")
    return "<br>".join(f'<span style="color:{colour}">{line}</span>' for line in lines)
