"""The axis of a timeline to answer on: a strip of the years, and below it the days that it enlarges.

It is SVG whose places across are in percent, so that it fits every width without a script, and letters keep
their size. Colours are the page's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from coupdata.i18n import _
from coupdata.model import Days
from coupdata.model.date_labels import day_name
from coupdata.model.when import Calendar, weekday
from coupdata.views.html.element import Element, element
from coupdata.views.timeline_chart.layout import span_heading
from coupquiz.core.form import Axis
from coupquiz.kinds.axis.scale import Strip, days_of, every, years_of

TALL = (36, 48)
"""Pixels down that both strips take, of the years and of the days: as much as a finger needs."""

_TOP, _BETWEEN = (
    18,
    52,
)  # pixels down: above the years, for their names; between the strips, for those of days

Band = tuple[int, int]
"""From where to where something reaches, in pixels from the top."""

_CALENDARS: dict[str, Calendar] = {"gregorian": "gregorian", "julian": "julian"}
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MOST_YEARS, _MOST_DAYS = 12, 16  # names that a phone has room for
_WIDE = 1000  # units across in which lines are drawn; the page stretches them


def sheet(axis: Axis) -> Element:
    """Return an empty axis; its strips are for the script to put something on, and on paper for a pencil."""
    days = (axis.first, axis.last, axis.enlarged_from, axis.enlarged_to)
    names = dict(zip(("data_first", "data_last", "data_from", "data_to"), days, strict=True))
    return element("div", drawn(axis), class_="axis-sheet", **names)


def bands(tall: tuple[int, int] = TALL) -> tuple[Band, Band]:
    """Return from where to where the strips of the years and of the days reach, in pixels from the top."""
    opened = _TOP + tall[0] + _BETWEEN
    return (_TOP, _TOP + tall[0]), (opened, opened + tall[1])


def drawn(axis: Axis, more: Iterable[Element] = (), tall: tuple[int, int] = TALL) -> Element:
    """Return the axis as a picture, with more drawn on it; its strips are so many pixels tall."""
    years, days = years_of(axis), days_of(axis)
    said = _("An axis of the years {years}, and below it, enlarged, {days}.")
    name = said.format(years=_heading(years, "years"), days=_heading(days, "days"))
    of_years, of_days = bands(tall)
    height = str(of_days[1] + 2)
    day_names = _day_names(days, axis.calendar, of_days[0])
    return element(
        "svg",
        _lines(years, days, of_years, of_days),
        element("g", *_year_names(years), fill="currentcolor", font_size="13", text_anchor="middle"),
        element("g", *day_names, fill="currentcolor", text_anchor="middle"),
        *more,
        width="100%",
        height=height,
        role="img",
        aria_label=name,
    )


def _heading(strip: Strip, panel: str) -> str:
    scale = float(strip.first.toordinal()), float(strip.last.toordinal() + 1)
    return span_heading(scale, "days" if panel == "days" else "years")


def _lines(years: Strip, days: Strip, of_years: Band, of_days: Band) -> Element:
    """Bands, ticks, and the lens that opens from the one into the other."""
    (top, bottom), (opened, end) = of_years, of_days
    left, right = (f"{share * 10:g}" for share in years.extent((days.first, days.last)))
    shades = (
        (f"M0,{top}H{_WIDE}V{bottom}H0Z M0,{opened}H{_WIDE}V{end}H0Z", ".07"),
        (f"M{left},{top}H{right}V{bottom}H{left}Z", ".22"),
        (f"M{left},{bottom}H{right}L{_WIDE},{opened}H0Z", ".05"),
    )
    ticks = [*_ticks(years, _new_years(years), of_years), *_ticks(days, days.days(), of_days)]
    line = {"stroke": "currentcolor", "stroke_opacity": ".4", "vector_effect": "non-scaling-stroke"}
    return element(
        "svg",
        *(element("path", d=d, fill="currentcolor", fill_opacity=opacity) for d, opacity in shades),
        element("path", d="".join(ticks), fill="none", **line),
        viewBox=f"0 0 {_WIDE} {end + 2}",
        preserveAspectRatio="none",
        width="100%",
        height=str(end + 2),
    )


def _ticks(strip: Strip, days: Iterable[date], band: Band) -> Iterator[str]:
    for share in (*map(strip.share, days), 100):
        yield f"M{share * 10:g},{band[0]}V{band[1]}"


def _new_years(years: Strip) -> list[date]:
    return [date(year, 1, 1) for year in range(years.first.year, years.last.year + 1)]


def _year_names(years: Strip) -> Iterator[Element]:
    """The years that can be named, each in its middle."""
    new_years = _new_years(years)
    for new_year in new_years[:: every(len(new_years), _MOST_YEARS)]:
        middle = sum(years.extent((new_year, new_year.replace(month=12, day=31)))) / 2
        yield _words(str(new_year.year), middle, 12)


def _day_names(days: Strip, calendar: str, opened: int) -> Iterator[Element]:
    """The days that can be named, each in its middle, with the weekday; first and new months, too."""
    months: list[Element] = []
    weekdays: list[Element] = []
    numbers: list[Element] = []
    every_day = list(days.days())
    month = 0
    for day in every_day[:: every(len(every_day), _MOST_DAYS)]:
        middle = sum(days.extent((day, day))) / 2
        number = weekday(day, _CALENDARS.get(calendar))
        if day.month != month:
            months.append(_words(day_name(day).split()[1][:3], middle, opened - 30))
        if number is not None:
            weekdays.append(_words(_WEEKDAYS[number], middle, opened - 18))
        month = day.month
        numbers.append(_words(str(day.day), middle, opened - 5))
    yield element("g", *months, font_size="11", font_weight="600")
    yield element("g", *weekdays, font_size="11", fill_opacity=".8", class_="weekdays")
    yield element("g", *numbers, font_size="13", font_weight="600")


def _words(words: str, across: float, down: int) -> Element:
    return element("text", words, x=f"{across:.4g}%", y=str(down))


def bar(strip: Strip, days: Days, down: float, thick: float, **more: str) -> Element:
    """Return some days as a bar across a strip, never too thin to be seen."""
    left, right = strip.extent(days)
    width = max(right - left, 0.6)
    return element(
        "rect", x=f"{left:.4g}%", width=f"{width:.4g}%", y=f"{down:g}", height=f"{thick:g}", rx="3", **more
    )
