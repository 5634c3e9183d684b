"""Dates as answers on an axis have them: EDTF, or what somebody has typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from coupdata.i18n import _
from coupdata.model import Days
from coupdata.model.date_labels import month_length, night_label, part_label
from coupdata.model.edtf import DateError, read_when
from coupquiz.parsing.dates import TypedDate, read_date

UNDATED = "undated"
"""The answer that the source gives no date."""

OPEN = ".."
"""An end that the source leaves open, as EDTF writes it."""

_NIGHT = timedelta(1)
_NO_DATE = {
    UNDATED,
    OPEN,
    "no date",
    "no date given",
    "no day given",
    "not dated",
    "not given",
    "open",
    "unknown",
}


def is_open(text: str) -> bool:
    """Return whether a text says that the source gives no date."""
    return text.casefold() in _NO_DATE


def is_edtf(text: str) -> bool:
    """Return whether a text is a date as the axis writes it."""
    try:
        return bool(text and read_when(text))
    except DateError:
        return False


def read_placed(text: str, year: int) -> TypedDate | None:
    """Return the date of an answer; None where it is none.

    A set of two days is the night between them, and an interval that is half a month is called so.
    """
    typed = read_date(text, year)
    if typed and text.startswith("[") and typed.last - typed.first == _NIGHT:
        return replace(typed, label=night_label(typed.first, typed.last))
    if typed and "/" in text and (typed.first, typed.last) in _halves(typed.first):
        return replace(typed, label=part_label(typed.first, typed.last))
    return typed


def edtf_of(days: Days, *, night: bool = False) -> str:
    """Return days as EDTF: a day, a month, a year, else an interval; as a night, a set of two days."""
    first, last = days
    if night:
        return f"[{first}..{last}]"
    if first == last:
        return f"{first}"
    if first.day == 1 and last == first.replace(day=month_length(first)):
        return f"{first:%Y-%m}"
    if (first.month, first.day, last.month, last.day, last.year) == (1, 1, 12, 31, first.year):
        return f"{first:%Y}"
    return f"{first}/{last}"


def as_drawn(text: str, year: int) -> str:
    """Return an answer as the script of the sheet reads it: EDTF, `OPEN`, or nothing."""
    if is_open(text):
        return OPEN
    typed = read_placed(text, year)
    if not typed:
        return ""
    is_night = typed.label == night_label(typed.first, typed.last) if _is_two_days(typed) else False
    return edtf_of((typed.first, typed.last), night=is_night)


def in_words(text: str) -> str:
    """Return an answer for people to read: EDTF in words, what was typed as it is."""
    if is_open(text):
        return _("No date: the reading gives none.")
    typed = read_placed(text, 0) if is_edtf(text) else None
    return typed.label if typed else text


def understood(text: str, year: int) -> str:
    """Return how a typed date was read, in a sentence; nothing where there is none, or the axis says it."""
    if not text or text in (UNDATED, OPEN) or is_edtf(text):
        return ""
    if is_open(text):
        return _("Understood as: no date is given.")
    typed = read_placed(text, year)
    if not typed:
        return _("This cannot be read as a date yet.")
    return f"{_('Understood as {date}.').format(date=typed.label)} {typed.caution}".rstrip()


def _halves(day: date) -> tuple[Days, Days]:
    """Return both halves of the month of a day."""
    first, length = day.replace(day=1), month_length(day)
    middle = length // 2
    return (first, day.replace(day=middle)), (day.replace(day=middle + 1), day.replace(day=length))


def _is_two_days(typed: TypedDate) -> bool:
    return typed.last - typed.first == _NIGHT
