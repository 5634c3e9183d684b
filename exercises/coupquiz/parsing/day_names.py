"""Days in the lesson's language, whatever language the computer speaks."""

from __future__ import annotations

from datetime import date

from coupdata.i18n import _
from coupquiz.parsing.date_words import month_names


def day_and_month(day: date) -> str:
    """Return a day without its year: "4 June"."""
    return _("{day} {month}").format(day=day.day, month=[*month_names().values()][day.month - 1])


def weekday(day: date) -> str:
    """Return the day of the week: "Thursday"."""
    names = (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )
    return names[day.weekday()]
