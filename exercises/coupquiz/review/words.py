"""What is said of a day of review: that it is done, how facts stand, and when something comes next."""

from __future__ import annotations

from datetime import date, timedelta

from coupdata.i18n import _, ngettext
from coupdata.views.html.element import Element, element
from coupquiz.parsing.day_names import day_and_month, weekday
from coupquiz.review.queue import ReviewDay

_WEEK = 7  # days


def said_of(day: ReviewDay) -> list[Element]:
    """Return what is said where nothing is left to do: that it is done, and when something comes next."""
    if day.due:
        title = _("Done for today.")
    elif day.memories or day.new:
        title = _("Nothing is due today.")
    else:
        title = _("Nothing can come back yet.")
        said = _("First answer some questions in the lesson; from the next day on they come back here.")
        return [element("p", element("strong", title), " ", said, class_="done")]
    coming = _("The next question comes {when}.").format(when=when(day.next, day.day)) if day.next else ""
    return [
        element("p", element("strong", title), " ", coming, class_="done"),
        element("p", standing(len(day.holds), len(day.fades), len(day.new)), class_="quiet"),
    ]


def standing(holds: int, fades: int, new: int) -> str:
    """Return in a sentence how many facts hold, fade and are new."""
    said = [ngettext("{n} fact holds", "{n} facts hold", holds).format(n=holds)]
    if fades:
        said.append(ngettext("{n} fades", "{n} fade", fades).format(n=fades))
    if new:
        said.append(ngettext("{n} is new", "{n} are new", new).format(n=new))
    return f"{', '.join(said)}."


def when(day: date, today: date) -> str:
    """Return a coming day for a sentence: "tomorrow", "on Thursday", "on 4 June"."""
    if day == today + timedelta(1):
        return _("tomorrow")
    if (day - today).days < _WEEK:
        return _("on {weekday}").format(weekday=weekday(day))
    return _("on {day}").format(day=day_and_month(day))
