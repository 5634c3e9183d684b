"""When something was: bounds, precision, and whether two times can be the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Days = tuple[date, date]
"""A first and a last day."""

Precision = Literal["day", "night", "part of a month", "month", "year", "years", "undated"]
"""How exactly the source dates an event."""

Calendar = Literal["gregorian", "julian"]
"""By which the days of a case are counted."""

PRECISIONS: tuple[Precision, ...] = get_args(Precision)
"""From the most exact to the least."""


_GREGORIAN = date(1582, 10, 15)  # the first day of this calendar


@dataclass(frozen=True, slots=True)
class Bound:
    """The earliest and the latest date of a start or an end; None where the source leaves it open."""

    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class When:
    """When an event was: what the source says, and no more."""

    edtf: str
    """The date in Extended Date/Time Format (ISO 8601-2); empty where the event is undated."""
    start: Bound
    end: Bound
    precision: Precision
    label: str
    """The date as people write it: "night of 2–3 May 1920"; "undated"."""
    as_written: str
    """The source's own words for it, under eight words; empty where it has none."""

    @property
    def told(self) -> str:
        """The date as views tell it: the label, or that no day is given."""
        return "no day given" if self.precision == "undated" else self.label


def weekday(day: date, calendar: Calendar | None) -> int | None:
    """Return the weekday of a day as its calendar counts, Monday as 0; None where none is right."""
    if calendar == "gregorian":
        return day.weekday() if day >= _GREGORIAN else None
    if calendar == "julian":
        behind = day.year // 100 - day.year // 400 - 2  # days that it lags by, from 1 March of a century on
        if day.year % 100 == 0 and day.year % 400 and day.month < 3:
            behind -= 1
        return (day.weekday() + behind) % 7
    return None


def same_time(a: When, b: When) -> bool | None:
    """Return whether two events are dated the same; None where they differ but can be the same moment."""
    if a.label == b.label:
        return True
    moments = a.edtf and b.edtf and a.start == a.end and b.start == b.end
    return None if moments and overlap(span(a), span(b)) else False


def span(when: When) -> Days:
    """Return the first and the last day of a date; of a span that is open at one end, those of the other."""
    first = when.start.earliest or when.end.earliest or date.min
    last = when.end.latest or when.start.latest or date.max
    return first, last


def overlap(a: Days, b: Days) -> bool:
    """Return whether some day is in both."""
    return a[0] <= b[1] and b[0] <= a[1]
