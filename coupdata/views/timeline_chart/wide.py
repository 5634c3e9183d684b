"""The timeline for a page of some width: a strip of the years, and a lens on it that opens into days."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from math import ceil
from typing import Any

from coupdata.i18n import _
from coupdata.model import Case
from coupdata.model.date_labels import day_name
from coupdata.model.when import weekday
from coupdata.views.html.palette import key_of
from coupdata.views.html.text_width import broken
from coupdata.views.timeline_chart.layout import (
    AXES,
    FONT,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    Arrangement,
    PlacedMark,
    arrange,
    span_heading,
)
from coupdata.views.timeline_chart.plotly_parts import (
    Theme,
    area,
    axis,
    canvas,
    line,
    rectangle,
    text,
    written,
)

_YEAR_ROOM, _DAY_ROOM = 36, 36  # pixels across for the name of a year and of a day
_STEPS = tuple(step * 10**zeros for zeros in range(4) for step in (1, 2, 5))  # of years
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def wide(
    case: Case, theme: Theme, *, width: float, context: bool, hidden: Collection[str] = ()
) -> tuple[Sequence[PlacedMark], dict[str, Any]]:
    """Return the marks of a case in their places and the layout around them."""
    arrangement = arrange(case, width=width, context=context, hidden=hidden)
    scales = arrangement.scales
    key = "\u2003".join(key_of(case, (place.mark.event for place in arrangement.places)))
    layout = canvas(theme, arrangement.height, (MARGIN_LEFT, MARGIN_RIGHT)) | {
        "xaxis": axis(*scales["years"]),
        "xaxis2": axis(*scales["days"], overlaying="x"),
        "shapes": [*_bands(arrangement, theme), *_ticks(arrangement, theme), *_lens(arrangement, theme)],
        "annotations": [
            *_lane_titles(arrangement, theme),
            _heading(arrangement, theme),
            *_year_names(arrangement, theme),
            *_day_names(case, arrangement, theme),
            text(key, 1, arrangement.height - 10, xref="paper", xanchor="right", font={"size": 12}),
        ],
    }
    return arrangement.places, layout


def _bands(arrangement: Arrangement, theme: Theme) -> Iterator[dict[str, Any]]:
    for number, lane in enumerate(lane for lane in arrangement.lanes if lane.panel == "days"):
        if number % 2 == 0:
            yield rectangle("paper", 0, 1, lane.top, lane.bottom, theme.band)


def _ticks(arrangement: Arrangement, theme: Theme) -> Iterator[dict[str, Any]]:
    """Lines of years and days, but not through the rows of events without a day: those are off the scale."""
    top, _ = arrangement.edges("years")
    for lane in arrangement.lanes:
        days = _new_years(arrangement) if lane.panel == "years" else _midnights(arrangement)
        for day in days if lane.has_dates or lane.panel == "years" else ():
            start = lane.top - (6 if lane.top == top else 0)
            yield line(AXES[lane.panel], (day, start), (day, lane.divide), theme.line)


def _new_years(arrangement: Arrangement) -> list[int]:
    """The first days of years, of as many as can be named without touching each other."""
    first, last = arrangement.scales["years"]
    years = range(date.fromordinal(int(first)).year, date.fromordinal(int(last)).year + 1)
    step = next(step for step in _STEPS if arrangement.plot / (last - first) * 365 * step >= _YEAR_ROOM)
    return [date(year, 1, 1).toordinal() for year in years if year % step == 0]


def _midnights(arrangement: Arrangement) -> range:
    first, last = arrangement.scales["days"]
    return range(int(first), int(last) + 1)


def _lens(arrangement: Arrangement, theme: Theme) -> Iterator[dict[str, Any]]:
    """The band in the strip that the panel enlarges, and the wedge that opens it."""
    years, days = arrangement.scales["years"], arrangement.scales["days"]
    left, right = ((day - years[0]) / (years[1] - years[0]) for day in days)
    top, bottom = arrangement.edges("years")
    opened, _ = arrangement.edges("days")
    yield rectangle("paper", left, right, top - 6, bottom, theme.line)
    path = f"M{left},{bottom} L{right},{bottom} L1,{opened} L0,{opened} Z"
    yield area(path, theme.band)


def _lane_titles(arrangement: Arrangement, theme: Theme) -> Iterator[dict[str, Any]]:
    """The lanes' titles, and beside events without a day what they lack."""
    beside = {"xref": "paper", "xanchor": "right", "xshift": -12, "align": "right"}
    for lane in arrangement.lanes:
        title = "<br>".join(map(written, broken(lane.category.title, FONT[lane.panel], MARGIN_LEFT - 12)))
        dated, undated = (lane.top + lane.divide) / 2, (lane.divide + lane.bottom) / 2
        if not lane.has_dates:
            dated, undated = undated - 8, undated + 9
        font = {"size": FONT[lane.panel], "color": theme.ink if lane.panel == "days" else theme.quiet}
        yield text(title, 0, dated, **beside, font=font)
        if lane.panel == "days" and lane.divide < lane.bottom:
            yield text("<i>no day given</i>", 0, undated, **beside, font={"size": 11.5, "color": theme.quiet})


def _heading(arrangement: Arrangement, theme: Theme) -> dict[str, Any]:
    """Which days the panel enlarges, and how much."""
    years, days = arrangement.scales["years"], arrangement.scales["days"]
    enlarged = round((years[1] - years[0]) / (days[1] - days[0]))
    heading = written(_("{days}, enlarged {n} times"))
    heading = heading.format(days=f"<b>{span_heading(days, 'days')}</b>", n=enlarged)
    opened = arrangement.edges("days")[0]
    font = {"size": 14, "color": theme.ink}
    return text(heading, 0, opened - 46, xref="paper", xanchor="left", font=font)


def _year_names(arrangement: Arrangement, theme: Theme) -> Iterator[dict[str, Any]]:
    top, _ = arrangement.edges("years")
    for day in _new_years(arrangement):
        year = str(date.fromordinal(day).year)
        font = {"size": 12, "color": theme.quiet}
        yield text(year, day, top - 15, xref=AXES["years"], xanchor="left", font=font)


def _day_names(case: Case, arrangement: Arrangement, theme: Theme) -> Iterator[dict[str, Any]]:
    opened, _ = arrangement.edges("days")
    midnights = _midnights(arrangement)
    day_room = arrangement.plot / (len(midnights) - 1)
    step = ceil(_DAY_ROOM / day_room)
    roomy = day_room * step >= 50
    month = 0
    for day in map(date.fromordinal, midnights[:-1:step]):
        named = f" {day_name(day).split()[1][:3]}" if roomy or day.month != month else ""
        month = day.month
        number = weekday(day, case.calendar)
        name = f"{'' if number is None else _WEEKDAYS[number]}<br><b>{day.day}</b>{named}"
        font = {"size": 11.5, "color": theme.quiet}
        yield text(name, day.toordinal() + 0.5, opened - 18, xref=AXES["days"], font=font)
