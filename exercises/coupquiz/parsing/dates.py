"""Dates as people type them: "2-3 May 1920", "1-May-20", "3. 5. 1920", "late April", or EDTF."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from coupdata.i18n import _, language
from coupdata.model import Days, span
from coupdata.model.date_labels import day_name, joined, moment_label, month_length, night_label, part_label
from coupdata.model.edtf import DateError, read_when
from coupquiz.parsing.date_words import (
    EVENING,
    FILLERS,
    JOINTS,
    MORNING,
    NIGHTS,
    PARTS,
    in_century,
    month_number,
    simplified,
)

_LONGEST = 100  # characters: no date is longer

_MONTHS = [day_name(date(2000, month, 1)).split()[1].casefold() for month in range(1, 13)]
_TIGHT = ("-", "/")
"""Signs that also stand within a date: 1-May-1920."""

_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?!\d)", re.ASCII)
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?!\d)", re.ASCII)
_NO_YEAR = re.compile(r"(?<!\d)(\d{1,2})(?:\.\s*|/)(\d{1,2})(?!\d)\.?", re.ASCII)
_NO_YEAR_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.\s*(\d{1,2})(?!\d)\.?", re.ASCII)
_SHORT_YEAR_LAST = re.compile(r"(?<![\w])(\d{1,2})([./-])([^\W\d_]{3,})\.?\2(\d{2})(?!\d)")
_TOKEN = re.compile(r"\d+s\b|\d+|[^\W\d_]+|[-/]")


@dataclass(frozen=True, slots=True)
class TypedDate:
    """What a typed text says."""

    first: date
    """The first day that it can mean."""
    last: date
    label: str
    """How it was read, for people."""
    caution: str = ""
    """How to say the other date that numbers could mean; empty where they mean one."""
    in_words: bool = False
    """Whether it names a part of a month, whose days are not quite agreed: "later April"."""


def read_date(text: str, year: int) -> TypedDate | None:
    """Return the date that a text says; None where it says none.

    In numbers the day comes before the month, and the caution says so.

    Args:
        text: As it was typed.
        year: The one that is meant where none is named.
    """
    return _read(text, year, language())


@lru_cache  # a class types few dates, and many times
def _read(text: str, year: int, _language: str) -> TypedDate | None:
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain or len(plain) > _LONGEST:
        return None
    try:
        when = read_when(plain.upper())
    except DateError:
        return _read_words(plain.casefold(), year)
    return TypedDate(*span(when), when.label)


@dataclass(frozen=True, slots=True)
class _Moment:
    """The words for a day, a month, a part of one, a year or a decade."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    part: str = ""
    decade: int | None = None
    """Its first year."""


def _read_words(text: str, year: int) -> TypedDate | None:
    text, caution = _spell_numbers(simplified(text, year), year)
    words = _TOKEN.findall(text)
    night = not NIGHTS.isdisjoint(words) or {EVENING, MORNING} <= set(words)
    words = [word for word in words if word not in FILLERS | NIGHTS]
    open_end = words[-1] if words[-2:-1] == ["or"] and words[-1] in ("later", "earlier") else ""
    moments = _moments(words[:-2] if open_end else words, year)
    if not all(moments) or len(moments) > 2:
        return None
    known = [_completed(a, b, year) for a, b in zip(moments, reversed(moments), strict=True) if a and b]
    try:
        spans = [_days(moment) for moment in known]
        first, last = spans[0][0], spans[-1][1]
        if night and first == last:
            last += timedelta(1)
    except (ValueError, OverflowError):
        return None
    if first > last:
        return None
    label = night_label(first, last) if night and (last - first).days == 1 else _label(known, spans)
    if open_end == "later":
        last = date.max
    elif open_end:
        first = date.min
    in_words = any(moment.part for moment in known)
    return TypedDate(first, last, f"{label}{f' or {open_end}' if open_end else ''}", caution, in_words)


def _spell_numbers(text: str, year: int) -> tuple[str, str]:
    """Return a text with months of numbers in words, and a caution where they could be read otherwise."""
    caution = ""

    def spelt(day: str, month: str, typed_year: str = "", *, sure: bool = False) -> str:
        nonlocal caution
        if int(month) > 12 >= int(day) and not sure:
            day, month = month, day
            caution = _("The month came first there.")
        elif int(day) <= 12 and int(day) != int(month) and not sure and int(month):
            other = f"{int(month)} {_MONTHS[int(day) - 1].title()}"
            caution = _("The day was taken to come first; if you mean {other}, write the month in words.")
            caution = caution.format(other=other)
        name = _MONTHS[int(month) - 1] if 1 <= int(month) <= 12 else "unknown"
        return f" {day} {name} {in_century(typed_year, year)} "

    text = _YEAR_FIRST.sub(lambda match: spelt(match[4], match[3], match[1], sure=True), text)
    text = _YEAR_LAST.sub(lambda match: spelt(match[1], match[3], match[4]), text)
    text = _SHORT_YEAR_LAST.sub(lambda match: f"{match[1]} {match[3]} {in_century(match[4], year)}", text)
    bare = _NO_YEAR_DOTTED if re.search(r"[^\W\d_]", text) else _NO_YEAR
    return bare.sub(lambda match: spelt(match[1], match[2]), text), caution


def _moments(words: list[str], year: int) -> list[_Moment | None]:
    """Return what the words say between joints; None where that is nothing.

    What a hyphen or a slash joins may be one moment: a day, its month and its year.
    """
    moments: list[_Moment | None] = []
    for joint, group in _groups(words):
        moment = _moment(group, year)
        whole = _merged(moments[-1], moment) if joint in _TIGHT and moments else None
        moments[-1:] = [whole] if whole else [*moments[-1:], moment]
    return moments


def _groups(words: list[str]) -> list[tuple[str, list[str]]]:
    """Return the joint before each moment, and its words."""
    groups: list[tuple[str, list[str]]] = [("", [])]
    for i, word in enumerate(words):
        if word not in JOINTS:
            groups[-1][1].append(word)
        elif groups[-1][1] and words[i - 1] not in PARTS:  # no joint: "until 1919", "mid-April"
            groups.append((word, []))
    return groups


def _moment(words: list[str], year: int) -> _Moment | None:
    """Return what some words say; None where one is unknown or says what another has said."""
    moment = _Moment()
    for word in words:
        field, value = _field(word)
        if field == "day" and moment.day and moment.month and not moment.year and len(word) == 2:
            field, value = "year", int(in_century(word, year))  # 1 May 20
        if not field or getattr(moment, field):
            return None
        moment = replace(moment, **{field: value})
    return moment if words else None


def _merged(a: _Moment | None, b: _Moment | None) -> _Moment | None:
    """Return a day, a month and a year as one moment, if two say it together; None where they do not."""
    if not a or not b or a.part or b.part or a.decade or b.decade:
        return None
    fields = ("day", "month", "year")
    if not (a.month or b.month) or any(getattr(a, field) and getattr(b, field) for field in fields):
        return None
    return replace(a, **{field: getattr(a, field) or getattr(b, field) for field in fields})


def _field(word: str) -> tuple[str, Any]:
    if word in PARTS:
        return "part", PARTS[word]
    if word.isdecimal() and (number := int(word)):
        return "year" if len(word) > 2 or number > 31 else "day", number
    if re.fullmatch(r"\d{3}0s", word):
        return "decade", int(word[:-1])
    return ("month", month) if (month := month_number(word)) else ("", None)


def _completed(moment: _Moment, other: _Moment, year: int) -> _Moment:
    """Return a moment with what it leaves to the other one of a span, or to the year that is meant."""
    if moment.day and not (moment.month or other.month or moment.year) and other.year:  # 1918-19
        return _Moment(year=other.year // 100 * 100 + moment.day)
    month = moment.month or (other.month if moment.day and other.day else None)
    return replace(moment, month=month, year=moment.year or other.year or year)


def _days(moment: _Moment) -> Days:
    """Return the first and the last day; a ``ValueError`` says that there is no such day."""
    day, month, year = moment.day, moment.month, moment.year or 0
    if moment.decade and not (day or month or moment.part):
        return date(moment.decade, 1, 1), date(moment.decade + 9, 12, 31)
    if moment.decade or ((moment.part or day) and not month) or (moment.part and day):
        raise ValueError
    if day and month:
        return date(year, month, day), date(year, month, day)
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    first = date(year, month, 1)
    length = month_length(first)
    parts = {"early": (1, length // 2), "mid": (11, 20), "late": (length // 2 + 1, length), "": (1, length)}
    low, high = parts[moment.part]
    return first.replace(day=low), first.replace(day=high)


def _label(moments: list[_Moment], spans: list[Days]) -> str:
    names = [
        part_label(*days) if moment.part else moment_label(*days)
        for moment, days in zip(moments, spans, strict=True)
    ]
    return joined(names[0], names[-1], "–")
