"""The axis of a case as an answer sheet has it, and where days stand on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from coupdata.model import Case, Days, in_scope
from coupdata.model.date_labels import month_length
from coupdata.views.timeline_chart.marks import known_days
from coupquiz.core.form import Axis

_DAY = timedelta(1)


class Strip(NamedTuple):
    """A stretch of days, drawn from the left to the right of a sheet."""

    first: date
    last: date

    def share(self, day: date) -> float:
        """Return how far across the morning of a day stands, in percent: 0 is the morning of the first."""
        return round((day - self.first).days / ((self.last - self.first).days + 1) * 100, 2)

    def holds(self, days: Days) -> bool:
        """Return whether some days lie wholly in it."""
        return self.first <= days[0] and days[1] <= self.last

    def days(self) -> Iterator[date]:
        """Yield every day of it."""
        for number in range((self.last - self.first).days + 1):
            yield self.first + number * _DAY

    def extent(self, days: Days) -> tuple[float, float]:
        """Return where some days begin and end across, in percent, as far as they lie in it."""
        return max(0.0, self.share(days[0])), min(
            100.0, self.share(days[1] + _DAY if days[1] < date.max else days[1])
        )


def axis_of(case: Case) -> Axis:
    """Return the axis of a case: whole years around all that the source dates, and the lens of its timeline.

    It depends on no single event, so nothing follows from it for a question.
    """
    known = [day for event in in_scope(case.events) for day in known_days(event)]
    known += [float(day.toordinal()) for day in case.lens]
    first, last = (date.fromordinal(int(pick(known))).year for pick in (min, max))
    return Axis(
        date(first, 1, 1).isoformat(),
        date(last, 12, 31).isoformat(),
        case.lens[0].isoformat(),
        case.lens[1].isoformat(),
        case.calendar or "",
    )


def years_of(axis: Axis) -> Strip:
    """Return the strip of the years."""
    return Strip(date.fromisoformat(axis.first), date.fromisoformat(axis.last))


def days_of(axis: Axis) -> Strip:
    """Return the strip of the days that are enlarged."""
    return Strip(date.fromisoformat(axis.enlarged_from), date.fromisoformat(axis.enlarged_to))


def every(count: int, most: int) -> int:
    """Return of how many things one has a name, so that at most so many of them have: 2 of 13 and 10."""
    return max(1, ceil(count / most))


def anywhere(axis: Axis) -> Iterator[Days]:
    """Yield what somebody may mark who knows nothing: each day that is enlarged, each month, each year."""
    years, days = years_of(axis), days_of(axis)
    yield from ((day, day) for day in days.days())
    for year in range(years.first.year, years.last.year + 1):
        yield date(year, 1, 1), date(year, 12, 31)
        for month in range(1, 13):
            first = date(year, month, 1)
            yield first, first.replace(day=month_length(first))
